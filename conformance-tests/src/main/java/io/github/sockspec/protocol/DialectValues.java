package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a dialect says of each key, as a manifest writes it.
 *
 * @param keys the keys of its protocol, by path
 * @param texts the value of each of them
 */
record DialectValues(Map<String, DialectKey> keys, Map<String, String> texts) {
    DialectValues {
        texts = Map.copyOf(texts);
    }

    /** The value of {@code key}. */
    String text(String key) {
        return Objects.requireNonNull(texts.get(key), () -> "there is no key " + key);
    }

    /** The text of {@code key} in the encoding that its requests, or whatever else it belongs to, have. */
    Bytes octets(String key) {
        Charset charset = Optional.ofNullable(keys.get(key))
                .flatMap(DialectKey::encoding)
                .map(this::charset)
                .orElse(StandardCharsets.UTF_8);
        return Bytes.text(text(key), charset);
    }

    /** The encoding that {@code key} names. */
    Charset charset(String key) {
        return Charset.forName(text(key));
    }

    /** The keys of which both sides of a connection must have the same value. */
    Stream<String> shared() {
        return keys.values().stream()
                .filter(key -> key.sides() == DialectKey.Sides.SAME)
                .map(DialectKey::path);
    }

    /** The constant that {@code key} names, if there is such a key. */
    <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
        return Optional.ofNullable(texts.get(key))
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
