package io.github.sockspec.report;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}, made from what {@code results.json} keeps, so that merged results have one too: a test case for each
 * case of each implementation. What a program sent can't break it: the JDK's XML writer escapes, and what XML can't hold
 * is shown as an escape.
 */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** One case of one implementation. */
    private record Entry(String implementation, RecordedCase of) {}

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(RecordedResults results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(RecordedResults results) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JUnitXml(xml).suite(results);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a report can't be written to memory", impossible);
        }
        return text + "\n";
    }

    private void suite(RecordedResults results) throws XMLStreamException {
        List<Entry> entries = results.runs().stream()
                .flatMap(run -> run.cases().stream()
                        .map(each -> new Entry(run.implementation().name(), each)))
                .toList();
        start("testsuite");
        attribute("name", "sockspec");
        attribute("tests", entries.size());
        attribute("skipped", count(entries, "not-applicable"));
        attribute("failures", count(entries, "fail") + count(entries, "inconclusive"));
        attribute("errors", 0);
        attribute("time", seconds(results.millis()));
        if (results.started() != null) {
            attribute("timestamp", results.started().replaceAll("(\\.\\d+)?Z$", ""));
        }
        for (Entry entry : entries) {
            testCase(entry);
        }
        end();
    }

    private static long count(List<Entry> entries, String verdict) {
        return entries.stream()
                .filter(each -> each.of().verdict().equals(verdict))
                .count();
    }

    private void testCase(Entry entry) throws XMLStreamException {
        RecordedCase each = entry.of();
        start("testcase");
        attribute("name", each.id());
        attribute("classname", entry.implementation());
        attribute("time", seconds(each.millis()));
        switch (each.verdict()) {
            case "fail", "inconclusive" -> failure(each);
            case "not-applicable" -> element("skipped", each.reason());
            case "warn" -> element("system-out", "a SHOULD does not hold: " + each.reason());
            default -> {}
        }
        end();
    }

    private void failure(RecordedCase each) throws XMLStreamException {
        start("failure");
        attribute("message", each.reason());
        attribute("type", each.verdict());
        xml.writeCharacters(words("""
                %s
                expected: %s
                actual: %s
                again: %s""".formatted(
                        each.clause() + " " + each.level() + ", " + each.grade(),
                        Harmless.line(each.compared().expected(), 2000),
                        Harmless.line(each.compared().actual(), 2000),
                        Objects.requireNonNullElse(each.replay(), "-"))));
        end();
    }

    private void element(String name, String text) throws XMLStreamException {
        start(name);
        xml.writeCharacters(words(text));
        end();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, Harmless.line(value.toString()));
    }

    private static String words(String text) {
        return text.lines().map(Harmless::line).collect(Collectors.joining("\n"));
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000);
    }
}
