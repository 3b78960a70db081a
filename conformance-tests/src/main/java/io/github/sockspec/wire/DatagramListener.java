package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the harness waits for datagrams, in a server's place. Owned by one thread. */
public final class DatagramListener implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    /** Who has asked so often asks without end. */
    private static final int MOST_DATAGRAMS = 4096;

    /** Who still asks after so long asks without end. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DatagramChannel channel;
    private final DatagramChannel stranger;
    private final Selector selector;
    private final FactLog log = new FactLog(System::nanoTime);
    private final ByteBuffer incoming = ByteBuffer.allocate(1 << 16);
    private final long closing = System.nanoTime() + LONGEST.toNanos();
    private int received;

    private DatagramListener(DatagramChannel channel, DatagramChannel stranger, Selector selector) {
        this.channel = channel;
        this.stranger = stranger;
        this.selector = selector;
    }

    /** One datagram and whom to answer. */
    public record Asked(SocketAddress from, Bytes says) {}

    /**
     * Waits at {@code address}; port 0 lets the system choose one.
     *
     * @throws WireFailure when that can't be had
     */
    public static DatagramListener at(InetSocketAddress address) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            DatagramChannel stranger = DatagramChannel.open();
            try {
                channel.bind(address);
                stranger.bind(new InetSocketAddress(address.getAddress(), 0));
                channel.configureBlocking(false);
                Selector selector = Selector.open();
                channel.register(selector, SelectionKey.OP_READ);
                return new DatagramListener(channel, stranger, selector);
            } catch (IOException refused) {
                channel.close();
                stranger.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw new WireFailure("no datagram can be waited for at " + address, refused);
        }
    }

    /** Where clients can ask. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.socket().getLocalSocketAddress();
    }

    /**
     * The next datagram; empty when none comes while {@code guardedWait} lasts, none can come any more, or there would be no end of
     * them.
     */
    public Optional<Asked> receive(GuardedWait guardedWait, BooleanSupplier gone) {
        if (received == MOST_DATAGRAMS || System.nanoTime() > closing) {
            return Optional.empty();
        }
        try {
            while (true) {
                boolean over = guardedWait.over();
                boolean left = gone.getAsBoolean();
                SocketAddress from = channel.receive(incoming.clear());
                if (from != null) {
                    received++;
                    log.received(incoming.array(), incoming.position());
                    return Optional.of(new Asked(from, Bytes.of(incoming.array(), incoming.position())));
                }
                if (over && !left) {
                    guardedWait.slip(log.now()).ifPresent(log::add);
                }
                if (over || left) {
                    return Optional.empty();
                }
                selector.select(LOOK_MILLIS);
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            throw new WireFailure("a datagram could not be received", broken);
        }
    }

    /** Answers from the port that was asked. */
    public void answer(Asked asked, Bytes says) {
        send(channel, asked, says);
        log.sent(says);
    }

    /** Answers from another port, as a stranger. */
    public void answerAsStranger(Asked asked, Bytes says) {
        send(stranger, asked, says);
        log.add(new Fact.Program(log.now(), "was sent, by a stranger, " + says));
    }

    private static void send(DatagramChannel from, Asked asked, Bytes says) {
        try {
            from.send(says.buffer(), asked.from());
        } catch (IOException gone) {
            // Whoever asked has left: then nobody misses the answer.
        }
    }

    /** What has happened so far. */
    public Observation observation() {
        return log.observation();
    }

    @Override
    public void close() {
        try {
            selector.close();
            stranger.close();
            channel.close();
        } catch (IOException unclosable) {
            throw new WireFailure("a socket could not be closed", unclosable);
        }
    }
}
