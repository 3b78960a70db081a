package io.github.sockspec.kernel;

import io.github.sockspec.protocol.Transport;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * Asks the kernel about sockets, over netlink's {@code sock_diag}: no privilege is needed, and a look-up takes a few
 * microseconds however many sockets there are. It answers for the network namespace in which it was opened. For one
 * thread at a time.
 */
public final class SockDiag implements AutoCloseable {
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short SOCK_DESTROY = 21;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final short NLM_F_REQUEST = 1;
    private static final short NLM_F_ACK = 4;
    private static final short NLM_F_DUMP = 0x300;
    private static final byte AF_INET = 2;
    private static final byte AF_INET6 = 10;
    private static final byte TCP = 6;
    private static final byte UDP = 17;

    /** Lengths of {@code nlmsghdr}, of it with {@code inet_diag_req_v2}, and of {@code inet_diag_msg}. */
    private static final int HEADER = 16;

    private static final int QUESTION = HEADER + 56;
    private static final int MESSAGE = 72;

    /** Length of {@code inet_diag_sockid}: ports, addresses, interface and cookie of one socket. */
    private static final int SOCKET_ID = 48;

    /** The attribute that holds {@code tcp_info}, and where {@code tcpi_bytes_received} stands in that. */
    private static final int INET_DIAG_INFO = 2;

    private static final int BYTES_RECEIVED = 128;

    /** The attribute that holds what a socket's memory is used for, and where its drops stand in that. */
    private static final int INET_DIAG_SKMEMINFO = 7;

    private static final int DROPS = 32;

    /**
     * The sockets that are looked for.
     *
     * @param protocol {@code IPPROTO_TCP} or {@code IPPROTO_UDP}
     * @param states a bit for each state
     * @param port their own
     */
    private record Sought(byte protocol, int states, int port) {}

    private final Netlink netlink = new Netlink();

    /** Whether this system can be asked at all. */
    public static boolean available() {
        return Libc.here();
    }

    /** The TCP socket whose own address is {@code own} and whose peer is {@code peer}; empty when there is none. */
    public Optional<SocketState> connection(InetSocketAddress own, InetSocketAddress peer) {
        byte family = own.getAddress() instanceof Inet4Address ? AF_INET : AF_INET6;
        question(family, TCP, NLM_F_REQUEST, -1);
        ByteBuffer ports = netlink.question().order(ByteOrder.BIG_ENDIAN);
        ports.putShort(HEADER + 8, (short) own.getPort()).putShort(HEADER + 10, (short) peer.getPort());
        ports.put(HEADER + 12, own.getAddress().getAddress())
                .put(HEADER + 28, peer.getAddress().getAddress());
        int length = netlink.ask(QUESTION);
        if (length < HEADER + MESSAGE || netlink.answer().getShort(4) != SOCK_DIAG_BY_FAMILY) {
            return Optional.empty();
        }
        // Where no connection matches, the kernel may answer with the listening socket.
        return Optional.of(state(netlink.answer())).filter(state -> state.state() != SocketState.LISTEN);
    }

    /** The inodes of the sockets that wait for clients on {@code port}: listening ones, or bound ones for datagrams. */
    public List<Long> waiting(Transport transport, int port) {
        List<Long> inodes = new ArrayList<>();
        Sought sought = transport == Transport.UDP
                ? new Sought(UDP, 1 << SocketState.CLOSE, port)
                : new Sought(TCP, 1 << SocketState.LISTEN, port);
        for (byte family : new byte[] {AF_INET, AF_INET6}) {
            dump(family, sought, message -> inodes.add(inode(message)));
        }
        return inodes;
    }

    /**
     * How many datagrams the kernel has dropped because the sockets bound to {@code port} had no room for them; empty when
     * nothing is bound to it.
     */
    public OptionalLong dropped(int port) {
        List<Long> drops = new ArrayList<>();
        for (byte family : new byte[] {AF_INET, AF_INET6}) {
            dump(family, new Sought(UDP, 1 << SocketState.CLOSE, port), message -> drops.add(drops(message)));
        }
        return drops.stream().mapToLong(Long::longValue).reduce(Long::sum);
    }

    /**
     * Makes the kernel forget the TCP connections that nobody holds any more but which linger on {@code port}, in
     * TIME_WAIT above all: they keep a server that takes no special care from binding it again. Needs CAP_NET_ADMIN in
     * this network namespace.
     *
     * @return whether none is left; false where the right is missing
     */
    public boolean forget(int port) {
        boolean forgotten = true;
        for (byte family : new byte[] {AF_INET, AF_INET6}) {
            for (byte[] id : lingering(family, port)) {
                forgotten &= destroy(family, id);
            }
        }
        return forgotten;
    }

    private List<byte[]> lingering(byte family, int port) {
        List<byte[]> ids = new ArrayList<>();
        dump(family, new Sought(TCP, ~(1 << SocketState.LISTEN), port), message -> {
            if (inode(message) == 0) {
                ids.add(id(message));
            }
        });
        return ids;
    }

    private boolean destroy(byte family, byte[] id) {
        question(family, TCP, (short) (NLM_F_REQUEST | NLM_F_ACK), -1);
        netlink.question().putShort(4, SOCK_DESTROY).put(HEADER + 8, id);
        netlink.ask(QUESTION);
        return netlink.answer().getShort(4) == NLMSG_ERROR && netlink.answer().getInt(HEADER) == 0;
    }

    private void dump(byte family, Sought sought, IntConsumer found) {
        question(family, sought.protocol(), (short) (NLM_F_REQUEST | NLM_F_DUMP), sought.states());
        int length = netlink.ask(QUESTION);
        while (length > 0 && collect(length, sought.port(), found)) {
            length = netlink.more();
        }
    }

    private void question(byte family, byte protocol, short flags, int states) {
        ByteBuffer question = netlink.question().order(ByteOrder.nativeOrder());
        question.put(new byte[QUESTION]).clear();
        question.putInt(QUESTION)
                .putShort(SOCK_DIAG_BY_FAMILY)
                .putShort(flags)
                .putInt(0)
                .putInt(0);
        question.put(family)
                .put(protocol)
                .put((byte) (1 << (INET_DIAG_INFO - 1) | 1 << (INET_DIAG_SKMEMINFO - 1)))
                .put((byte) 0);
        question.putInt(states);
        // The cookie that stands for "any".
        question.putInt(HEADER + 48, -1).putInt(HEADER + 52, -1);
        question.clear();
    }

    /** Hands over where each socket of {@code port} stands in this part; whether more parts are to come. */
    private boolean collect(int length, int port, IntConsumer found) {
        ByteBuffer answer = netlink.answer();
        for (int at = 0; at + HEADER <= length; at += aligned(answer.getInt(at))) {
            int type = answer.getShort(at + 4);
            if (type == NLMSG_DONE || type == NLMSG_ERROR) {
                return false;
            }
            int high = answer.get(at + HEADER + 4) & 0xff;
            int low = answer.get(at + HEADER + 5) & 0xff;
            if ((high << 8 | low) == port) {
                found.accept(at + HEADER);
            }
        }
        return true;
    }

    /** The inode of the socket described at {@code message}; 0 when no process holds it any more. */
    private long inode(int message) {
        return netlink.answer().getInt(message + 68) & 0xffffffffL;
    }

    /** What was dropped at the socket described at {@code message}; 0 where the kernel does not tell. */
    private long drops(int message) {
        ByteBuffer answer = netlink.answer();
        int end = message - HEADER + answer.getInt(message - HEADER);
        for (int at = message + MESSAGE; at + 4 <= end; at += Math.max(4, aligned(answer.getShort(at)))) {
            if (answer.getShort(at + 2) == INET_DIAG_SKMEMINFO && answer.getShort(at) >= DROPS + 8) {
                return answer.getInt(at + 4 + DROPS) & 0xffffffffL;
            }
        }
        return 0;
    }

    private byte[] id(int message) {
        byte[] id = new byte[SOCKET_ID];
        netlink.answer().get(message + 4, id);
        return id;
    }

    private static SocketState state(ByteBuffer answer) {
        int end = answer.getInt(0);
        long received = -1;
        for (int at = HEADER + MESSAGE; at + 4 <= end; at += Math.max(4, aligned(answer.getShort(at)))) {
            if (answer.getShort(at + 2) == INET_DIAG_INFO && answer.getShort(at) >= BYTES_RECEIVED + 12) {
                received = answer.getLong(at + 4 + BYTES_RECEIVED);
            }
        }
        return new SocketState(
                answer.get(HEADER + 1),
                received,
                answer.getInt(HEADER + 56) & 0xffffffffL,
                answer.getInt(HEADER + 68) & 0xffffffffL);
    }

    private static int aligned(int length) {
        return (length + 3) & ~3;
    }

    @Override
    public void close() {
        netlink.close();
    }
}
