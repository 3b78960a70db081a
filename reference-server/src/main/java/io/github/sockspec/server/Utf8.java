package io.github.sockspec.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text as UTF-8, strictly: bytes that are not valid are told, never replaced by a stand-in that could match something. */
final class Utf8 {
    private Utf8() {}

    /** {@return the text, or null when the bytes are not valid UTF-8} */
    static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            return null;
        }
    }
}
