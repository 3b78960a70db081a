package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginServerTest {
    private Path accounts;
    private ReferenceServer server;

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        accounts = temporary.resolve("accounts.txt");
        Files.writeString(accounts, "chen:123\r\n\nzhang:123\nchen:1234\n哈:密码:x\n");
        server = ReferenceServer.start(ServerOptions.of(Service.LOGIN).withAccounts(accounts));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Peer connect() throws IOException {
        return new Peer(server.address(Service.LOGIN));
    }

    private String answer(Peer peer) throws IOException {
        String start = peer.text(4);
        return start.equals("fail") ? start : start + peer.text(3);
    }

    private void assertStillServing() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("success", answer(peer.send("chen|123\n")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chen|123", "zhang|123", "chen|1234", "哈|密码:x", "  chen|123\t\r"})
    void login1_pairInTheFile_succeeds(String request) throws IOException {
        try (Peer peer = connect()) {
            assertEquals("success", answer(peer.send(request + "\n")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chen|12",
                "chen|12345",
                "Chen|123",
                "du|456",
                "chen|",
                "chen|123\0",
                "chen|123\u3000",
                "\fchen|123"
            })
    void login1_anyOtherPair_fails(String request) throws IOException {
        try (Peer peer = connect()) {
            assertEquals("fail", answer(peer.send(request + "\n").send("x\n")));
        }
    }

    @Test
    void login2_afterFail_theNextAttemptIsJudgedAfresh() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("fail", answer(peer.send("chen|0\n")));
            assertEquals("success", answer(peer.send("chen|123\n")));
            assertEquals("fail", answer(peer.send("zhang|0\n")));
        }
    }

    @Test
    void login3_everySingleCut_isAnsweredTheSame() throws IOException {
        byte[] request = "哈|密码:x\n".getBytes(UTF_8);
        for (int cut = 1; cut < request.length; cut++) {
            try (Peer peer = connect()) {
                peer.send(Arrays.copyOf(request, cut));
                assertStillServing(); // a round trip on another connection: the first part was most likely read
                peer.send(Arrays.copyOfRange(request, cut, request.length));
                assertEquals("success", answer(peer.halfClose()), "cut at " + cut);
                assertEquals("", peer.untilEnd(), "cut at " + cut);
            }
        }
    }

    @Test
    void login3_prefixThatIsAValidPair_isNotAnswered() throws IOException {
        try (Peer peer = connect()) {
            peer.send("chen|123");
            assertStillServing();
            peer.send("99\n").halfClose();
            assertEquals("fail", peer.untilEnd());
        }
    }

    @Test
    void login4_joinedRequests_areAnsweredOneByOneInOrder() throws IOException {
        try (Peer peer = connect()) {
            peer.send("chen|123\nchen|0\nzhang|123\nx\n").halfClose();
            assertEquals("successfailsuccessfail", peer.untilEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chen", "chen|123|", "|123", "|", "chen||123", "chen:123"})
    void login5_malformed_failsAndTheConnectionGoesOn(String request) throws IOException {
        try (Peer peer = connect()) {
            assertEquals("fail", answer(peer.send(request + "\n")));
            assertEquals("success", answer(peer.send("chen|123\n")));
        }
    }

    @Test
    void login5_invalidText_failsAndTheConnectionGoesOn() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("fail", answer(peer.send((byte) 0xe5, (byte) '|', (byte) '1', (byte) '\n')));
            assertEquals("success", answer(peer.send("chen|123\n")));
        }
    }

    @Test
    void login5_randomBytes_leaveItServing() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(42).nextBytes(noise);
        try (Peer peer = connect()) {
            peer.send(noise);
        }
        assertStillServing();
    }

    @Test
    void login6_disconnectAtAnyByte_leavesItServing() throws IOException {
        byte[] request = "chen|123\n".getBytes(UTF_8);
        for (int length = 0; length <= request.length; length++) {
            connect().send(Arrays.copyOf(request, length)).close();
            connect().send(Arrays.copyOf(request, length)).reset();
        }
        assertStillServing();
    }

    @Test
    void login7_longerThan1024Bytes_failsAndIsClosed() throws IOException {
        try (Peer peer = connect()) {
            assertEquals(
                    "fail",
                    peer.send("chen|123" + " ".repeat(1018) + "\nchen|123\n").untilEnd());
        }
        try (Peer peer = connect()) {
            assertEquals("fail", peer.send("x".repeat(300_000)).untilEnd());
        }
        assertStillServing();
    }

    @Test
    void login7_exactly1024Bytes_isJudgedAndTheConnectionGoesOn() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("fail", answer(peer.send("x|" + "y".repeat(1022) + "\r\n")));
            assertEquals("success", answer(peer.send("chen|123\n")));
        }
    }

    @Test
    void login8_silentClients_holdUpNobody() throws IOException {
        List<Peer> silent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            silent.add(connect().send("chen|"));
        }
        assertStillServing();
        for (Peer peer : silent) {
            assertEquals("success", answer(peer.send("123\n")));
            peer.close();
        }
    }

    @Test
    void login9_accountAddedToTheFile_isAcceptedOnAnOpenConnection() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("fail", answer(peer.send("new|1\n")));
            Files.writeString(accounts, "new:1\n");
            assertEquals("success", answer(peer.send("new|1\n")));
            assertEquals("fail", answer(peer.send("chen|123\n")));
        }
    }

    @Test
    void login9_changeThatTheFileTimeCannotTell_isNotMissedWhileItIsFresh() throws IOException {
        FileTime now = FileTime.from(Instant.now());
        for (String account : List.of("new:1\n", "new:2\n", "new:3\n")) {
            Files.setLastModifiedTime(Files.writeString(accounts, account), now);
            try (Peer peer = connect()) {
                assertEquals("success", answer(peer.send(account.replace(':', '|'))), account);
            }
        }
    }

    @Test
    void login9_fileThatHasNotChanged_isNotReadAgain() throws IOException {
        FileTime settled = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(Files.writeString(accounts, "new:1\n"), settled);
        try (Peer peer = connect()) {
            assertEquals("success", answer(peer.send("new|1\n")));
            Files.setLastModifiedTime(Files.writeString(accounts, "new:2\n"), settled); // which nobody does in earnest
            assertEquals("fail", answer(peer.send("new|2\n")));
            Files.setLastModifiedTime(
                    accounts, FileTime.from(settled.toInstant().minusSeconds(60)));
            assertEquals("success", answer(peer.send("new|2\n")));
            Files.setLastModifiedTime(Files.writeString(accounts, "other:1\nnew:3\n"), settled);
            assertEquals("success", answer(peer.send("new|3\n")));
        }
    }

    @Test
    void login9_fileThatBecameUnusable_leavesTheLastAccountsInForce() throws IOException {
        Files.writeString(accounts, "nonsense\n");
        assertStillServing();
        Files.delete(accounts);
        assertStillServing();
    }

    @Test
    void login11_halfClosed_isAnsweredAndClosed() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("successfail", peer.send("chen|123\nx|y\n").halfClose().untilEnd());
        }
    }

    @Test
    void accounts_malformedLine_isNamedWithItsNumber() throws IOException {
        for (String bad : List.of("chen", ":123", "a|b:c", "a:b|c")) {
            Files.writeString(accounts, "chen:123\n\n" + bad + "\n");
            ServerOptions options = ServerOptions.of(Service.LOGIN).withAccounts(accounts);
            String message = assertThrows(IOException.class, () -> ReferenceServer.start(options))
                    .toString();
            assertTrue(message.contains("accounts.txt, line 3: \"" + bad + "\""), message);
        }
    }

    @Test
    void accounts_invalidUtf8_isNamedWithItsLine() throws IOException {
        Files.write(accounts, new byte[] {'a', ':', 'b', '\n', 'a', ':', (byte) 0xff, '\n'});
        ServerOptions options = ServerOptions.of(Service.LOGIN).withAccounts(accounts);
        String message = assertThrows(IOException.class, () -> ReferenceServer.start(options))
                .toString();
        assertTrue(message.contains("line 2"), message);
    }
}
