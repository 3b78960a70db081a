package io.github.sockspec.wire;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.DatagramFamily;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.observation.Fact;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DatagramRelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DatagramChannel server;
    private DatagramChannel client;

    @BeforeEach
    void open() throws Exception {
        server = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        client = DatagramChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        server.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        client.close();
    }

    private static InetSocketAddress address(DatagramChannel channel) {
        return (InetSocketAddress) channel.socket().getLocalSocketAddress();
    }

    private static Bytes receive(DatagramChannel channel) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        channel.receive(buffer);
        return Bytes.of(buffer.array(), buffer.position());
    }

    private void ask(DatagramRelay relay, int datagrams) throws Exception {
        for (int index = 0; index < datagrams; index++) {
            client.send(ByteBuffer.wrap(new byte[] {(byte) index}), relay.address());
        }
    }

    private static DatagramPlan first(DatagramFamily family, int datagrams) {
        return family.of(datagrams, Sampling.DEFAULT).findFirst().orElseThrow();
    }

    @Test
    void relay_bothDirections_replyComesBack() throws Exception {
        try (DatagramRelay relay = DatagramRelay.to(address(server), DatagramPlan.AS_SENT, DatagramPlan.AS_SENT)) {
            client.send(ByteBuffer.wrap(new byte[65_507]), relay.address());
            ByteBuffer asked = ByteBuffer.allocate(1 << 16);
            SocketAddress from = server.receive(asked);
            assertEquals(65_507, asked.position());
            server.send(ByteBuffer.wrap(new byte[] {7}), from);
            assertEquals(Bytes.of((byte) 7), receive(client));
        }
    }

    @Test
    void relay_reordered_neighboursSwapped() throws Exception {
        DatagramPlan swapped = first(DatagramFamily.REORDERED, 6);
        try (DatagramRelay relay = DatagramRelay.to(address(server), swapped, DatagramPlan.AS_SENT)) {
            ask(relay, 6);
            for (int expected : List.of(1, 0, 3, 2, 5, 4)) {
                assertEquals(Bytes.of((byte) expected), receive(server));
            }
        }
    }

    @Test
    void relay_dropped_everySecondArrives() throws Exception {
        DatagramPlan dropped = first(DatagramFamily.DROPPED, 6);
        try (DatagramRelay relay = DatagramRelay.to(address(server), dropped, DatagramPlan.AS_SENT)) {
            ask(relay, 6);
            for (int expected : List.of(1, 3, 5)) {
                assertEquals(Bytes.of((byte) expected), receive(server));
            }
            await().atMost(PATIENCE).until(() -> relay.observation().facts().size() == 3);
        }
    }

    @Test
    void relay_repliesDuplicated_comeTwice() throws Exception {
        DatagramPlan twice = first(DatagramFamily.DUPLICATED, 1);
        try (DatagramRelay relay = DatagramRelay.to(address(server), DatagramPlan.AS_SENT, twice)) {
            ask(relay, 1);
            ByteBuffer asked = ByteBuffer.allocate(8);
            SocketAddress from = server.receive(asked);
            server.send(ByteBuffer.wrap(new byte[] {7}), from);
            assertEquals(receive(client), receive(client));
        }
    }

    @Test
    void relay_closed_leavesNeitherThreadNorPort() throws Exception {
        DatagramRelay relay = DatagramRelay.to(address(server), DatagramPlan.AS_SENT, DatagramPlan.AS_SENT);
        InetSocketAddress at = relay.address();
        ask(relay, 3);
        relay.close();
        DatagramChannel.open().bind(at).close();
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("sockspec datagram relay"))
                        .count());
    }

    @Test
    void plans_sameSeed_samePlans() {
        for (DatagramFamily family : DatagramFamily.values()) {
            assertEquals(
                    family.of(32, Sampling.DEFAULT).toList(),
                    family.of(32, Sampling.DEFAULT).toList());
        }
    }

    /** Every datagram that is held back is let go by one that comes later. */
    @Test
    void plans_reordered_nothingIsHeldForEver() {
        for (DatagramPlan plan :
                DatagramFamily.REORDERED.of(32, Sampling.DEFAULT).toList()) {
            IntStream.range(0, 32)
                    .forEach(index ->
                            assertTrue(index + plan.passage(index).overtakenBy() < 32, () -> "datagram " + index));
        }
    }

    /** The kernel itself says that nobody is there, although the server has not answered before the asker was gone. */
    @Test
    void departedAsker_answered_portIsUnreachable() throws Exception {
        assertEquals(Fact.How.CONFIRMED, UnreachableAsker.ask(address(server), Bytes.utf8("hello")));
        ByteBuffer asked = ByteBuffer.allocate(8);
        server.connect(server.receive(asked));
        server.write(ByteBuffer.wrap(new byte[] {7}));
        assertEquals(Bytes.utf8("hello"), Bytes.of(asked.array(), asked.position()));
        assertThrows(PortUnreachableException.class, () -> server.read(ByteBuffer.allocate(8)));
    }

    /** The kernel's count of what it dropped for want of room is what keeps the blame from the program. */
    @Test
    void serverPort_fullQueue_overrunIsSeen() throws Exception {
        server.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        DatagramLog log = new DatagramLog(0);
        try (ServerPort port = new ServerPort()) {
            ServerPort.Look before = port.look(address(server));
            for (int index = 0; index < 100; index++) {
                client.send(ByteBuffer.wrap(new byte[64]), address(server));
            }
            assertTrue(before.overrun(log).isPresent());
            assertTrue(before.unbound(log).isEmpty());
            InetSocketAddress gone = address(server);
            server.close();
            assertTrue(before.unbound(log).isPresent(), () -> gone + " is still bound");
        }
    }
}
