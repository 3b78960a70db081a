package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatagramListenerTest {
    private static final Limits LIMITS = Limits.UNMEASURED.patient(Duration.ofSeconds(10));

    /** Nothing that a client does keeps a run from ending. */
    @Test
    void receive_askedWithoutEnd_comesToAnEnd() throws IOException {
        try (DatagramListener listener =
                        DatagramListener.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                DatagramSocket client = new DatagramSocket()) {
            DatagramPacket hello = new DatagramPacket(new byte[5], 5, listener.address());
            int asked = 0;
            Optional<DatagramListener.Asked> next = Optional.empty();
            do {
                client.send(hello);
                asked += next.isPresent() ? 1 : 0;
                next = listener.receive(LIMITS.guardedWait(), () -> false);
            } while (next.isPresent());
            assertEquals(4096, asked);
        }
    }

    @Test
    void receive_askerHasGone_stillHearsWhatWasSaidBefore() throws IOException {
        try (DatagramListener listener =
                        DatagramListener.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                DatagramSocket client = new DatagramSocket()) {
            client.send(new DatagramPacket(new byte[5], 5, listener.address()));
            assertTrue(listener.receive(LIMITS.guardedWait(), () -> true).isPresent());
            assertTrue(listener.receive(LIMITS.guardedWait(), () -> true).isEmpty());
        }
    }
}
