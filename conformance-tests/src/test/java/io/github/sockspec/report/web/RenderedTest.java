package io.github.sockspec.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedTest {
    @Test
    void of_everyOctet_readsWhatWasWritten() {
        byte[] octets = new byte[200];
        for (int at = 0; at < octets.length; at++) {
            octets[at] = (byte) (at + 28);
        }
        Bytes bytes = Bytes.of(octets);

        assertEquals(Optional.of(new Rendered(bytes, 200)), Rendered.of(bytes.toString()));
    }

    @Test
    void of_longBytes_knowsHowManyThereWere() {
        Bytes bytes = Bytes.repeat(Bytes.utf8("\\\"\n"), 100);

        assertEquals(Optional.of(new Rendered(bytes.slice(0, 200), 300)), Rendered.of(bytes.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nothing", "\"a\" or \"b\"", "\"a", "a\"", "\"a\" … many more bytes", "no answer to \"a\""})
    void of_words_isNoBytes(String words) {
        assertEquals(Optional.empty(), Rendered.of(words));
    }

    @Test
    void of_hugeText_isNoBytes() {
        assertEquals(Optional.empty(), Rendered.of("\"" + "a".repeat(1_000_000) + "\""));
    }
}
