package io.github.sockspec.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceServerTest {
    private static final ServerOptions DIGEST = ServerOptions.of(Service.DIGEST);

    @Test
    void start_everyService_listensOnLoopback(@TempDir Path directory) throws IOException {
        Path accounts = Files.writeString(directory.resolve("accounts"), "");
        ServerOptions options = ServerOptions.of(Service.values()).withAccounts(accounts);
        try (ReferenceServer server = ReferenceServer.start(options)) {
            for (Service service : Service.values()) {
                assertTrue(server.address(service).getAddress().isLoopbackAddress());
                assertTrue(server.address(service).getPort() > 0);
            }
        }
    }

    @Test
    void start_severalInOneProcess_doNotDisturbEachOther() throws IOException {
        try (ReferenceServer first = ReferenceServer.start(DIGEST);
                Peer peer = new Peer(first.address(Service.DIGEST))) {
            ReferenceServer.start(DIGEST).close();
            assertEquals(32, peer.chunk().text(32).length());
        }
    }

    @Test
    void start_portInUse_saysWhichAndLeavesNothingListening() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int freed = freePort();
            ServerOptions options = ServerOptions.of()
                    .with("--exec", Integer.toString(freed))
                    .with("--digest", Integer.toString(taken.getLocalPort()));
            String message = assertThrows(IOException.class, () -> ReferenceServer.start(options))
                    .toString();
            assertTrue(message.contains("--digest can't listen on /127.0.0.1:" + taken.getLocalPort()), message);
            new ServerSocket(freed, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void address_serviceThatWasNotStarted_isRefused() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(DIGEST)) {
            assertThrows(NullPointerException.class, () -> server.address(Service.LOGIN));
        }
    }

    @Test
    void maxConnections_oneMore_isClosedUntilOneHasGone() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(DIGEST.with("--max-connections", "3"))) {
            List<Peer> served = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Peer peer = new Peer(server.address(Service.DIGEST));
                assertEquals(32, peer.chunk().text(32).length());
                served.add(peer);
            }
            try (Peer refused = new Peer(server.address(Service.DIGEST))) {
                assertEquals("", refused.untilEnd());
            }
            served.get(0).reset();
            await().ignoreExceptions().until(() -> {
                try (Peer peer = new Peer(server.address(Service.DIGEST))) {
                    return peer.chunk().text(32).length() == 32;
                }
            });
            for (Peer peer : served) {
                peer.close();
            }
        }
    }

    @Test
    void idleTimeout_silentClient_isClosed() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(DIGEST.with("--idle-timeout", "1"));
                Peer peer = new Peer(server.address(Service.DIGEST))) {
            assertEquals("", peer.chunk((byte) 1).untilEnd());
        }
    }

    @Test
    void idleTimeout_runningCommand_isNotIdle() throws IOException {
        ServerOptions options = ServerOptions.of(Service.EXEC).with("--idle-timeout", "1");
        try (ReferenceServer server = ReferenceServer.start(options);
                Peer peer = new Peer(server.address(Service.EXEC))) {
            assertEquals("late\n", peer.send("sleep 2; echo late\n").output());
        }
    }

    @Test
    void close_idleClients_seeTheEndAtOnce() throws IOException {
        ReferenceServer server = ReferenceServer.start(DIGEST);
        try (Peer peer = new Peer(server.address(Service.DIGEST))) {
            assertEquals(32, peer.chunk().text(32).length());
            server.close();
            assertEquals("", peer.untilEnd());
            assertThrows(IOException.class, () -> new Peer(server.address(Service.DIGEST)));
        }
        server.close(); // a second time does nothing
    }

    @Test
    void close_clientThatDoesNotReadItsReply_isDroppedInTheEnd() throws IOException {
        ReferenceServer server = ReferenceServer.start(ServerOptions.of(Service.EXEC));
        try (Peer peer = new Peer(server.address(Service.EXEC))) {
            peer.send("head -c 60000000 /dev/zero\n").read(4);
            server.close();
            assertTrue(peer.untilEnd().length() < 60_000_000);
        }
    }
}
