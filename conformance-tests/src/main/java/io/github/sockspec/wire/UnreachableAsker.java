package io.github.sockspec.wire;

import com.sun.jna.Native;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.kernel.Libc;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.observation.Fact;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;

/**
 * An asker whose port is gone when the reply comes. Closing it after asking is a race that a quick server wins. A socket
 * that is connected to somebody else is as good as closed to the server, before it asks: the kernel finds no socket for
 * the reply and answers it with ICMP "port unreachable".
 */
final class UnreachableAsker {
    /** Lengths of {@code sockaddr_in} and {@code sockaddr_in6}. */
    private static final int IPV4_LENGTH = 16;

    private static final int IPV6_LENGTH = 28;

    /** Discard and systat: nobody sends from there. */
    private static final int ELSEWHERE = 9;

    private static final int ELSEWHERE_AGAIN = 11;

    private static final int EADDRINUSE = 98;

    private UnreachableAsker() {}

    /** Asks and is gone; whether that is certain, or likely only. */
    static Fact.How ask(InetSocketAddress server, Bytes datagram) {
        try {
            if (Libc.here()) {
                deaf(server, datagram);
                return Fact.How.CONFIRMED;
            }
            try (DatagramChannel channel = DatagramChannel.open()) {
                FreshPorts.bind(channel, Endpoints.facing(server).getAddress());
                channel.send(datagram.buffer(), server);
            }
            return Fact.How.TIMED;
        } catch (IOException failed) {
            throw new WireFailure("a datagram could not be sent from a port that goes", failed);
        }
    }

    private static void deaf(InetSocketAddress server, Bytes datagram) throws IOException {
        int socket = Libc.socket(family(server), Libc.SOCK_DGRAM, 0);
        int length = length(server);
        ByteBuffer message = ByteBuffer.allocateDirect(Math.max(1, datagram.length()));
        message.put(datagram.buffer()).clear();
        try {
            int elsewhere = server.getPort() == ELSEWHERE ? ELSEWHERE_AGAIN : ELSEWHERE;
            if (socket < 0
                    || !bound(socket, server)
                    || Libc.connect(socket, address(server, elsewhere), length) < 0
                    || Libc.sendto(socket, message, datagram.length(), 0, address(server, server.getPort()), length)
                            < 0) {
                throw new IOException("error " + Native.getLastError());
            }
        } finally {
            Libc.close(socket);
        }
    }

    /** To a port that was not used lately, and nobody is to use soon: the reply to it may still be under way. */
    private static boolean bound(int socket, InetSocketAddress server) {
        for (int attempt = 0; attempt < FreshPorts.COUNT; attempt++) {
            ByteBuffer own = server.getAddress().isLoopbackAddress()
                    ? address(server, FreshPorts.next())
                    : anywhere(server, FreshPorts.next());
            if (Libc.bind(socket, own, length(server)) == 0) {
                return true;
            }
            if (Native.getLastError() != EADDRINUSE) {
                return false;
            }
        }
        return false;
    }

    private static int family(InetSocketAddress host) {
        return host.getAddress() instanceof Inet4Address ? Libc.AF_INET : Libc.AF_INET6;
    }

    private static int length(InetSocketAddress host) {
        return host.getAddress() instanceof Inet4Address ? IPV4_LENGTH : IPV6_LENGTH;
    }

    /** Family in the machine's order, port in the network's; no address yet, which stands for all of this machine. */
    private static ByteBuffer anywhere(InetSocketAddress host, int port) {
        ByteBuffer address = ByteBuffer.allocateDirect(length(host)).order(ByteOrder.nativeOrder());
        address.putShort(0, (short) family(host));
        return address.order(ByteOrder.BIG_ENDIAN).putShort(2, (short) port);
    }

    /** With the address, in the network's order too; IPv6 has the flow before it. */
    private static ByteBuffer address(InetSocketAddress host, int port) {
        ByteBuffer address = anywhere(host, port);
        address.put(family(host) == Libc.AF_INET ? 4 : 8, host.getAddress().getAddress());
        // A link-local address means nothing without its interface.
        return host.getAddress() instanceof Inet6Address scoped
                ? address.order(ByteOrder.nativeOrder()).putInt(24, scoped.getScopeId())
                : address;
    }
}
