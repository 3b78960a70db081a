package io.github.sockspec.cli;

import static java.util.stream.Collectors.joining;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values as YAML writes them on one line. */
final class YamlWords {
    private YamlWords() {}

    /** Text in double quotes where it is UTF-8, else in hexadecimal. */
    static String of(Bytes bytes) {
        String text = bytes.decode(StandardCharsets.UTF_8);
        return Bytes.utf8(text).equals(bytes) ? quoted(text) : "{hex: " + quoted(bytes.toHex()) + "}";
    }

    static String list(List<String> words) {
        return words.stream().map(YamlWords::quoted).collect(joining(", ", "[", "]"));
    }

    static String quoted(String text) {
        return text.codePoints().mapToObj(YamlWords::escaped).collect(joining("", "\"", "\""));
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                Character.isISOControl(point)
                        ? String.format("\\x%02x", point)
                        : Character.isWhitespace(point) && point != ' '
                                ? String.format("\\u%04x", point)
                                : Character.toString(point);
        };
    }
}
