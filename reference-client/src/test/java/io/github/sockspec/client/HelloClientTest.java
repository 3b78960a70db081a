package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clauses HELLO-C1 to HELLO-C4, against servers that lose, are late, or are somebody else. */
class HelloClientTest {
    private DatagramSocket server;
    private DatagramSocket stranger;
    private String name;

    @BeforeEach
    void open() throws IOException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(30_000);
        name = "127.0.0.1:" + server.getLocalPort();
    }

    @AfterEach
    void close() {
        server.close();
        stranger.close();
    }

    private CompletableFuture<Ended> hello(String interval) {
        return CompletableFuture.supplyAsync(() -> Ended.inProcess("", "hello", name, "--interval", interval));
    }

    private static Ended end(CompletableFuture<Ended> client) throws Exception {
        return client.get(60, TimeUnit.SECONDS);
    }

    private DatagramPacket receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
        server.receive(packet);
        return packet;
    }

    private static void send(DatagramSocket from, String text, SocketAddress to) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }

    @Test
    void c1_hello_isSentInOneDatagramAndTheReplyPrinted() throws Exception {
        CompletableFuture<Ended> client = hello("30");
        DatagramPacket asked = receive();
        send(server, "hi", asked.getSocketAddress());
        assertEquals(new Ended(0, "hi from " + name + "\n", ""), end(client));
        assertEquals("hello", text(asked));
        server.setSoTimeout(50);
        assertThrows(IOException.class, this::receive, "nothing else was sent");
    }

    @Test
    void c1_replyTwice_isPrintedOnce() throws Exception {
        CompletableFuture<Ended> client = hello("30");
        DatagramPacket asked = receive();
        send(server, "hi", asked.getSocketAddress());
        send(server, "hi", asked.getSocketAddress());
        assertEquals(new Ended(0, "hi from " + name + "\n", ""), end(client));
    }

    @Test
    void c1_anotherReply_isPrintedAndTheServersError() throws Exception {
        CompletableFuture<Ended> client = hello("30");
        send(server, "go\u001b[2J", receive().getSocketAddress());
        String message = "hello: " + name + " answered 6 bytes instead of 'hi'\n";
        assertEquals(new Ended(4, "go?[2J from " + name + "\n", message), end(client));
    }

    @Test
    void c1_emptyReply_isTheServersError() throws Exception {
        CompletableFuture<Ended> client = hello("30");
        send(server, "", receive().getSocketAddress());
        assertEquals(4, end(client).status());
    }

    @Test
    void c2_noReply_endsAfterThreeDatagrams() throws Exception {
        CompletableFuture<Ended> client = hello("0.1");
        String message = "hello: " + name + " answered none of 3 datagrams, each awaited for 100 ms\n";
        assertEquals(new Ended(3, "", message), end(client));
        List<String> received = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            received.add(text(receive()));
        }
        assertEquals(List.of("hello", "hello", "hello"), received);
        server.setSoTimeout(50);
        assertThrows(IOException.class, this::receive, "there is no fourth");
    }

    @Test
    void c2_nobodyListens_endsInItsTime() throws Exception {
        server.close();
        String message = "hello: " + name + " answered none of 3 datagrams, each awaited for 50 ms\n";
        assertEquals(new Ended(3, "", message), end(hello("0.05")));
    }

    @Test
    void c2_unknownHost_isOneLine() {
        HelloClient client =
                new HelloClient(InetSocketAddress.createUnresolved("nowhere.invalid", 1), Timeouts.DEFAULT);
        assertThrows(ConnectException.class, client::ask);
    }

    @Test
    void c3_firstTwoDatagramsLost_theThirdIsAnswered() throws Exception {
        CompletableFuture<Ended> client = hello("2");
        receive();
        receive();
        send(server, "hi", receive().getSocketAddress());
        assertEquals(new Ended(0, "hi from " + name + "\n", ""), end(client));
    }

    @Test
    void c3_replyLaterThanTheNextDatagram_isAReply() throws Exception {
        CompletableFuture<Ended> client = hello("2");
        SocketAddress asker = receive().getSocketAddress();
        assertEquals(asker, receive().getSocketAddress(), "all are asked from one port, so that a late reply arrives");
        send(server, "hi", asker);
        assertEquals(0, end(client).status());
    }

    @Test
    void c4_datagramFromAnotherPort_isIgnored() throws Exception {
        CompletableFuture<Ended> client = hello("30");
        SocketAddress asker = receive().getSocketAddress();
        send(stranger, "no", asker);
        send(stranger, "hi", asker);
        send(server, "hi", asker);
        assertEquals(new Ended(0, "hi from " + name + "\n", ""), end(client));
    }

    @Test
    void c4_onlyAnotherPortAnswers_isNoReply() throws Exception {
        CompletableFuture<Ended> client = hello("0.2");
        for (int i = 0; i < 3; i++) {
            send(stranger, "hi", receive().getSocketAddress());
        }
        assertEquals(3, end(client).status());
    }
}
