package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Marks;
import io.github.sockspec.conversation.Marks.Slot;
import io.github.sockspec.conversation.Marks.Source;
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
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Gives an id that is its port's for each line, in front of the line. */
    private static String ids(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String reply = "%05d%s\n".formatted(socket.getPort(), line);
            socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
        }
        socket.close();
        return "FIN";
    }

    private static Marks slots(Slot... slots) {
        return new Marks(List.of(), List.of(), List.of(slots));
    }

    private static final Reply END = Reply.exactly(Bytes.utf8("\n"));

    /** Says a fresh word, hears it behind an id; says the id, hears it behind the same. */
    private static final Conversation ECHOED = Conversation.of(
            "echoed",
            new Conversation.Turn(
                    Bytes.utf8("____\n"),
                    slots(new Slot(0, 4, "word", Source.FRESH)),
                    Reply.inOrder(List.of(Reply.any(5, "id"), Reply.kept("word", 4), END))),
            new Conversation.Turn(
                    Bytes.utf8("id _____\n"),
                    slots(new Slot(3, 5, "id", Source.KEPT)),
                    Reply.inOrder(
                            List.of(Reply.kept("id", 5), Reply.exactly(Bytes.utf8("id ")), Reply.kept("id", 5), END))));

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "EVERY_CUT", "BYTE_BY_BYTE", "RESEGMENTED", "HALF_CLOSED"})
    void carry_freshAndKept_areFilledOnEachConnection(Family family) throws Exception {
        try (Peer peer = new Peer(CarrierTest::ids);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            Set<Bytes> words = new HashSet<>();
            List<Delivery> deliveries =
                    family.of(ECHOED.shape(), new Sampling(1, 8)).toList();
            for (Delivery delivery : deliveries) {
                Observation seen = carrier.carry(peer.address(), ECHOED, delivery);
                String sent = seen.sent().decode(StandardCharsets.US_ASCII);
                assertTrue(sent.matches("[a-z]{4}\nid [0-9]{5}\n"), sent);
                assertEquals(
                        sent.substring(8, 13),
                        seen.received().decode(StandardCharsets.US_ASCII).substring(0, 5));
                assertEquals(Finding.HOLDS, ConversationJudge.judge(ECHOED, delivery, seen));
                words.add(seen.sent().slice(0, 4));
            }
            assertEquals(deliveries.size(), words.size(), "each connection has a word of its own");
        }
    }

    @Test
    void carryTogether_freshWords_differSideBySide() throws Exception {
        try (Peer peer = new Peer(CarrierTest::ids);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            List<Delivery> cuts =
                    Family.EVERY_CUT.of(ECHOED.shape(), Sampling.DEFAULT).toList();
            List<Observation> all = carrier.carryTogether(peer.address(), ECHOED, cuts);
            assertEquals(
                    cuts.size(), all.stream().map(Observation::sent).distinct().count());
            for (int index = 0; index < cuts.size(); index++) {
                assertEquals(Finding.HOLDS, ConversationJudge.judge(ECHOED, cuts.get(index), all.get(index)));
            }
        }
    }

    @Test
    void carry_manyMessagesAndALongOne_allIsSaidAndHeard() throws Exception {
        List<Conversation.Turn> turns = new ArrayList<>(Collections.nCopies(1_000, turn("ask\n")));
        turns.add(turn("a".repeat(8 << 20) + "\n"));
        Conversation many = Conversation.of("many", turns);
        try (Peer peer = new Peer(CarrierTest::blocks);
                Carrier carrier = Carrier.confirming(PATIENT)) {
            for (Family family : List.of(Family.WHOLE, Family.BYTE_BY_BYTE, Family.JOINED)) {
                Delivery delivery =
                        family.of(many.shape(), new Sampling(1, 8)).findFirst().orElseThrow();
                Observation seen = carrier.carry(peer.address(), many, delivery);
                assertEquals(many.shape().length(), seen.sent().length());
                assertEquals(Finding.HOLDS, ConversationJudge.judge(many, delivery, seen));
                assertTrue(seen.confirmed());
            }
        }
    }

    /** Answers each line with ok, reading as much as there is. */
    private static String blocks(Socket socket) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int read = socket.getInputStream().read(block);
                read >= 0;
                read = socket.getInputStream().read(block)) {
            for (int at = 0; at < read; at++) {
                if (block[at] == '\n') {
                    socket.getOutputStream().write(new byte[] {'o', 'k'});
                }
            }
        }
        socket.close();
        return "FIN";
    }
}
