package io.github.sockspec.suite;

import io.github.sockspec.yaml.Node;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts with their units, as case files have them. */
final class Amounts {
    private static final Map<String, Long> UNITS = Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private static final Pattern BYTES = Pattern.compile("(\\d{1,6}) (KiB|MiB|GiB)");

    private Amounts() {}

    static long bytes(Node node) {
        Matcher amount = BYTES.matcher(node.text());
        if (!amount.matches()) {
            throw node.mistake(node.name() + " must be an amount of bytes, like 64 MiB, not " + node.kind());
        }
        return Long.parseLong(amount.group(1)) * UNITS.getOrDefault(amount.group(2), 1L);
    }

    static Duration seconds(Node node) {
        if (!node.text().matches("\\d{1,3} s")) {
            throw node.mistake(node.name() + " must be a time in seconds, like 30 s, not " + node.kind());
        }
        return Duration.ofSeconds(Long.parseLong(node.text().replace(" s", "")));
    }

    /** A part of a whole. */
    static double share(Node node) {
        if (!node.text().matches("0\\.\\d{1,3}")) {
            throw node.mistake(node.name() + " must be a share, like 0.1, not " + node.kind());
        }
        return Double.parseDouble(node.text());
    }
}
