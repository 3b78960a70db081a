package io.github.sockspec.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The templates, in the directory {@code web} beside this class. Whatever one shows is made harmless first (no control
 * character, no direction mark, nothing that a reader wouldn't see) and then escaped, in text and in quoted attributes
 * alike, as the document has it. Nothing is ever put into a script or a style: those come from files of their own, word for
 * word.
 */
public final class Templates {
    /** For HTML and XML. */
    public static final Templates HTML = new Templates(
            text -> Escapers.HTML.escape(text.lines().map(SafeText::line).collect(Collectors.joining("\n"))));

    public static final Templates MARKDOWN = new Templates(Markdown::text);

    private final Mustache.Compiler compiler;

    private Templates(Mustache.Escaper escaper) {
        compiler = Mustache.compiler()
                .withEscaper(escaper)
                .withLoader(Templates::open)
                .strictSections(true)
                .emptyStringIsFalse(true);
    }

    /** What {@code template} makes of {@code view}. */
    public String render(String template, Object view) {
        return compiler.loadTemplate(template).execute(view);
    }

    /** A file beside the templates, as it is. */
    public static String file(String name) {
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
        InputStream stream = Templates.class.getResourceAsStream("web/" + name);
        if (stream == null) {
            throw new IllegalStateException("the template " + name + " is missing");
        }
        return stream;
    }
}
