package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.client.ScriptedServer.Script;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses LOGIN-C1 to LOGIN-C4, against servers that follow a script. */
class LoginClientTest {
    private static final byte[] SUCCESS = "success".getBytes(US_ASCII);
    private static final byte[] FAIL = "fail".getBytes(US_ASCII);

    private static Ended login(Script script, String input) throws Exception {
        ScriptedServer server = new ScriptedServer(script);
        Ended ended;
        try (server) {
            ended = Ended.inProcess(input, "login", server.name(), "--idle-timeout", "30");
        }
        assertEquals(1, server.connections(), "all attempts share one connection");
        return new Ended(ended.status(), ended.out(), ended.err().replace(server.name(), "SERVER"));
    }

    @Test
    void c1_userAndPassword_areSentInOneLineAndNothingElse() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Script script = client -> {
            received.add(client.line());
            client.send(SUCCESS);
            received.add(new String(client.rest(), UTF_8));
        };
        assertEquals(new Ended(0, "success\n", ""), login(script, "chen\n123\nmore\nlines\n"));
        assertEquals(List.of("chen|123\n", ""), received);
    }

    @Test
    void c1_userWithoutPassword_sendsNothing() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Ended ended = login(client -> received.add(new String(client.rest(), UTF_8)), "chen\n");
        assertEquals(new Ended(1, "", "login: the input ended before the server said 'success'\n"), ended);
        assertEquals(List.of(""), received);
    }

    @Test
    void c1_posixLocale_keepsTheBytesThatWereTyped(@TempDir Path scratch) throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Script script = client -> {
            received.add(new String(client.line().getBytes(ISO_8859_1), UTF_8));
            client.send(SUCCESS);
        };
        try (ScriptedServer server = new ScriptedServer(script)) {
            Ended ended = Ended.inSmallProcess(scratch, "\u9648\nm\u00fcller\n", "login", server.name());
            assertEquals(new Ended(0, "success\n", ""), ended);
        }
        assertEquals(List.of("\u9648|m\u00fcller\n"), received);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void c2_successCutAnywhere_isSuccess(int cut) throws Exception {
        Script script = client -> {
            client.line();
            client.sendCut(SUCCESS, cut);
            client.rest();
        };
        assertEquals(new Ended(0, "success\n", ""), login(script, "chen\n123\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void c2_failCutAnywhere_isFail(int cut) throws Exception {
        Script script = client -> {
            client.line();
            client.sendCut(FAIL, cut);
            client.line();
            client.sendByteByByte(SUCCESS);
        };
        assertEquals(new Ended(0, "fail\nsuccess\n", ""), login(script, "chen\n1\nchen\n123\n"));
    }

    @Test
    void c2_twoRepliesJoined_areTakenOneByOne() throws Exception {
        Script script = client -> {
            client.line();
            client.send("failsuccess".getBytes(US_ASCII));
            client.rest();
        };
        assertEquals(new Ended(0, "fail\nsuccess\n", ""), login(script, "chen\n1\nchen\n123\n"));
    }

    @Test
    void c2_replyBeforeTheRequest_isTheReply() throws Exception {
        Script script = client -> {
            client.send(SUCCESS);
            client.rest();
        };
        assertEquals(new Ended(0, "success\n", ""), login(script, "chen\n123\n"));
    }

    @Test
    void c3_afterFail_asksAgainOnTheSameConnection() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Script script = client -> {
            received.add(client.line());
            client.send(FAIL);
            received.add(client.line());
            client.send(FAIL);
            received.add(client.line());
            client.send(SUCCESS);
        };
        assertEquals(new Ended(0, "fail\nfail\nsuccess\n", ""), login(script, "a\n1\nb\n2\nchen\n123\n"));
        assertEquals(List.of("a|1\n", "b|2\n", "chen|123\n"), received);
    }

    @Test
    void c3_inputEndsAfterFail_isNo() throws Exception {
        Script script = client -> {
            client.line();
            client.send(FAIL);
            client.rest();
        };
        String message = "login: the input ended before the server said 'success'\n";
        assertEquals(new Ended(1, "fail\n", message), login(script, "chen\n1\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void c4_finWithinTheReply_saysAtWhichByte(int count) throws Exception {
        Script script = client -> {
            client.line();
            client.send(Arrays.copyOf(SUCCESS, count));
        };
        String message = "login: SERVER closed the connection at byte " + count + " of the reply\n";
        assertEquals(new Ended(3, "", message), login(script, "chen\n123\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void c4_resetWithinTheReply_saysAtWhichByte(int count) throws Exception {
        Script script = client -> {
            client.line();
            client.send(Arrays.copyOf(SUCCESS, count));
            client.awaitRead();
            client.reset();
        };
        String message = "login: SERVER reset the connection at byte " + count + " of the reply\n";
        assertEquals(new Ended(3, "", message), login(script, "chen\n123\n"));
    }

    @ParameterizedTest
    @CsvSource({"x, 78", "sux, 73 75 78", "failure?, 66 61 69 6c", "Success, 53", "falsehood, 66 61 6c 73"})
    void c4_neitherReply_isTheServersError(String reply, String sent) throws Exception {
        Script script = client -> {
            client.line();
            client.sendCut(reply.getBytes(US_ASCII), 1);
            client.rest();
        };
        Ended ended = login(script, "chen\n1\nchen\n123\n");
        if (reply.startsWith("fail")) {
            assertEquals("fail\n", ended.out());
            assertTrue(ended.err().startsWith("login: SERVER sent 75 "), ended.err());
        } else {
            assertTrue(ended.err().startsWith("login: SERVER sent " + sent), ended.err());
        }
        assertTrue(ended.err().contains(" instead of 'success' or 'fail' at byte "), ended.err());
        assertEquals(4, ended.status());
    }

    @Test
    void c4_silentServer_endsAtTheIdleTimeout() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Peer::rest)) {
            Ended ended = Ended.inProcess("chen\n123\n", "login", server.name(), "--idle-timeout", "0.2");
            String message = server.name() + " neither sent nor took a byte for 200 ms at byte 0 of the reply";
            assertEquals(new Ended(3, "", "login: " + message + "\n"), ended);
        }
    }

    @Test
    void c4_nobodyListens_isOneLine() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Ended ended = Ended.inProcess("", "login", "127.0.0.1:" + port);
        String message = "login: cannot connect to 127.0.0.1:" + port + " (Connection refused)\n";
        assertEquals(new Ended(3, "", message), ended);
    }

    @Test
    void new_unknownHost_isNoConnection() {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
        ConnectException e =
                assertThrows(ConnectException.class, () -> new LoginClient(nowhere, Timeouts.DEFAULT).close());
        assertEquals("cannot connect to nowhere.invalid:1 (no such host)", e.getMessage());
    }

    @Test
    void login_embedded_tellsYesNoAndWhatWentWrong() throws Exception {
        Script script = client -> {
            client.line();
            client.send(FAIL);
            client.line();
            client.send(SUCCESS);
            client.line();
        };
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1));
        try (ScriptedServer server = new ScriptedServer(script);
                LoginClient client = new LoginClient(server.address(), timeouts)) {
            assertFalse(client.login("chen", "1"));
            assertThrows(IllegalArgumentException.class, () -> client.login("chen", "1\nchen|2"));
            assertTrue(client.login("chen", "123"));
            assertThrows(EOFException.class, () -> client.login("chen", "123"));
        }
    }

    @Test
    void login_embedded_tellsMalformedAndSilent() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(1));
        Script script = client -> {
            client.line();
            client.send(new byte[] {0});
            client.rest();
        };
        try (ScriptedServer server = new ScriptedServer(script);
                LoginClient client = new LoginClient(server.address(), timeouts)) {
            assertThrows(ProtocolException.class, () -> client.login("chen", "1"));
            assertThrows(SocketTimeoutException.class, () -> client.login("chen", "1"));
        }
    }
}
