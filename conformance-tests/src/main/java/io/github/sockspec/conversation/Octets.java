package io.github.sockspec.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.sockspec.bytes.Bytes;
import java.nio.charset.Charset;

/**
 * Bytes as a fixture writes them: a plain string is text, {@code {hex: "e4 bd"}} octets, and
 * {@code {repeat: <either>, times: 1000}} many of them.
 */
public sealed interface Octets {
    /** The octets, text being encoded in {@code charset}. */
    Bytes in(Charset charset);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Octets of(Object written) {
        return OctetsSyntax.read(written);
    }

    /** Text. */
    record Text(String text) implements Octets {
        @Override
        public Bytes in(Charset charset) {
            return Bytes.text(text, charset);
        }
    }

    /** Octets as they are. */
    record Raw(Bytes bytes) implements Octets {
        @Override
        public Bytes in(Charset charset) {
            return bytes;
        }
    }

    /** One of them, many times over. */
    record Repeated(Octets unit, int times) implements Octets {
        @Override
        public Bytes in(Charset charset) {
            return Bytes.repeat(unit.in(charset), times);
        }
    }
}
