package io.github.sockspec.wire;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.SockDiag;
import io.github.sockspec.kernel.SockDiags;
import io.github.sockspec.observation.Fact;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The port that datagrams are sent to, as the kernel sees it: what was dropped there for want of room is not the
 * program's fault, and where nothing is bound any more no answer need be waited for. Says nothing of other machines.
 */
final class ServerPort implements AutoCloseable {
    private final SockDiags diags = new SockDiags();

    /** How the port is now. */
    Look look(InetSocketAddress server) {
        boolean seen = SockDiag.available() && local(server);
        return new Look(server, seen ? dropped(server) : OptionalLong.empty());
    }

    private OptionalLong dropped(InetSocketAddress server) {
        return diags.in(NetworkNamespace.standing()).dropped(server.getPort());
    }

    private static boolean local(InetSocketAddress server) {
        try {
            return server.getAddress().isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(server.getAddress()) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        diags.close();
    }

    /** How the port was at one moment; where it was not seen to be bound, nothing is ever said of it. */
    final class Look {
        private final InetSocketAddress server;
        private final OptionalLong dropped;

        private Look(InetSocketAddress server, OptionalLong dropped) {
            this.server = server;
            this.dropped = dropped;
        }

        /** That the port has been given up since. */
        Optional<Fact> unbound(DatagramLog log) {
            return dropped.isPresent() && dropped(server).isEmpty()
                    ? Optional.of(new Fact.Unbound(log.now()))
                    : Optional.empty();
        }

        /** That datagrams have been dropped there since. */
        Optional<Fact> overrun(DatagramLog log) {
            long more = dropped.isEmpty() ? 0 : dropped(server).orElse(0) - dropped.getAsLong();
            return more > 0 ? Optional.of(new Fact.Overrun(log.now(), more)) : Optional.empty();
        }
    }
}
