package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.kernel.SockDiag;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.protocol.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierTest {
    private static final Limits PATIENT = Limits.UNMEASURED.patient(Duration.ofSeconds(20));
    private static final Conversation TWO = Conversation.of("two", turn("ask\n"), turn("again\n"));

    private static Conversation.Turn turn(String says) {
        return Conversation.Turn.of(Bytes.utf8(says), Reply.exactly(Bytes.utf8("ok")));
    }

    /** Answers each line with ok. */
    private static String lines(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                socket.getOutputStream().write(new byte[] {'o', 'k'});
            }
        }
        socket.close();
        return "FIN";
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "EVERY_CUT", "BYTE_BY_BYTE", "JOINED", "AND_A_HALF", "RESEGMENTED"})
    void carry_rightPeer_isAnsweredAndConfirmed(Family family) throws Exception {
        try (Peer peer = new Peer(CarrierTest::lines);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            for (Delivery delivery : family.of(TWO.shape(), Sampling.DEFAULT).toList()) {
                Observation seen = carrier.carry(peer.address(), TWO, delivery);
                assertEquals(Bytes.utf8("okok"), seen.received(), delivery::toString);
                assertEquals(TWO.said(), seen.sent());
                assertTrue(seen.confirmed(), seen::toString);
                assertEquals(
                        delivery.writes(),
                        seen.all(Fact.Sent.class)
                                .map(sent -> sent.bytes().length())
                                .toList());
            }
        }
    }

    @Test
    void carryTogether_timed_everyCutIsTimedAndAnswered() throws Exception {
        try (Peer peer = new Peer(CarrierTest::lines);
                Carrier carrier = new Carrier(new TimedConfirmation(Duration.ofMillis(2)), PATIENT)) {
            List<Delivery> cuts =
                    Family.EVERY_CUT.of(TWO.shape(), Sampling.DEFAULT).toList();
            List<Observation> all = carrier.carryTogether(peer.address(), TWO, cuts);
            assertEquals(cuts.size(), all.size());
            for (Observation seen : all) {
                assertEquals(Bytes.utf8("okok"), seen.received());
                assertFalse(seen.confirmed());
                assertEquals(
                        Fact.How.TIMED,
                        seen.first(Fact.Taken.class).orElseThrow().how());
            }
        }
    }

    @Test
    void carry_answerTooMany_isHeard() throws Exception {
        Peer.Script twice = socket -> {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                if (in.available() == 0) {
                    socket.getOutputStream().write("okok".getBytes(StandardCharsets.US_ASCII));
                }
            }
            socket.close();
            return "FIN";
        };
        Conversation one = Conversation.of("one", turn("ask\n"));
        try (Peer peer = new Peer(twice);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            Observation seen = carrier.carry(peer.address(), one, Delivery.of(List.of(4)));
            assertEquals(Bytes.utf8("okok"), seen.received());
            assertTrue(seen.has(Fact.PeerFinished.class));
        }
    }

    @Test
    void carry_answerNotAwaited_peerIsHeardOut() throws Exception {
        Peer.Script late = socket -> {
            while (socket.getInputStream().read() >= 0) {
                // Until the FIN.
            }
            OutputStream out = socket.getOutputStream();
            for (int block = 0; block < 64; block++) {
                out.write(new byte[1 << 16]);
            }
            socket.shutdownOutput();
            return "all of it went: " + (socket.getInputStream().read() < 0);
        };
        Conversation none = Conversation.of("none", Conversation.Turn.of(Bytes.utf8("ask\n"), Reply.nothing()));
        try (Peer peer = new Peer(late);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            Observation seen = carrier.carry(peer.address(), none, Delivery.of(List.of(4)));
            assertEquals("all of it went: true", peer.saw());
            assertEquals(4 << 20, seen.received().length());
            assertFalse(seen.has(Fact.PeerReset.class));
        }
    }

    @Test
    void carry_endings_reachThePeerAsSuch() throws Exception {
        Peer.Script witness = socket -> {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // Until the end.
                }
                return "FIN";
            } catch (IOException reset) {
                return "RST";
            }
        };
        try (Peer peer = new Peer(witness);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            for (Ending.How how : List.of(Ending.How.FIN, Ending.How.RST)) {
                Delivery part = Delivery.of(List.of(2)).ending(new Ending(how, Ending.When.AFTER_READ));
                carrier.carry(peer.address(), TWO, part);
                assertEquals(how.name(), peer.saw());
            }
        }
    }

    /** Java's own sockets are dual-stack: over 127.0.0.1 the peer is a v4-mapped one. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void carry_eitherLoopback_isConfirmed(String host) throws Exception {
        InetAddress address = InetAddress.getByName(host);
        try (Peer peer = new Peer(InetAddress.getByName("::"), CarrierTest::lines);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            Delivery bytes = Family.BYTE_BY_BYTE
                    .of(TWO.shape(), Sampling.DEFAULT)
                    .findFirst()
                    .orElseThrow();
            Observation seen = carrier.carry(new InetSocketAddress(address, peer.port()), TWO, bytes);
            assertTrue(seen.confirmed(), seen::toString);
            assertEquals(9, seen.all(Fact.Taken.class).count());
        }
    }

    @Test
    void waiting_listeningPort_hasAnInodeAndAClosedOneNone() throws Exception {
        try (SockDiag diag = new SockDiag()) {
            Peer peer = new Peer(CarrierTest::lines);
            int port = peer.port();
            try (peer) {
                assertEquals(1, diag.waiting(Transport.TCP, port).size());
                assertEquals(List.of(), diag.waiting(Transport.UDP, port));
            }
            // The system lets go of a listener when the thread that waits in accept has returned.
            assertTrue(Waiting.until(
                    PATIENT.patience(), () -> diag.waiting(Transport.TCP, port).isEmpty()));
        }
    }
}
