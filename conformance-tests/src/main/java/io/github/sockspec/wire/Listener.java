package io.github.sockspec.wire;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the harness waits for a client, in a server's place. Owned by one thread. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final long LOOK_MILLIS = 20;

    private final ServerSocketChannel channel;
    private final Selector selector;
    private final NetworkNamespace network = NetworkNamespace.standing();

    private Listener(ServerSocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /**
     * Listens at {@code address}; port 0 lets the system choose one.
     *
     * @throws WireFailure when that can't be had
     */
    public static Listener at(InetSocketAddress address) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(address, BACKLOG);
                channel.configureBlocking(false);
                Selector selector = Selector.open();
                channel.register(selector, SelectionKey.OP_ACCEPT);
                return new Listener(channel, selector);
            } catch (IOException refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw new WireFailure("no client can be waited for at " + address, refused);
        }
    }

    /** Where clients can connect. */
    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            throw new WireFailure("the listener has no address", closed);
        }
    }

    /** The next client's connection; empty when none comes while {@code guardedWait} lasts, or none can come any more. */
    public Optional<Connection> accept(GuardedWait guardedWait, BooleanSupplier gone, Limits limits) {
        try {
            while (true) {
                boolean last = gone.getAsBoolean() || guardedWait.over();
                SocketChannel client = channel.accept();
                if (client != null) {
                    return Optional.of(network.within(() -> Connection.accepted(client, limits)));
                }
                if (last) {
                    return Optional.empty();
                }
                selector.select(LOOK_MILLIS);
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            throw new WireFailure("a client could not be accepted", broken);
        }
    }

    /** Whether one more client has connected, whom nobody has accepted yet. */
    public boolean anotherWaits() {
        try {
            boolean waits = selector.selectNow() > 0;
            selector.selectedKeys().clear();
            return waits;
        } catch (IOException broken) {
            throw new WireFailure("a listener could not be looked at", broken);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException unclosable) {
            throw new WireFailure("a listener could not be closed", unclosable);
        }
    }
}
