package io.github.sockspec.history;

import io.github.sockspec.report.Harmless;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page element by element, so that text can be nothing but text, whatever a program under test put into it;
 * elements are balanced by construction. Pages fetch nothing and run nothing.
 */
final class Markup {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { max-width: 64rem; margin: 1rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem }
            table { border-collapse: collapse; display: block; overflow-x: auto; }
            td, th { padding: 0.15rem 0.8rem 0.15rem 0; text-align: left; vertical-align: top; }
            pre, code { overflow-wrap: anywhere; white-space: pre-wrap; }
            pre { padding: 0.5rem; border: 1px solid #8886; }
            .bad { color: #b00020; font-weight: bold } .good { color: #0a7a2f } .doubt { color: #8a5a00 }
            svg { width: 100%; height: auto; max-width: 48rem; } svg text { fill: currentColor; font-size: 12px; }
            svg .axis { stroke: #8888; fill: none; }
            .g0 { stroke: #1565c0; fill: #1565c0 } .g1 { stroke: #c2410c; fill: #c2410c }
            .g2 { stroke: #0a7a2f; fill: #0a7a2f } .g3 { stroke: #8e24aa; fill: #8e24aa }
            polyline { fill: none !important; stroke-width: 2; }
            @media (prefers-color-scheme: dark) {
              .bad { color: #ff8a80 } .good { color: #7ddc9a } .doubt { color: #ffcc66 }
              .g0 { stroke: #82b6ff; fill: #82b6ff } .g1 { stroke: #ffab80; fill: #ffab80 }
              .g2 { stroke: #7ddc9a; fill: #7ddc9a } .g3 { stroke: #e1a3f0; fill: #e1a3f0 }
            }
            """;

    private final XMLStreamWriter xml;

    private Markup(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** One call of the XML writer. */
    @FunctionalInterface
    private interface Call {
        void run() throws XMLStreamException;
    }

    /** A whole page with this title and body. */
    static String page(String title, Consumer<Markup> body) {
        StringWriter page = new StringWriter();
        attempt(() -> {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(page);
            xml.writeDTD("<!DOCTYPE html>");
            Markup markup = new Markup(xml);
            markup.within("html lang=en", () -> {
                markup.within("head", () -> {
                    markup.empty("meta charset=utf-8");
                    markup.empty("meta name=viewport content=width=device-width,initial-scale=1");
                    markup.element("title", title);
                    markup.element("style", STYLE);
                });
                markup.within("body", () -> markup.within("main", () -> body.accept(markup)));
            });
            xml.close();
        });
        return page + "\n";
    }

    /** An element that holds {@code text}, whatever it is made of; only its line feeds are kept as they are. */
    void element(String tag, String text) {
        String safe = text.lines().map(Harmless::line).collect(Collectors.joining("\n"));
        within(tag, () -> attempt(() -> xml.writeCharacters(safe)));
    }

    /** A table's row of such elements. */
    void row(String cell, List<String> texts) {
        within("tr", () -> texts.forEach(text -> element(cell, text)));
    }

    /**
     * An element with content.
     *
     * @param tag its name, and its attributes as {@code name=value} without blanks in them
     */
    void within(String tag, Runnable content) {
        String[] words = tag.split(" ", -1);
        attempt(() -> xml.writeStartElement(words[0]));
        attributes(words);
        content.run();
        attempt(xml::writeEndElement);
    }

    /** An element that has no content. */
    void empty(String tag) {
        String[] words = tag.split(" ", -1);
        attempt(() -> xml.writeEmptyElement(words[0]));
        attributes(words);
    }

    /** An attribute of the element just begun, whatever its value is made of. */
    void attribute(String name, String value) {
        attempt(() -> xml.writeAttribute(name, Harmless.line(value)));
    }

    private void attributes(String[] words) {
        for (int index = 1; index < words.length; index++) {
            String[] parts = words[index].split("=", 2);
            attribute(parts[0], parts[1]);
        }
    }

    private static void attempt(Call call) {
        try {
            call.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a page can't be written to memory", impossible);
        }
    }
}
