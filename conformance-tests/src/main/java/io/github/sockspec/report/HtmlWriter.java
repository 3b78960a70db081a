package io.github.sockspec.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes a page element by element, so that text can be nothing but text. Elements are balanced by construction. */
final class HtmlWriter {
    private final XMLStreamWriter xml;

    private HtmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** One call of the XML writer. */
    @FunctionalInterface
    private interface Call {
        void run() throws XMLStreamException;
    }

    /**
     * A whole page.
     *
     * @param style its style sheet, which goes into the page
     */
    static String document(String title, @Nullable InputStream style, Consumer<HtmlWriter> body) {
        StringWriter page = new StringWriter();
        attempt(() -> {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(page);
            xml.writeDTD("<!DOCTYPE html>");
            HtmlWriter html = new HtmlWriter(xml);
            html.within("html", Map.of("lang", "en"), () -> {
                html.head(title, text(style));
                html.within("body", () -> body.accept(html));
            });
            xml.close();
        });
        return page.toString();
    }

    private void head(String title, String style) {
        within("head", () -> {
            attempt(() -> {
                xml.writeEmptyElement("meta");
                xml.writeAttribute("charset", "utf-8");
                xml.writeEmptyElement("meta");
                xml.writeAttribute("name", "viewport");
                xml.writeAttribute("content", "width=device-width, initial-scale=1");
            });
            element("title", title);
            element("style", style);
        });
    }

    /** An element that holds {@code text}, whatever it is made of; only its line feeds are kept as they are. */
    void element(String name, String text) {
        String safe = text.lines().map(Harmless::line).collect(Collectors.joining("\n"));
        within(name, () -> attempt(() -> xml.writeCharacters(safe)));
    }

    void within(String name, Runnable content) {
        within(name, Map.of(), content);
    }

    void within(String name, Map<String, String> attributes, Runnable content) {
        attempt(() -> {
            xml.writeStartElement(name);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                xml.writeAttribute(attribute.getKey(), attribute.getValue());
            }
        });
        content.run();
        attempt(xml::writeEndElement);
    }

    private static void attempt(Call call) {
        try {
            call.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a page can't be written to memory", impossible);
        }
    }

    private static String text(@Nullable InputStream resource) {
        if (resource == null) {
            return "";
        }
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the page's style sheet can't be read", unreadable);
        }
    }
}
