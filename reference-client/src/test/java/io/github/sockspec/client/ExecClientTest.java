package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.mock;

import io.github.sockspec.client.ScriptedServer.Script;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses EXEC-C1 to EXEC-C7, against servers that follow a script. */
class ExecClientTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String CHINESE = "\u4f60\u597d, \u8fdc\u7a0b\u547d\u4ee4\n";

    private static byte[] reply(byte[] body) {
        return announcing(body.length, body);
    }

    private static byte[] announcing(int length, byte... body) {
        ByteBuffer reply = ByteBuffer.allocate(4 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        return reply.putInt(length).put(body).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Ended exec(Script script, String input, String... options) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            String[] args = new String[2 + options.length];
            args[0] = "exec";
            args[1] = server.name();
            System.arraycopy(options, 0, args, 2, options.length);
            Ended ended = Ended.inProcess(input, args);
            return new Ended(ended.status(), ended.out(), ended.err().replace(server.name(), "SERVER"));
        }
    }

    @Test
    void c1_command_isSentWithItsEndMarkAndNothingElse() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Script script = client -> {
            received.add(client.line());
            client.send(reply(ascii("hi\n")));
            received.add(new String(client.rest(), UTF_8));
        };
        assertEquals(new Ended(0, "hi\n", ""), exec(script, "  echo  hi \n"));
        assertEquals(List.of("  echo  hi \n", ""), received);
    }

    @Test
    void c1_everyByte_isPrintedUnaltered() throws Exception {
        byte[] body = new byte[256];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
        Script script = client -> {
            client.line();
            client.send(reply(body));
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ScriptedServer server = new ScriptedServer(script)) {
            ByteArrayInputStream in = new ByteArrayInputStream(ascii("x\n"));
            PrintStream err = new PrintStream(OutputStream.nullOutputStream());
            assertEquals(0, Main.run(List.of("exec", server.name()), in, out, err));
        }
        assertArrayEquals(body, out.toByteArray());
    }

    @Test
    void c1_posixLocale_keepsTheBytesOfCommandAndOutput(@TempDir Path scratch) throws Exception {
        Script script = client -> client.send(reply(client.line().getBytes(ISO_8859_1)));
        try (ScriptedServer server = new ScriptedServer(script)) {
            Ended ended = Ended.inSmallProcess(scratch, "echo \u9648\n", "exec", server.name());
            assertEquals(new Ended(0, "echo \u9648\n", ""), ended);
        }
    }

    static IntStream everyCut() {
        return IntStream.range(1, 4 + 3 + 4 + 2);
    }

    @ParameterizedTest
    @MethodSource("everyCut")
    void c2_twoRepliesJoinedAndCutOnce_arePrintedEachInItsTurn(int cut) throws Exception {
        Script script = client -> {
            client.line();
            client.sendCut(concat(reply(ascii("abc")), reply(ascii("de"))), cut);
            client.rest();
        };
        assertEquals(new Ended(0, "abcde", ""), exec(script, "one\ntwo\n"));
    }

    @Test
    void c2_repliesByteByByte_arePrintedWhole() throws Exception {
        Script script = client -> {
            client.line();
            client.sendByteByByte(reply(ascii("abc")));
            client.line();
            client.sendByteByByte(reply(ascii("")));
            client.line();
            client.sendByteByByte(reply(ascii("de")));
        };
        assertEquals(new Ended(0, "abcde", ""), exec(script, "one\ntwo\nthree\n"));
    }

    @Test
    void c2_replyBeforeTheRequest_isItsReply() throws Exception {
        Script script = client -> {
            client.send(reply(ascii("abc")));
            client.rest();
        };
        assertEquals(new Ended(0, "abc", ""), exec(script, "one\n"));
    }

    @Test
    void c2_oneReply_leavesTheNextInTheSocket() throws Exception {
        Script script = client -> {
            client.line();
            client.send(concat(reply(ascii("abc")), reply(ascii("de"))));
            client.rest();
        };
        try (ScriptedServer server = new ScriptedServer(script);
                ExecClient client = new ExecClient(server.address(), Timeouts.DEFAULT)) {
            ByteArrayOutputStream first = new ByteArrayOutputStream();
            ByteArrayOutputStream second = new ByteArrayOutputStream();
            assertEquals(3, client.run("one", first));
            assertEquals(2, client.run("two", second));
            assertEquals("abc", first.toString(UTF_8));
            assertEquals("de", second.toString(UTF_8));
        }
    }

    static IntStream everyCutOfChinese() {
        return IntStream.range(4, 4 + CHINESE.getBytes(UTF_8).length);
    }

    @ParameterizedTest
    @MethodSource("everyCutOfChinese")
    void c3_utf8CharacterCut_printsRightWithAndWithoutCharset(int cut) throws Exception {
        Script script = client -> {
            client.line();
            client.sendCut(reply(CHINESE.getBytes(UTF_8)), cut);
        };
        assertEquals(new Ended(0, CHINESE, ""), exec(script, "x\n"));
        assertEquals(new Ended(0, CHINESE, ""), exec(script, "x\n", "--charset", "utf-8"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16})
    void c3_gbkCharacterCut_printsRight(int cut) throws Exception {
        Script script = client -> {
            client.line();
            client.sendCut(reply(CHINESE.getBytes(GBK)), cut);
        };
        assertEquals(new Ended(0, CHINESE, ""), exec(script, "x\n", "--charset", "gbk"));
    }

    @Test
    void c3_longGbkOutput_printsRightAcrossEveryBuffer() throws Exception {
        String text = "x" + CHINESE.repeat(20_000);
        Script script = client -> {
            client.line();
            client.send(reply(text.getBytes(GBK)));
        };
        assertEquals(new Ended(0, text, ""), exec(script, "x\n", "--charset", "gbk"));
    }

    @Test
    void c3_bytesThatAreNoCharacter_areShownAndEndWithTheirReply() throws Exception {
        Script script = client -> {
            client.line();
            client.send(reply(new byte[] {'a', (byte) 0xc4}));
            client.line();
            client.send(reply("\u4f60".getBytes(GBK)));
        };
        assertEquals(new Ended(0, "a\ufffd\u4f60", ""), exec(script, "x\ny\n", "--charset", "gbk"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 of the 4-byte header",
        "2, 2 of the 4-byte header",
        "3, 3 of the 4-byte header",
        "4, 0 of the 3-byte body",
        "5, 1 of the 3-byte body",
        "6, 2 of the 3-byte body",
    })
    void c4_finOrResetWithinTheReply_saysAtWhichByte(int count, String place) throws Exception {
        byte[] start = Arrays.copyOf(reply(ascii("abc")), count);
        Script fin = client -> {
            client.line();
            client.send(start);
        };
        Script reset = client -> {
            client.line();
            client.send(start);
            client.awaitRead();
            client.reset();
        };
        String printed = "abc".substring(0, Math.max(0, count - 4));
        String closed = "exec: SERVER closed the connection at byte " + place + "\n";
        String broken = "exec: SERVER reset the connection at byte " + place + "\n";
        assertEquals(new Ended(3, printed, closed), exec(fin, "x\ny\n"));
        assertEquals(new Ended(3, printed, broken), exec(reset, "x\ny\n"));
    }

    @ParameterizedTest
    @CsvSource({"3, 3 of the 4-byte header", "5, 1 of the 3-byte body"})
    void c4_silenceWithinTheReply_endsAtTheIdleTimeout(int count, String place) throws Exception {
        Script script = client -> {
            client.line();
            client.send(Arrays.copyOf(reply(ascii("abc")), count));
            client.rest();
        };
        Ended ended = exec(script, "x\n", "--idle-timeout", "2");
        assertEquals("exec: SERVER neither sent nor took a byte for 2000 ms at byte " + place + "\n", ended.err());
        assertEquals(3, ended.status());
    }

    @Test
    void c4_serverGoneBetweenCommands_isToldAtTheNext() throws Exception {
        Script script = client -> {
            client.line();
            client.send(reply(ascii("abc")));
        };
        Ended ended = exec(script, "one\ntwo\n");
        assertEquals("abc", ended.out());
        assertEquals(3, ended.status());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @ParameterizedTest
    @CsvSource({"-1, ff ff ff ff", "-2147483648, 00 00 00 80"})
    void c5_negativeLength_isTheServersError(int length, String bytes) throws Exception {
        Script script = client -> {
            client.line();
            client.send(announcing(length, ascii("abc")));
            client.rest();
        };
        String message = "exec: SERVER sent " + bytes + " instead of a length, which " + length
                + " is not at byte 4 of the 4-byte header\n";
        assertEquals(new Ended(4, "", message), exec(script, "x\n"));
    }

    @Test
    void c5_oneByteMoreThanFollows_isAnError() throws Exception {
        Script script = client -> {
            client.line();
            client.send(announcing(4, ascii("abc")));
        };
        String message = "exec: SERVER closed the connection at byte 3 of the 4-byte body\n";
        assertEquals(new Ended(3, "abc", message), exec(script, "x\n"));
    }

    @Test
    void c5_twoGibibytesAnnounced_needLittleMemory(@TempDir Path scratch) throws Exception {
        byte[] mebibyte = new byte[1024 * 1024];
        Script script = client -> {
            client.line();
            client.send(announcing(Integer.MAX_VALUE));
            for (int i = 0; i < 64; i++) {
                client.send(mebibyte);
            }
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            Ended ended = Ended.inSmallProcess(scratch, "x\n", "exec", server.name());
            String message = " closed the connection at byte 67108864 of the 2147483647-byte body\n";
            assertEquals("exec: " + server.name() + message, ended.err());
            assertEquals(3, ended.status());
            assertEquals(64 * mebibyte.length, ended.out().length());
        }
    }

    @Test
    void c6_emptyReply_printsNothingAndTheNextCommandWorks() throws Exception {
        Script script = client -> {
            client.line();
            client.send(reply(ascii("")));
            client.line();
            client.send(reply(ascii("hi")));
        };
        assertEquals(new Ended(0, "hi", ""), exec(script, "true\necho hi\n"));
    }

    @Test
    void c6_emptyAndBlankLines_areNotSent() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Script script = client -> {
            received.add(client.line());
            client.send(reply(ascii("hi")));
            received.add(client.line());
        };
        assertEquals(new Ended(0, "hi", ""), exec(script, "\n  \n\t\r\necho hi\n\n"));
        assertEquals(List.of("echo hi\n", ""), received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit\n", "exit", " exit \r\n", "exit\nnever sent\n"})
    void c7_exitWord_endsWithStatusZero(String input) throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Ended ended = exec(client -> received.add(new String(client.rest(), UTF_8)), input);
        assertEquals(new Ended(0, "", ""), ended);
        assertEquals(List.of("exit\n"), received);
    }

    @Test
    void c7_exitWordToAServerThatHasGone_endsWithStatusZero() throws Exception {
        Script script = client -> {
            client.line();
            client.send(reply(ascii("abc")));
            client.awaitRead();
            client.reset();
        };
        assertEquals(new Ended(0, "abc", ""), exec(script, "x\nexit\n"));
    }

    @Test
    void c7_endOfInput_endsWithStatusZero() throws Exception {
        assertEquals(new Ended(0, "", ""), exec(ScriptedServer.Peer::rest, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "exit", " exit", "a\nb"})
    void run_commandThatGetsNoReply_isRefused(String command) throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = new ScriptedServer(client -> received.add(client.line()))) {
            try (ExecClient client = new ExecClient(server.address(), Timeouts.DEFAULT)) {
                OutputStream nowhere = OutputStream.nullOutputStream();
                assertThrows(IllegalArgumentException.class, () -> client.run(command, nowhere));
            }
        }
        assertTrue(received.stream().allMatch(String::isEmpty), received::toString);
    }

    @Test
    void exec_outputThatFailsHalfWay_isALocalError() throws Exception {
        OutputStream full = mock(OutputStream.class);
        IOException noSpace = new IOException("No space left on device");
        doNothing().doThrow(noSpace).when(full).write(any(byte[].class), anyInt(), anyInt());
        Script script = client -> {
            client.line();
            client.send(reply(ascii("abc")));
            client.line();
            client.send(reply(ascii("de")));
            client.rest();
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ScriptedServer server = new ScriptedServer(script)) {
            ByteArrayInputStream in = new ByteArrayInputStream(ascii("one\ntwo\n"));
            PrintStream errors = new PrintStream(err, true, UTF_8);
            assertEquals(5, Main.run(List.of("exec", server.name()), in, full, errors));
        }
        assertEquals("exec: local input or output failed: No space left on device\n", err.toString(UTF_8));
    }
}
