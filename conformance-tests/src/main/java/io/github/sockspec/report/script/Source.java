package io.github.sockspec.report.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Python program put together: a heading of comments, the imports that its parts need, constants, and the parts.
 *
 * @param heading harmless text, a line each
 * @param constants assignments
 * @param parts names of resources
 */
record Source(List<String> heading, List<String> constants, List<String> parts) {
    private static final String UNPACKED = """
            def unpacked(text):
                return zlib.decompress(base64.b64decode(text))
            """;

    String text() {
        TreeSet<String> imports = new TreeSet<>();
        List<String> code = new ArrayList<>();
        String data = String.join("\n", constants);
        boolean packs = data.contains("unpacked(\"");
        if (packs) {
            imports.addAll(List.of("import base64", "import zlib"));
        }
        for (String part : parts) {
            List<String> lines = lines(part);
            lines.stream().filter(Source::isImport).forEach(imports::add);
            code.add(lines.stream()
                    .filter(line -> !isImport(line))
                    .collect(Collectors.joining("\n"))
                    .strip());
        }
        return "#!/usr/bin/env python3\n"
                + heading.stream().map(line -> ("# " + line).strip()).collect(Collectors.joining("\n"))
                + "\n\n"
                + String.join("\n", imports)
                + (packs ? "\n\n\n" + UNPACKED : "\n")
                + "\n"
                + data
                + "\n\n\n"
                + String.join("\n\n\n", code)
                + "\n";
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static List<String> lines(String part) {
        try (InputStream resource = Source.class.getResourceAsStream(part + ".py")) {
            return new String(Objects.requireNonNull(resource, part).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a part of the suite can't be read: " + part, unreadable);
        }
    }
}
