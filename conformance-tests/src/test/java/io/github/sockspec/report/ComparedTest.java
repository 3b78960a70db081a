package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What results.json has of both sides, read back. */
class ComparedTest {
    private static Side awaited(String text) {
        return Compared.of(text, "", Bytes.EMPTY, -1).awaited();
    }

    @Test
    void of_everyOctet_readsWhatWasWritten() {
        byte[] octets = new byte[200];
        for (int at = 0; at < octets.length; at++) {
            octets[at] = (byte) (at + 28);
        }
        Side written = Side.octets(Bytes.of(octets));

        assertEquals(written, awaited(written.text()));
    }

    @Test
    void of_longBytes_knowsHowManyThereWere() {
        Bytes bytes = Bytes.repeat(Bytes.utf8("\\\"\n"), 100);

        Side read = awaited(bytes.toString());

        assertEquals(new Side.Octets(bytes.slice(0, 200), 0, 300, -1), read);
        assertEquals(bytes.toString(), read.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "\"a\" or \"b\"",
                "\"a",
                "a\"",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\xgg\"",
                "\"\u00e4\"",
                "\"a\" … many more bytes",
                "\"a\" … 99999999999 more bytes",
                "\"a\" … 2147483647 more bytes",
                "no answer to \"a\""
            })
    void of_words_isNoBytes(String words) {
        assertEquals(Side.words(words), awaited(words));
    }

    @Test
    void of_hugeText_isNoBytes() {
        String huge = "\"" + "a".repeat(1_000_000) + "\"";

        assertEquals(Side.words(huge), awaited(huge));
    }

    @Test
    void of_whatCame_liesWhereItBegan() {
        Bytes received = Bytes.utf8("successfail");

        assertEquals(
                Side.octets(received, 7, 7),
                Compared.of("\"success\"", "\"fail\"", received, 7).came());
        assertEquals(
                new Side.Nothing(received, 11),
                Compared.of("\"ok\"", "nothing", received, 11).came());
        assertEquals(
                new Side.Words("\"fall\"", received, 7),
                Compared.of("\"success\"", "\"fall\"", received, 7).came());
    }

    @Test
    void of_replyOfWhichNotAllWasKept_saysTheSameAgain() {
        Bytes reply = Bytes.repeat(Bytes.utf8("0123456789"), 1_000);
        Compared written = new Compared(Side.words("less"), Side.came(reply, 0, 9_000));

        Compared read = Compared.of(written.expected(), written.actual(), written.received(), written.wrongAt());

        assertEquals(written.actual(), read.actual());
        assertEquals(Compared.MOST_RECEIVED, read.received().length());
        assertEquals(9_000, read.wrongAt());
    }
}
