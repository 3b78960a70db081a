package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.sockspec.client.ScriptedServer.Peer;
import io.github.sockspec.client.ScriptedServer.Script;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses DIGEST-C1 to DIGEST-C3, against servers that follow a script. */
class DigestClientTest {
    private static final String DIGEST = "6e92e6e4207d0f85e6f73e7f7eb10f8a";

    private final Path scratch;

    DigestClientTest(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    /** The content of one message, one char a byte, and how long each of its chunks was. */
    private record Message(String content, List<Integer> chunks) {
        static Message from(Peer client) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            List<Integer> chunks = new ArrayList<>();
            int length;
            do {
                length = ByteBuffer.wrap(client.bytes(4))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
                content.writeBytes(client.bytes(length));
                chunks.add(length);
            } while (length > 0);
            return new Message(content.toString(ISO_8859_1), chunks);
        }

        String digest() throws IOException {
            DigestInputStream digested = Md5.observe(new ByteArrayInputStream(content.getBytes(ISO_8859_1)));
            digested.readAllBytes();
            return Md5.of(digested);
        }
    }

    private Ended digest(Script script, String content, String... options) throws Exception {
        Path file = Files.writeString(scratch.resolve("file"), content);
        try (ScriptedServer server = new ScriptedServer(script)) {
            List<String> args = new ArrayList<>(List.of("digest", server.name(), file.toString()));
            args.addAll(List.of(options));
            Ended ended = Ended.inProcess("", args.toArray(String[]::new));
            return new Ended(ended.status(), ended.out(), ended.err().replace(server.name(), "SERVER"));
        }
    }

    @Test
    void c1_file_isSentAsChunksAndTheDigestPrinted() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        Script script = client -> {
            Message message = Message.from(client);
            received.add(message.content());
            client.send(message.digest().getBytes(US_ASCII));
            received.add(new String(client.rest(), UTF_8));
        };
        assertEquals(new Ended(0, DIGEST + "\n", ""), digest(script, "hellochen"));
        assertEquals(List.of("hellochen", ""), received);
    }

    @Test
    void c1_emptyFile_isAnEmptyMessage() throws Exception {
        List<List<Integer>> chunks = new CopyOnWriteArrayList<>();
        Script script = client -> {
            Message message = Message.from(client);
            chunks.add(message.chunks());
            client.send(message.digest().getBytes(US_ASCII));
        };
        assertEquals(new Ended(0, "d41d8cd98f00b204e9800998ecf8427e\n", ""), digest(script, ""));
        assertEquals(List.of(List.of(0)), chunks);
    }

    @Test
    void c1_anotherDigestThanTheFilesOwn_isNo() throws Exception {
        String other = "0" + DIGEST.substring(1);
        Script script = client -> {
            Message.from(client);
            client.send(other.getBytes(US_ASCII));
        };
        String message = "digest: SERVER answered another digest than the file's own, " + DIGEST + "\n";
        assertEquals(new Ended(1, other + "\n", message), digest(script, "hellochen"));
    }

    @Test
    void c1_serverThatReadsLate_getsEveryByte() throws Exception {
        byte[] content = new byte[24 * 1024 * 1024];
        new Random(42).nextBytes(content);
        Script script = client -> {
            client.awaitBlocked();
            client.send(Message.from(client).digest().getBytes(US_ASCII));
        };
        try (ScriptedServer server = new ScriptedServer(script);
                DigestClient client = new DigestClient(server.address(), Timeouts.DEFAULT)) {
            DigestInputStream digested = Md5.observe(new ByteArrayInputStream(content));
            String theirs = client.digest(digested);
            assertEquals(Md5.of(digested), theirs);
        }
    }

    @Test
    void c1_twoMessages_eachGetTheirDigest() throws Exception {
        Script script = client -> {
            String first = Message.from(client).digest();
            client.send(first.getBytes(US_ASCII));
            String second = Message.from(client).digest();
            client.send(second.getBytes(US_ASCII));
        };
        try (ScriptedServer server = new ScriptedServer(script);
                DigestClient client = new DigestClient(server.address(), Timeouts.DEFAULT)) {
            assertEquals(DIGEST, client.digest(new ByteArrayInputStream("hellochen".getBytes(US_ASCII))));
            assertEquals("d41d8cd98f00b204e9800998ecf8427e", client.digest(InputStream.nullInputStream()));
        }
    }

    static IntStream everyCut() {
        return IntStream.range(1, 32);
    }

    @ParameterizedTest
    @MethodSource("everyCut")
    void c2_digitsCutAnywhere_areReadWhole(int cut) throws Exception {
        Script script = client -> {
            Message.from(client);
            client.sendCut(DIGEST.getBytes(US_ASCII), cut);
        };
        assertEquals(new Ended(0, DIGEST + "\n", ""), digest(script, "hellochen"));
    }

    @Test
    void c2_digitsByteByByte_areReadWhole() throws Exception {
        Script script = client -> {
            Message.from(client);
            client.sendByteByByte(DIGEST.getBytes(US_ASCII));
        };
        assertEquals(new Ended(0, DIGEST + "\n", ""), digest(script, "hellochen"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31})
    void c3_finOrResetBeforeTheLastDigit_saysAtWhichByte(int count) throws Exception {
        byte[] start = DIGEST.substring(0, count).getBytes(US_ASCII);
        Script fin = client -> {
            Message.from(client);
            client.send(start);
        };
        Script reset = client -> {
            Message.from(client);
            client.send(start);
            client.awaitRead();
            client.reset();
        };
        String place = " the connection at byte " + count + " of the 32 digits\n";
        assertEquals(new Ended(3, "", "digest: SERVER closed" + place), digest(fin, "hellochen"));
        assertEquals(new Ended(3, "", "digest: SERVER reset" + place), digest(reset, "hellochen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "6e92g", "6E92", " ", "\n", "6e92e6e4207d0f85e6f73e7f7eb10f8\n"})
    void c3_notADigit_isToldAtOnce(String reply) throws Exception {
        Script script = client -> {
            Message.from(client);
            client.send(reply.getBytes(US_ASCII));
            client.rest();
        };
        Ended ended = digest(script, "hellochen");
        assertTrue(ended.err().contains(" instead of lower-case hexadecimal digits at byte "), ended.err());
        assertEquals(4, ended.status());
        assertEquals("", ended.out());
    }

    @Test
    void c3_silence_endsAtTheIdleTimeout() throws Exception {
        Ended ended = digest(Peer::rest, "hellochen", "--idle-timeout", "0.2");
        String message = "digest: SERVER neither sent nor took a byte for 200 ms at byte 0 of the 32 digits\n";
        assertEquals(new Ended(3, "", message), ended);
    }

    @Test
    void digest_serverThatNeverReads_endsAtTheIdleTimeout() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(30), Duration.ofMillis(300), Duration.ofSeconds(1));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return length;
            }
        };
        CountDownLatch over = new CountDownLatch(1);
        Script script = client -> {
            try {
                assertTrue(over.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        try (ScriptedServer server = new ScriptedServer(script);
                DigestClient client = new DigestClient(server.address(), timeouts)) {
            SocketTimeoutException e = assertThrows(SocketTimeoutException.class, () -> client.digest(endless));
            assertTrue(e.toString().contains(" of the chunk for offset "), e::toString);
            over.countDown();
        }
    }

    @Test
    void digest_contentThatFailsHalfWay_isALocalError() throws Exception {
        InputStream broken = mock(InputStream.class);
        when(broken.readNBytes(any(byte[].class), anyInt(), anyInt()))
                .thenReturn(3)
                .thenThrow(new IOException("Input/output error"));
        try (ScriptedServer server = new ScriptedServer(Peer::rest)) {
            try (DigestClient client = new DigestClient(server.address(), Timeouts.DEFAULT)) {
                IOException e = assertThrows(IOException.class, () -> client.digest(broken));
                assertEquals("Input/output error", e.getMessage());
            }
        }
    }

    @Test
    void digest_missingFile_isOneLineAndNoConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Peer::rest)) {
            String missing = scratch.resolve("none").toString();
            Ended ended = Ended.inProcess("", "digest", server.name(), missing);
            String message = "digest: local input or output failed: " + missing + " (No such file or directory)\n";
            assertEquals(new Ended(5, "", message), ended);
            assertEquals(0, server.connections());
        }
    }
}
