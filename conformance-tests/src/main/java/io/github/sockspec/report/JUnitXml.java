package io.github.sockspec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** {@code junit.xml}: what JUnit's own reporting module wrote, under the name that results go by here. */
public final class JUnitXml {
    /** The file that JUnit's reporting listener leaves in its directory. */
    private static final String WRITTEN = "TEST-junit-jupiter.xml";

    private JUnitXml() {}

    /**
     * Takes the report from where JUnit's listener wrote it, and sees that it can be read.
     *
     * @param directory the listener's
     * @param target where it goes
     * @throws IllegalStateException when there is none or it isn't well-formed: a report nobody can open is worse than
     *     none
     */
    public static void collect(Path directory, Path target) {
        Path written = directory.resolve(WRITTEN);
        if (!Files.exists(written)) {
            throw new IllegalStateException("JUnit wrote no report to " + directory);
        }
        check(written);
        try {
            byte[] report = Files.readAllBytes(written);
            ReportFile.write(target, out -> out.write(report));
            // What stays could be taken for the report of a later run that writes none.
            Files.delete(written);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(written + " can't be taken", unreadable);
        }
    }

    /** Writes the report of a run without a case, so that the report of an earlier run doesn't stand for it. */
    public static void none(Path target) {
        ReportFile.write(target, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="sockspec" tests="0" skipped="0" failures="0" errors="0" time="0"/>
                """);
    }

    private static void check(Path report) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var in = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(report + " is not well-formed: " + broken.getMessage(), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(report + " can't be read", unreadable);
        }
    }
}
