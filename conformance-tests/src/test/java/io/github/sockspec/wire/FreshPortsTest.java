package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshPortsTest {
    @Test
    void bind_portGivenBackAtOnce_isNotUsedAgainSoon() throws IOException {
        Set<Integer> ports = new HashSet<>();
        for (int time = 0; time < 1_000; time++) {
            ports.add(bound());
        }
        assertEquals(1_000, ports.size());
    }

    @Test
    void bind_portsInUse_takesAnother() throws IOException {
        InetAddress host = InetAddress.getLoopbackAddress();
        try (DatagramChannel first = DatagramChannel.open()) {
            FreshPorts.bind(first, host);
            Set<Integer> ports = new HashSet<>();
            for (int time = 0; time < FreshPorts.COUNT; time++) {
                ports.add(bound());
            }
            assertFalse(ports.contains(port(first)));
        }
    }

    private static int bound() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            FreshPorts.bind(channel, InetAddress.getLoopbackAddress());
            return port(channel);
        }
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }
}
