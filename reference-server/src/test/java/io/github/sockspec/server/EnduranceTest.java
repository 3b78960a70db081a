package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server holds, told by the system: it runs in a process of its own. */
class EnduranceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private interface Client {
        void disconnect(Peer peer, int number) throws IOException;
    }

    private record Holdings(long descriptors, long threads, long children) {
        static Holdings of(Launched server) {
            return new Holdings(server.descriptors(), server.threads(), server.children());
        }

        boolean isWithin(Holdings other) {
            return descriptors <= other.descriptors && threads <= other.threads && children <= other.children;
        }
    }

    private static void assertSettlesAfter200Disconnects(Launched server, Client client) throws IOException {
        InetSocketAddress address = server.address();
        long idle = server.sockets();
        for (int i = 0; i < 20; i++) { // what is loaded or opened once is no leak
            client.disconnect(new Peer(address), i);
        }
        await().atMost(PATIENCE).until(() -> server.children() == 0 && server.sockets() == idle);
        Holdings before = Holdings.of(server);
        for (int i = 0; i < 200; i++) {
            client.disconnect(new Peer(address), i);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertTrue(
                        Holdings.of(server).isWithin(before), () -> before + " became " + Holdings.of(server)));
        assertFallsQuiet(server);
    }

    /** Within some second it uses less than two hundredths of one. */
    private static void assertFallsQuiet(Launched server) {
        long[] last = {Long.MIN_VALUE};
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            long now = server.processorTicks();
            boolean quiet = now - last[0] < 2;
            last[0] = now;
            return quiet;
        });
    }

    @Test
    void login10_200AbruptDisconnects_leaveNothingBehind(@TempDir Path directory) throws IOException {
        Path accounts = Files.writeString(directory.resolve("accounts"), "chen:123\n");
        try (Launched server = Launched.start("--login", "0", "--accounts", accounts.toString())) {
            assertSettlesAfter200Disconnects(
                    server, (peer, number) -> peer.send("chen|123\nchen|1".substring(0, number % 15))
                            .reset());
        }
    }

    @Test
    void exec17_200AbruptDisconnects_leaveNothingBehind() throws IOException {
        try (Launched server = Launched.start("--exec", "0")) {
            assertSettlesAfter200Disconnects(server, (peer, number) -> {
                peer.send(number % 4 == 0 ? "sleep 1000 & sleep 1000\n" : "head -c 1000000 /dev/zero\nsleep 1");
                if (number % 2 == 0) {
                    peer.reset();
                    await().atMost(PATIENCE).until(() -> server.children() == 0);
                } else {
                    peer.read(100);
                    peer.reset();
                }
            });
        }
    }

    @Test
    void digest7_200AbruptDisconnects_leaveNothingBehind() throws IOException {
        try (Launched server = Launched.start("--digest", "0")) {
            assertSettlesAfter200Disconnects(server, (peer, number) -> peer.chunk(new byte[number * 1000])
                    .reset());
        }
    }

    @Test
    void digest6_oneGibibyte_doesNotGrowWithTheMessage() throws IOException {
        try (Launched server = Launched.start("--digest", "0");
                Peer peer = new Peer(server.address())) {
            byte[] mebibyte = new byte[1 << 20];
            peer.chunk(mebibyte).chunk().text(32);
            long before = server.residentKilobytes();
            peer.send(Peer.littleEndian(1 << 30));
            for (int i = 0; i < 1024; i++) {
                peer.send(mebibyte);
            }
            assertEquals("cd573cfaace07e7949bc0c46028904ff", peer.chunk().text(32));
            for (int i = 0; i < 1024; i++) {
                peer.chunk(mebibyte);
            }
            assertEquals("cd573cfaace07e7949bc0c46028904ff", peer.chunk().text(32));
            long grown = server.residentKilobytes() - before;
            assertTrue(grown < 64 * 1024, grown + " KiB");
        }
    }

    @Test
    void descriptors_noneLeft_isSaidAndItGoesOnWhenClientsHaveGone() throws IOException {
        List<Peer> many = new ArrayList<>();
        try (Launched server = Launched.startWith(60, "--digest", "0")) {
            InetSocketAddress address = server.address();
            for (int i = 0; i < 80; i++) {
                many.add(new Peer(address)); // those that can't be accepted wait in the kernel's queue
            }
            await().atMost(PATIENCE).until(() -> server.errorLine().contains("Too many open files"));
            for (Peer peer : many) {
                peer.reset();
            }
            try (Peer peer = new Peer(address)) {
                assertEquals(32, peer.chunk().text(32).length());
            }
            assertFallsQuiet(server);
        }
    }

    @Test
    void maxConnections_reached_isSaid() throws IOException {
        try (Launched server = Launched.start("--digest", "0", "--max-connections", "1")) {
            InetSocketAddress address = server.address();
            try (Peer served = new Peer(address);
                    Peer refused = new Peer(address)) {
                assertEquals("", refused.untilEnd());
                assertTrue(server.errorLine().endsWith("there are as many as --max-connections allows"));
                assertEquals(32, served.chunk().text(32).length());
            }
        }
    }

    @Test
    void idle_5000Connections_doNotKeepItFromAnswering() throws IOException {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long allowed = system.getMaxFileDescriptorCount();
        assertTrue(allowed > 5500, () -> "this test needs 5,500 descriptors; `ulimit -n` allows " + allowed);
        List<Peer> idle = new ArrayList<>();
        try (Launched server = Launched.start("--exec", "0", "--digest", "0")) {
            InetSocketAddress exec = server.address();
            InetSocketAddress digest = server.address();
            for (int i = 0; i < 5000; i++) {
                idle.add(new Peer(i % 2 == 0 ? exec : digest));
            }
            await().atMost(PATIENCE).until(() -> server.threads() > 5000);
            System.out.println("5,000 idle connections: " + server.residentKilobytes() / 1024 + " MiB resident");
            try (Peer peer = new Peer(exec)) {
                assertEquals("hi\n", peer.send("echo hi\n").output());
            }
            assertEquals("last\n", idle.get(4998).send("echo last\n").output());
            assertEquals(
                    32,
                    idle.get(4999).chunk("x".getBytes(UTF_8)).chunk().text(32).length());
            assertFallsQuiet(server);
        } finally {
            for (Peer peer : idle) {
                peer.close();
            }
        }
    }
}
