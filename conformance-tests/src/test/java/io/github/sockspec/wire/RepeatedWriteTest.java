package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.wire.RepeatedWrite.State;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RepeatedWriteTest {
    private static final Limits PATIENT = Limits.UNMEASURED.patient(Duration.ofSeconds(20));
    private static final Limits HASTY = Limits.UNMEASURED.patient(Duration.ofMillis(300));
    private static final Bytes BLOCK = Bytes.repeat(Bytes.utf8("a"), 1 << 16);
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static String count(Socket socket) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long count = 0;
        for (int read = socket.getInputStream().read(buffer); read >= 0; ) {
            count += read;
            read = socket.getInputStream().read(buffer);
        }
        return count + " bytes";
    }

    private static Peer.Script after(long bytes, CountDownLatch ended) {
        return socket -> {
            socket.getInputStream().readNBytes((int) bytes);
            try {
                ended.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return "left";
        };
    }

    @Test
    void on_readerThatReadsAll_isOpenAndAllIsKnownToBeRead() throws Exception {
        try (Peer peer = new Peer(RepeatedWriteTest::count);
                Connection connection = Connection.open(peer.address(), PATIENT);
                Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            RepeatedWrite pouring = new RepeatedWrite(connection, confirmation, BLOCK);
            assertEquals(State.OPEN, pouring.on(8 * MEBIBYTE + 5, LONG));
            assertTrue(pouring.awaitRead());
            assertEquals(8 * MEBIBYTE + 5, pouring.read());
            assertEquals(8 * MEBIBYTE + 5, connection.sent());
            connection.halfClose();
            assertEquals(8 * MEBIBYTE + 5 + " bytes", peer.saw());
        }
    }

    @Test
    void on_readerThatStops_isUnreadAndWhatItHasReadIsKnown() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Peer peer = new Peer(after(MEBIBYTE, ended));
                Connection connection = Connection.open(peer.address(), HASTY);
                Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            RepeatedWrite pouring = new RepeatedWrite(connection, confirmation, BLOCK);
            assertEquals(State.UNREAD, pouring.on(64 * MEBIBYTE, LONG));
            assertEquals(MEBIBYTE, pouring.read());
            assertTrue(pouring.sent() < 8 * MEBIBYTE, "sent " + pouring.sent());
            assertFalse(pouring.awaitRead());
            ended.countDown();
        }
    }

    @Test
    void on_readerThatLeaves_isRefused() throws Exception {
        try (Peer peer = new Peer(socket -> {
                    socket.getInputStream().readNBytes((int) MEBIBYTE);
                    socket.close();
                    return "left";
                });
                Connection connection = Connection.open(peer.address(), PATIENT);
                Confirmation confirmation = KernelConfirmation.orElse(Duration.ofMillis(5))) {
            RepeatedWrite pouring = new RepeatedWrite(connection, confirmation, BLOCK);
            assertEquals(State.REFUSED, pouring.on(64 * MEBIBYTE, LONG));
        }
    }

    @Test
    void on_kernelThatCanNotBeAsked_countsWhatWasSent() throws Exception {
        try (Peer peer = new Peer(RepeatedWriteTest::count);
                Connection connection = Connection.open(peer.address(), PATIENT)) {
            RepeatedWrite pouring = new RepeatedWrite(connection, new TimedConfirmation(Duration.ZERO), BLOCK);
            assertEquals(State.OPEN, pouring.on(MEBIBYTE, LONG));
            assertFalse(pouring.told());
            assertEquals(MEBIBYTE, pouring.read());
        }
    }
}
