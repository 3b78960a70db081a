package io.github.sockspec.report.web;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.github.sockspec.report.Harmless;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The templates beside this class. Whatever a template shows is made harmless first (no control character, no direction
 * mark, nothing that a reader wouldn't see) and then escaped for HTML, in text and in quoted attributes alike. Nothing is
 * ever put into a script or a style: those come from files of their own, word for word.
 */
final class Templates {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(harmless(text)))
            .withLoader(Templates::open)
            .strictSections(true)
            .emptyStringIsFalse(true);

    private Templates() {}

    /** What {@code template} makes of {@code view}. */
    static String render(String template, Object view) {
        return COMPILER.loadTemplate(template).execute(view);
    }

    /** A file beside this class, as it is. */
    static String file(String name) {
        try (InputStream stream = stream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " can't be read", unreadable);
        }
    }

    private static Reader open(String template) {
        return new InputStreamReader(stream(template + ".mustache"), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String name) {
        InputStream stream = Templates.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing beside " + Templates.class.getName());
        }
        return stream;
    }

    private static String harmless(String text) {
        return text.lines().map(Harmless::line).collect(Collectors.joining("\n"));
    }
}
