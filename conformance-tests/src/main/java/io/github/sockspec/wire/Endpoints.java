package io.github.sockspec.wire;

import io.github.sockspec.kernel.NumericAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** Sockets for datagrams, and their addresses as facts name them. */
final class Endpoints {
    /** Room for bursts of replies; the kernel lowers it to its own limit. */
    private static final int ROOM = 1 << 20;

    private Endpoints() {}

    /**
     * A socket that does not block and whose datagrams {@code selector} waits for.
     *
     * @param at where it is bound; port 0 stands for one that was not used lately
     */
    static DatagramChannel open(InetSocketAddress at, Selector selector) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, ROOM);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, ROOM);
            if (at.getPort() == 0) {
                FreshPorts.bind(channel, at.getAddress());
            } else {
                channel.bind(at);
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return channel;
        } catch (IOException unbindable) {
            channel.close();
            throw unbindable;
        }
    }

    /** Where a socket that talks to {@code server} is bound: to the loopback interface if that is where it is. */
    static InetSocketAddress facing(InetSocketAddress server) {
        InetAddress host = server.getAddress();
        return host.isLoopbackAddress() ? new InetSocketAddress(host, 0) : new InetSocketAddress(0);
    }

    /** The address with its port. */
    static String text(SocketAddress address) {
        return NumericAddress.address((InetSocketAddress) address);
    }
}
