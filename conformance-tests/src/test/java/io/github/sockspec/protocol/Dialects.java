package io.github.sockspec.protocol;

import io.github.sockspec.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Dialects as a manifest's section says them. */
public final class Dialects {
    private Dialects() {}

    /** The dialect of {@code protocol} of which {@code keys} say, as {@code attempts: one, closes: server}. */
    public static Dialect of(String protocol, String keys) {
        try {
            YamlText.Kind kind = new YamlText.Kind("dialect", "a key");
            return Dialect.read(
                    YamlText.parse(Path.of("dialect.yaml"), kind, "{" + keys + "}"), Protocol.required(protocol));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
