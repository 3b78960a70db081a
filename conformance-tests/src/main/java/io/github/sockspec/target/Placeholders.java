package io.github.sockspec.target;

import io.github.sockspec.wire.Numeric;
import java.nio.file.Path;
import java.util.List;

/** Fills the placeholders of a client's command. */
final class Placeholders {
    private Placeholders() {}

    static List<String> fill(List<String> words, Errand errand, Path out) {
        String host =
                errand.server().map(server -> Numeric.host(server.getAddress())).orElse("");
        String port =
                errand.server().map(server -> String.valueOf(server.getPort())).orElse("");
        String file = errand.file().map(Path::toString).orElse("");
        return words.stream()
                .map(word -> word.replace("{host}", host)
                        .replace("{port}", port)
                        .replace("{file}", file)
                        .replace("{out}", out.toString()))
                .toList();
    }
}
