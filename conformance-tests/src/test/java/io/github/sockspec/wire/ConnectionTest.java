package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.ControlConversation;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Limits PATIENT = Limits.UNMEASURED.patient(Duration.ofSeconds(20));
    private static final Limits HASTY = Limits.UNMEASURED.patient(Duration.ofMillis(200));
    private static final int MUCH = 64 << 20;

    /** Reads to the end of the stream; how it ended. */
    private static String ending(Socket socket) throws IOException {
        int count = 0;
        try {
            while (socket.getInputStream().read() >= 0) {
                count++;
            }
            return count + " bytes, FIN";
        } catch (IOException reset) {
            return count + " bytes, RST";
        }
    }

    private static Limits flooding(int most) {
        Limits base = HASTY;
        return new Limits(
                base.patience(),
                base.stall(),
                base.gap(),
                base.drain(),
                base.longest(),
                most,
                ControlConversation.NONE);
    }

    @Test
    void finish_afterWriting_isAFinToThePeer() throws Exception {
        try (Peer peer = new Peer(ConnectionTest::ending);
                Connection connection = Connection.open(peer.address(), PATIENT)) {
            connection.write(Bytes.utf8("abc"));
            connection.finish();
            assertEquals("3 bytes, FIN", peer.saw());
        }
    }

    @Test
    void reset_afterThePeerHasRead_isARstToThePeer() throws Exception {
        try (Peer peer = new Peer(ConnectionTest::ending);
                Connection connection = Connection.open(peer.address(), PATIENT);
                Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            connection.write(Bytes.utf8("abc"));
            assertTrue(connection.awaitTaken(confirmation));
            connection.reset();
            assertEquals("3 bytes, RST", peer.saw());
        }
    }

    @Test
    void halfClose_peerAnswersAfterwards_isHeard() throws Exception {
        Peer.Script script = socket -> {
            String ending = ending(socket);
            socket.getOutputStream().write("late".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.close();
            return ending;
        };
        try (Peer peer = new Peer(script);
                Connection connection = Connection.open(peer.address(), PATIENT)) {
            connection.write(Bytes.utf8("abc"));
            connection.halfClose();
            assertTrue(connection.readToEnd());
            assertEquals("3 bytes, FIN", peer.saw());
            assertEquals(Bytes.utf8("late"), connection.stream());
            assertTrue(connection.observation().has(Fact.PeerFinished.class));
            assertFalse(connection.observation().has(Fact.PeerReset.class));
        }
    }

    @Test
    void readToEnd_peerResets_isAResetNotAFin() throws Exception {
        Peer.Script script = socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
            socket.close();
            return "reset";
        };
        try (Peer peer = new Peer(script);
                Connection connection = Connection.open(peer.address(), PATIENT)) {
            connection.write(Bytes.utf8("a"));
            connection.readToEnd();
            assertTrue(connection.observation().has(Fact.PeerReset.class));
            assertFalse(connection.observation().has(Fact.PeerFinished.class));
            assertFalse(connection.usable());
        }
    }

    @Test
    void open_nobodyListens_isRefusedWithTheReason() throws Exception {
        // Bound and not listening: nobody else can have the port meanwhile.
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertRefused((InetSocketAddress) bound.getLocalSocketAddress());
        }
    }

    private static void assertRefused(InetSocketAddress address) {
        try (Connection connection = Connection.open(address, PATIENT)) {
            assertFalse(connection.connected());
            assertEquals(
                    "Connection refused",
                    connection
                            .observation()
                            .first(Fact.Refused.class)
                            .orElseThrow()
                            .why());
        }
    }

    @Test
    void write_toAPeerThatNeverReads_endsAtTheDeadline() throws Exception {
        try (Peer peer = new Peer(socket -> "does not read");
                Connection connection = Connection.open(peer.address(), HASTY)) {
            assertFalse(connection.write(Bytes.repeat(Bytes.utf8("x"), MUCH)));
            Observation seen = connection.observation();
            assertTrue(seen.has(Fact.Unread.class), seen::toString);
        }
    }

    @Test
    void write_toAPeerThatTalksOnAndNeverReads_endsToo() throws Exception {
        try (Peer peer = new Peer(ConnectionTest::endless);
                Connection connection = Connection.open(peer.address(), flooding(4 << 20))) {
            assertFalse(connection.write(Bytes.repeat(Bytes.utf8("x"), MUCH)));
            assertTrue(connection.received() < 8 << 20, connection.received() + " bytes taken");
        }
    }

    private static String endless(Socket socket) throws IOException {
        byte[] block = new byte[1 << 16];
        OutputStream out = socket.getOutputStream();
        while (true) {
            out.write(block);
        }
    }

    @Test
    void readToEnd_peerSendsWithoutEnd_isAFloodOfBoundedSize() throws Exception {
        try (Peer peer = new Peer(ConnectionTest::endless);
                Connection connection = Connection.open(peer.address(), flooding(1 << 20))) {
            assertFalse(connection.readToEnd());
            assertTrue(connection.observation().has(Fact.Flooded.class));
            assertTrue(connection.received() <= (1 << 20) + (1 << 16), connection.received() + " bytes taken");
        }
    }

    @Test
    void readToEnd_peerDrips_endsAfterTheLongest() throws Exception {
        Peer.Script dripping = socket -> {
            while (!Thread.interrupted()) {
                socket.getOutputStream().write('x');
                LockSupport.parkNanos(1_000_000);
            }
            return "stopped";
        };
        Limits limits = new Limits(
                Duration.ofMillis(500),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMillis(700),
                1 << 20,
                ControlConversation.NONE);
        try (Peer peer = new Peer(dripping);
                Connection connection = Connection.open(peer.address(), limits)) {
            assertFalse(connection.readToEnd());
            assertTrue(connection.received() > 0);
            assertTrue(connection.observation().has(Fact.Quiet.class));
        }
    }

    @Test
    void await_silentPeer_isQuiet() throws Exception {
        try (Peer peer = new Peer(ConnectionTest::ending);
                Connection connection = Connection.open(peer.address(), HASTY)) {
            assertInstanceOf(Match.More.class, connection.await(Reply.exactly(Bytes.utf8("yes")), 0));
            Duration waited = connection
                    .observation()
                    .first(Fact.Quiet.class)
                    .orElseThrow()
                    .waited();
            // Longer on a machine that was slow meanwhile: then the wait is drawn out.
            assertTrue(waited.compareTo(HASTY.patience()) >= 0, waited::toString);
        }
    }

    @Test
    void write_whatCameBefore_isRecordedBefore() throws Exception {
        CountDownLatch spoken = new CountDownLatch(1);
        Peer.Script early = socket -> {
            socket.getOutputStream().write('!');
            spoken.countDown();
            return ending(socket);
        };
        try (Peer peer = new Peer(early);
                Connection connection = Connection.open(peer.address(), PATIENT)) {
            spoken.await();
            connection.write(Bytes.utf8("abc"));
            List<String> kinds = connection.observation().facts().stream()
                    .map(fact -> fact.getClass().getSimpleName())
                    .toList();
            assertEquals(List.of("Connected", "Received", "Sent"), kinds);
        }
    }

    @Test
    void awaitTaken_peerGone_isUnreadNotConfirmed() throws Exception {
        Peer.Script leaving = socket -> {
            socket.close();
            return "left";
        };
        try (Peer peer = new Peer(leaving);
                Connection connection = Connection.open(peer.address(), PATIENT);
                Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            assertEquals("left", peer.saw());
            connection.write(Bytes.utf8("abc"));
            assertFalse(connection.awaitTaken(confirmation));
            assertFalse(connection.observation().confirmed());
        }
    }

    @Test
    void awaitTaken_peerThatDoesNotRead_isUnread() throws Exception {
        try (Peer peer = new Peer(socket -> "does not read");
                Connection connection = Connection.open(peer.address(), HASTY);
                Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            connection.write(Bytes.utf8("abc"));
            assertFalse(connection.awaitTaken(confirmation));
            assertTrue(connection.observation().has(Fact.Unread.class));
        }
    }

    /** A connection that never came about: everything that is then asked of it is a fact, and nothing throws. */
    private static void requireRefusedAndHarmless(Connection connection) {
        assertFalse(connection.connected());
        assertFalse(connection.usable());
        assertFalse(connection.write(Bytes.utf8("a")));
        try (Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            assertFalse(connection.awaitTaken(confirmation));
        }
        assertTrue(connection.readUpTo(1));
        assertInstanceOf(Match.Wrong.class, connection.await(Reply.exactly(Bytes.utf8("a")), 0));
        connection.halfClose();
        connection.reset();
        assertTrue(connection.observation().has(Fact.Refused.class));
        assertFalse(connection.observation().has(Fact.PeerReset.class));
        assertEquals(Bytes.EMPTY, connection.stream());
    }

    @Test
    void open_nobodyListens_isRefusedAndHarmless() throws IOException {
        InetSocketAddress closed;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        }
        try (Connection connection = Connection.open(closed, PATIENT)) {
            requireRefusedAndHarmless(connection);
        }
    }

    @Test
    void open_queueIsFull_isRefusedAndHarmless() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress full = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
            List<Connection> waiting = new ArrayList<>();
            while (waiting.isEmpty() || waiting.get(waiting.size() - 1).connected()) {
                assertTrue(waiting.size() < 16, "the queue has no end");
                waiting.add(Connection.open(full, HASTY));
            }
            requireRefusedAndHarmless(waiting.get(waiting.size() - 1));
            waiting.forEach(Connection::close);
        }
    }
}
