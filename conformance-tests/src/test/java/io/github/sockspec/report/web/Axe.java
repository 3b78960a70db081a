package io.github.sockspec.report.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Checks of accessibility, by the script inside axe-core's jar. */
final class Axe {
    private Axe() {}

    /** What keeps somebody from reading {@code page}, a line each. */
    @SuppressWarnings("unchecked") // The script below gives strings.
    static List<String> violations(Page page) {
        page.evaluate(script());
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document)).violations.flatMap((rule) =>
                    rule.nodes.map((node) => `${rule.id}: ${node.failureSummary} ${node.html.slice(0, 160)}`))""");
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
