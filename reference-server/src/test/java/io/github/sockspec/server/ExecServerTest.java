package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path directory;

    private ReferenceServer server;

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        server = ReferenceServer.start(ServerOptions.of(Service.EXEC));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Peer connect() throws IOException {
        return new Peer(server.address(Service.EXEC));
    }

    private void assertStillServing() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("here\n", peer.send("echo here\n").output());
        }
    }

    /** Has a command write its processes' ids to a file, and waits until it has. */
    private long[] pids(Path file, int count) {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() == count);
        try {
            return Files.readAllLines(file).stream().mapToLong(Long::parseLong).toArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/cmdline")).isEmpty(); // a zombie has none
        } catch (IOException ended) {
            return false;
        }
    }

    private static void assertEnds(long... pids) {
        await().atMost(PATIENCE).until(() -> Arrays.stream(pids).noneMatch(ExecServerTest::runs));
    }

    @Test
    void exec1_anyBytes_arriveUnalteredBehindTheirLength() throws IOException {
        byte[] bytes = new byte[70_000];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(directory.resolve("bytes"), bytes);
        try (Peer peer = connect()) {
            assertArrayEquals(bytes, peer.send("cat '" + file + "'\n").body());
            peer.send("head -c 1234543 /dev/zero\n");
            assertArrayEquals(new byte[] {0x6f, (byte) 0xd6, 0x12, 0x00}, peer.read(4));
        }
    }

    @Test
    void exec2_standardErrorIfAnyElseStandardOutput() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("out\n", peer.send("echo out\n").output());
            assertEquals("err\n", peer.send("echo out; echo err >&2\n").output());
        }
    }

    @Test
    void exec3_silentCommand_getsALengthOfZero() throws IOException {
        try (Peer peer = connect()) {
            assertArrayEquals(new byte[4], peer.send("true\n").read(4));
        }
    }

    @Test
    void exec4_failingOrUnknownCommand_doesNotEndTheConnection() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("", peer.send("exit 3\n").output());
            assertTrue(peer.send("no-such-command\n").output().contains("not found"));
            assertTrue(peer.send("if\n").output().toLowerCase(Locale.ROOT).contains("syntax"));
            assertEquals("1\n", peer.send("echo 1\n").output());
        }
    }

    @Test
    void exec5_everySingleCut_runsTheCommandOnceAndWhole() throws IOException {
        byte[] request = "echo x >> log; echo 哈哈\n".getBytes(UTF_8);
        Path log = directory.resolve("log");
        byte[] inDirectory = ("cd '" + directory + "'; ").getBytes(UTF_8);
        for (int cut = 1; cut < request.length; cut++) {
            try (Peer peer = connect()) {
                peer.send(inDirectory).send(Arrays.copyOf(request, cut));
                peer.send(Arrays.copyOfRange(request, cut, request.length)).halfClose();
                assertEquals("哈哈\n", peer.output());
                assertEquals("", peer.untilEnd());
            }
        }
        assertEquals(request.length - 1, Files.readAllLines(log).size());
    }

    @Test
    void exec5_partialCommand_isNeverRun() throws IOException {
        Path file = directory.resolve("made");
        try (Peer peer = connect()) {
            assertEquals("", peer.send("touch '" + file + "'").halfClose().untilEnd());
        }
        connect().send("touch '" + file + "'").reset();
        assertStillServing();
        assertTrue(Files.notExists(file));
    }

    @Test
    void exec6_joinedCommands_areAnsweredOneByOneInOrder() throws IOException {
        try (Peer peer = connect()) {
            peer.send("sleep 0.2; echo 1\necho 2\r\n  echo 3\t\necho 4; ec").send("ho 5\n");
            for (String expected : new String[] {"1\n", "2\n", "3\n", "4\n5\n"}) {
                assertEquals(expected, peer.output());
            }
        }
    }

    @Test
    void exec7_exitWord_endsTheConnectionWithoutAReply() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("1\n", peer.send("echo 1\n exit \r\necho 2\n").output());
            assertEquals("", peer.untilEnd());
        }
    }

    @Test
    void exec8_replyOf16Mebibytes_arrivesWhole() throws IOException {
        try (Peer peer = connect()) {
            byte[] body = peer.send("head -c 16777215 /dev/zero; printf x\n").body();
            assertEquals(16_777_216, body.length);
            assertEquals('x', body[16_777_215]);
        }
    }

    @Test
    void exec8_moreThanIsKept_endsTheCommandAndSaysSo() throws IOException {
        try (Peer peer = connect()) {
            assertTrue(peer.send("yes\n").output().contains("67108864 bytes"));
            assertEquals("next\n", peer.send("echo next\n").output());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head -c 1048576 /dev/zero; head -c 1048576 /dev/zero >&2",
                "head -c 1048576 /dev/zero >&2; head -c 1048576 /dev/zero",
                "head -c 1048576 /dev/zero & head -c 1048576 /dev/zero >&2; wait"
            })
    void exec9_bothPipesFilled_isAnswered(String command) throws IOException {
        try (Peer peer = connect()) {
            assertEquals(1_048_576, peer.send(command + "\n").body().length);
        }
    }

    @Test
    void exec10_disconnectAtAnyPoint_leavesItServing() throws IOException {
        byte[] request = "head -c 4000000 /dev/zero\n".getBytes(UTF_8);
        for (int length = 0; length <= request.length; length++) {
            connect().send(Arrays.copyOf(request, length)).reset();
            connect().send(Arrays.copyOf(request, length)).close();
        }
        for (int i = 0; i < 5; i++) {
            Peer peer = connect().send(request);
            peer.read(1000);
            peer.reset();
        }
        assertStillServing();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void exec11_reset_endsTheCommandAndAllItStarted(boolean halfClosedBefore) throws IOException {
        Path file = directory.resolve("pids");
        String command = "cd '" + directory + "'; sleep 1000 & echo $! > p; (sleep 1000 & echo $! >> p);"
                + " env -i sh -c 'sleep 1000 & echo $! >> p; echo $$ >> p; mv p pids; wait'; echo never\n";
        Peer peer = connect().send(command);
        if (halfClosedBefore) {
            peer.halfClose();
        }
        long[] pids = pids(file, 4);
        assertTrue(Arrays.stream(pids).allMatch(ExecServerTest::runs));
        peer.reset();
        assertEnds(pids);
        assertStillServing();
    }

    @Test
    void exec11_resetBehindUnreadRequests_endsTheCommand() throws IOException {
        Path file = directory.resolve("pid");
        Peer peer = connect().send("echo $$ > '" + file + "'; exec sleep 1000\necho next\n");
        long[] pids = pids(file, 1);
        peer.reset();
        assertEnds(pids);
    }

    @Test
    void exec12_emptyLine_runsNothingAndGetsNoReply() throws IOException {
        try (Peer peer = connect()) {
            assertEquals("1\n", peer.send("\n \t\r\n\necho 1\n").output());
        }
    }

    @Test
    void exec12_invalidText_getsAnErrorReply() throws IOException {
        try (Peer peer = connect()) {
            byte[] request = {'e', 'c', 'h', 'o', ' ', (byte) 0xff, '\n'};
            assertTrue(peer.send(request).output().startsWith("exec: not run"));
            assertTrue(peer.send("echo a\0b\n").output().startsWith("exec: not run"));
            assertEquals("1\n", peer.send("echo 1\n").output());
        }
    }

    @Test
    void exec12_lineLongerThan64Kibibytes_getsAnErrorReplyAndAClose() throws IOException {
        try (Peer peer = connect()) {
            String tooLong = "echo " + "x".repeat(65_536 - 4);
            assertTrue(peer.send(tooLong + "\necho 1\n").output().startsWith("exec: not run"));
            peer.halfClose();
        }
        assertStillServing();
    }

    @Test
    void exec12_lineOf64Kibibytes_isRun() throws IOException {
        try (Peer peer = connect()) {
            String ascii = "x".repeat(65_536 - 5);
            assertEquals(ascii + "\n", peer.send("echo " + ascii + "\n").output());
            String chinese = "哈".repeat(21_000);
            assertEquals(chinese + "\n", peer.send("echo " + chinese + "\n").output());
        }
    }

    @Test
    void exec13_longCommandOfOne_doesNotHoldUpAnother() throws IOException {
        Peer busy = connect().send("sleep 1000\n");
        assertStillServing();
        busy.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat; echo end", "cat; echo end # 哈"})
    void exec14_standardInput_isEmptyAtOnce(String command) throws IOException {
        try (Peer peer = connect()) {
            assertEquals("end\n", peer.send(command + "\n").output());
        }
    }

    @Test
    void exec15_stoppedServer_startsAgainAtOnceOnTheSamePort() throws IOException {
        int port = server.address(Service.EXEC).getPort();
        ServerOptions same = ServerOptions.of().with("--exec", Integer.toString(port));
        for (int i = 0; i < 3; i++) {
            try (Peer peer = connect()) {
                assertEquals("1\n", peer.send("echo 1\n").output());
                server.close();
                assertEquals("", peer.untilEnd());
            }
            server = ReferenceServer.start(same);
        }
    }

    @Test
    void exec16_clientThatDoesNotRead_delaysNobody() throws IOException {
        Peer stuck = connect().send("head -c 50000000 /dev/zero\n");
        stuck.read(4);
        assertStillServing();
        stuck.reset();
    }

    @Test
    void exec18_halfClosed_isAnswered() throws IOException {
        try (Peer peer = connect()) {
            peer.send("echo 1\nsleep 0.3; echo 2\n").halfClose();
            assertEquals("1\n", peer.output());
            assertEquals("2\n", peer.output());
            assertEquals("", peer.untilEnd());
        }
    }

    @Test
    void background_keepsThePipesOpen_holdsUpNoReply() throws IOException {
        try (Peer peer = connect()) {
            String[] lines =
                    peer.send("sleep 1000 & echo $!; echo hi\n").output().split("\n", -1);
            assertEquals("hi", lines[1]);
            long pid = Long.parseLong(lines[0]);
            // It may still be on its way from the shell's own program to its own.
            await().atMost(PATIENCE).until(() -> runs(pid));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void close_commandUnderWay_isAnswered() throws Exception {
        try (Peer peer = connect()) {
            Path file = directory.resolve("pid");
            peer.send("echo $$ > '" + file + "'; sleep 0.5; echo done\n");
            pids(file, 1);
            server.close();
            assertEquals("done\n", peer.output());
            assertEquals("", peer.untilEnd());
        }
    }

    @Test
    void close_commandThatGoesOn_isEndedInTheEnd() throws Exception {
        try (Peer peer = connect()) {
            Path file = directory.resolve("pid");
            peer.send("echo $$ > '" + file + "'; sleep 1000\n");
            long[] pids = pids(file, 1);
            server.close();
            assertEnds(pids);
        }
    }
}
