package io.github.sockspec.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.sockspec.bytes.Bytes;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a fixture writes them: a plain string is text, {@code {hex: "e4 bd"}} octets,
 * {@code {repeat: <either>, times: 1000}} many of them, and a list of these all of them, one behind the other.
 */
public sealed interface Octets {
    /** The octets, text being encoded in {@code charset}. */
    Bytes in(Charset charset);

    /** The same octets, with another text for each {@code text} in what is written as text. */
    Octets replacing(String text, String other);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Octets of(Object written) {
        return Syntax.read(written);
    }

    /** Text. */
    record Text(String text) implements Octets {
        @Override
        public Bytes in(Charset charset) {
            return Bytes.text(text, charset);
        }

        @Override
        public Octets replacing(String replaced, String other) {
            return new Text(text.replace(replaced, other));
        }
    }

    /** Octets as they are. */
    record Raw(Bytes bytes) implements Octets {
        @Override
        public Bytes in(Charset charset) {
            return bytes;
        }

        @Override
        public Octets replacing(String replaced, String other) {
            return this;
        }
    }

    /** One of them, many times over. */
    record Repeated(Octets unit, int times) implements Octets {
        @Override
        public Bytes in(Charset charset) {
            return Bytes.repeat(unit.in(charset), times);
        }

        @Override
        public Octets replacing(String replaced, String other) {
            return new Repeated(unit.replacing(replaced, other), times);
        }
    }

    /** Some of them, one behind the other. */
    record Joined(List<Octets> parts) implements Octets {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public Bytes in(Charset charset) {
            return Bytes.join(parts.stream().map(part -> part.in(charset)).toList());
        }

        @Override
        public Octets replacing(String replaced, String other) {
            return new Joined(
                    parts.stream().map(part -> part.replacing(replaced, other)).toList());
        }
    }

    /** Reads them from what a YAML parser gives. */
    final class Syntax {
        private static final String ALLOWED = "a string, {hex: \"0a ff\"}, {repeat: …, times: n} or a list of these";

        private Syntax() {}

        static Octets read(Object written) {
            if (written instanceof Map<?, ?> map) {
                return fromMap(map);
            }
            if (written instanceof List<?> parts) {
                return new Joined(parts.stream().map(Syntax::part).toList());
            }
            if (written instanceof String || written instanceof Number) {
                return new Text(written.toString());
            }
            throw new IllegalArgumentException("bytes are written as " + ALLOWED + ", not " + written);
        }

        private static Octets part(@Nullable Object written) {
            return read(Objects.requireNonNullElse(written, "null"));
        }

        private static Octets fromMap(Map<?, ?> map) {
            if (map.keySet().equals(Set.of("hex"))) {
                return new Raw(Bytes.hex(String.valueOf(map.get("hex"))));
            }
            Object unit = map.get("repeat");
            if (map.size() == 2 && unit != null && map.get("times") instanceof Integer times && times >= 0) {
                return new Repeated(read(unit), times);
            }
            throw new IllegalArgumentException("bytes are written as " + ALLOWED + ", not " + map);
        }
    }
}
