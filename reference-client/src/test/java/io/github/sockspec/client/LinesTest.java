package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static Lines of(String input) {
        return of(input.getBytes(UTF_8));
    }

    private static Lines of(byte[] input) {
        return new Lines(new ByteArrayInputStream(input), new PrintStream(OutputStream.nullOutputStream()));
    }

    @Test
    void next_severalLines_areReadOneByOneToTheEnd() throws IOException {
        Lines lines = of("a\n\nb\n");
        assertEquals("a", lines.next(""));
        assertEquals("", lines.next(""));
        assertEquals("b", lines.next(""));
        assertNull(lines.next(""));
        assertNull(lines.next(""));
    }

    @Test
    void next_carriageReturnBeforeLf_isNoPartOfTheLine() throws IOException {
        Lines lines = of("a\rb\r\n\r\n");
        assertEquals("a\rb", lines.next(""));
        assertEquals("", lines.next(""));
    }

    @Test
    void next_lastLineWithoutLf_isALine() throws IOException {
        Lines lines = of("exit");
        assertEquals("exit", lines.next(""));
        assertNull(lines.next(""));
    }

    @Test
    void next_everyByte_comesBackAsItWas() throws IOException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i == '\n' ? 0 : i);
        }
        assertArrayEquals(bytes, Objects.requireNonNull(of(bytes).next("")).getBytes(Lines.CHARSET));
    }

    @Test
    void next_lineOfMoreThanOneMebibyte_isRefused() {
        Lines lines = of(new byte[1024 * 1024 + 1]);
        assertEquals(
                "a line is longer than 1 MiB",
                assertThrows(IOException.class, () -> lines.next("")).getMessage());
    }

    @Test
    void next_prompt_isWrittenBeforeTheLineIsRead() throws IOException {
        ByteArrayOutputStream prompts = new ByteArrayOutputStream();
        Lines lines = new Lines(new ByteArrayInputStream(new byte[0]), new PrintStream(prompts, false, UTF_8));
        assertNull(lines.next("user: "));
        assertEquals("user: ", prompts.toString(UTF_8));
    }
}
