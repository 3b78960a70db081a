package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestServerTest {
    private static final String HELLOCHEN = "6e92e6e4207d0f85e6f73e7f7eb10f8a";
    private static final String EMPTY = "d41d8cd98f00b204e9800998ecf8427e";

    private ReferenceServer server;

    @BeforeEach
    void start() throws IOException {
        server = ReferenceServer.start(ServerOptions.of(Service.DIGEST));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Peer connect() throws IOException {
        return new Peer(server.address(Service.DIGEST));
    }

    private void assertStillServing() throws IOException {
        try (Peer peer = connect()) {
            assertEquals(
                    HELLOCHEN, peer.chunk("hellochen".getBytes(UTF_8)).chunk().text(32));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', d41d8cd98f00b204e9800998ecf8427e",
        "a, 0cc175b9c0f1b6a831c399e269772661",
        "abc, 900150983cd24fb0d6963f7d28e17f72",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0",
        "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
        "hellochen, 6e92e6e4207d0f85e6f73e7f7eb10f8a"
    })
    void digest1_vectors_areDigested(String message, String expected) throws IOException {
        try (Peer peer = connect()) {
            for (byte b : message.getBytes(UTF_8)) {
                peer.chunk(b);
            }
            assertEquals(expected, peer.chunk().halfClose().untilEnd());
        }
    }

    @Test
    void digest2_divisionIntoChunks_doesNotMatter() throws IOException {
        try (Peer peer = connect()) {
            peer.chunk("hello".getBytes(UTF_8)).chunk("chen".getBytes(UTF_8)).chunk();
            assertEquals(HELLOCHEN, peer.text(32));
        }
    }

    @Test
    void digest3_byteByByteAndJoined_doesNotMatter() throws IOException {
        byte[] message = {5, 0, 0, 0, 'h', 'e', 'l', 'l', 'o', 4, 0, 0, 0, 'c', 'h', 'e', 'n', 0, 0, 0, 0};
        try (Peer peer = connect()) {
            assertEquals(HELLOCHEN, peer.sendByteByByte(message).text(32));
            assertEquals(HELLOCHEN + HELLOCHEN, peer.send(message).send(message).text(64));
        }
    }

    @Test
    void digest4_severalMessages_getDigestsOfTheirOwn() throws IOException {
        try (Peer peer = connect()) {
            assertEquals(EMPTY, peer.chunk().text(32));
            assertEquals(
                    HELLOCHEN, peer.chunk("hellochen".getBytes(UTF_8)).chunk().text(32));
            assertEquals(EMPTY, peer.chunk().text(32));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void digest5_negativeLength_closesWithoutADigest(int length) throws IOException {
        try (Peer peer = connect()) {
            peer.chunk("hello".getBytes(UTF_8)).send(Peer.littleEndian(length)).send(Peer.littleEndian(0));
            assertEquals("", peer.untilEnd());
        }
        assertStillServing();
    }

    @Test
    void digest5_endInsideAMessage_getsNoDigest() throws IOException {
        byte[] message = {3, 0, 0, 0, 'a', 'b', 'c', 0, 0, 0, 0};
        for (int length = 1; length < message.length; length++) {
            try (Peer peer = connect()) {
                peer.send(Arrays.copyOf(message, length)).halfClose();
                assertEquals("", peer.untilEnd(), "cut at " + length);
            }
            connect().send(Arrays.copyOf(message, length)).reset();
        }
        assertStillServing();
    }

    @Test
    void digest5_twoGibibytesAnnounced_costsNothing() throws IOException {
        try (Peer peer = connect()) {
            peer.send(Peer.littleEndian(Integer.MAX_VALUE)).send(new byte[1000]);
            assertStillServing();
            assertEquals("", peer.halfClose().untilEnd());
        }
    }

    @Test
    void digest5_randomBytes_leaveItServing() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            try (Peer peer = connect()) {
                peer.send(noise);
            }
        }
        assertStillServing();
    }

    @Test
    void digest8_silentClient_holdsUpNobody() throws IOException {
        try (Peer silent = connect().send(Peer.littleEndian(9))) {
            assertStillServing();
            assertEquals(HELLOCHEN, silent.send("hellochen").chunk().text(32));
        }
    }

    @Test
    void digest9_halfClosed_isAnswered() throws IOException {
        try (Peer peer = connect()) {
            assertEquals(EMPTY + EMPTY, peer.chunk().chunk().halfClose().untilEnd());
        }
    }
}
