package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several askers, each with a socket of its own that hears whoever sends to it, so that a reply from a wrong address is
 * seen. Every wait has a deadline, and what happens becomes a fact. Owned by one thread.
 */
final class Askers implements AutoCloseable {
    /** More than any plan could earn: a server that sends so many sends without end. */
    private static final int MOST_REPLIES = 10_000;

    /** How long is waited before the kernel is asked whether anybody is left to answer. */
    private static final Duration UNSUSPECTING = Duration.ofMillis(20);

    private final InetSocketAddress server;
    private final DatagramConversation asking;
    private final Limits limits;
    private final DatagramLog log;
    private final Selector selector;
    private final List<DatagramChannel> channels = new ArrayList<>();
    private final ByteBuffer incoming = ByteBuffer.allocate(1 << 16);
    private final int[] heard;
    private int replies;

    /**
     * @param server whom they ask
     * @param asking who they are, and what is due to them
     */
    Askers(InetSocketAddress server, DatagramConversation asking, Limits limits, DatagramLog log) {
        this.server = server;
        this.limits = limits;
        this.log = log;
        this.asking = asking;
        this.heard = new int[asking.askers()];
        try {
            selector = Selector.open();
            for (int asker = 0; asker < heard.length; asker++) {
                DatagramChannel channel = Endpoints.open(Endpoints.facing(server), selector);
                channel.keyFor(selector).attach(asker);
                channels.add(channel);
            }
        } catch (IOException noneLeft) {
            throw new WireFailure("no socket for datagrams could be opened", noneLeft);
        }
    }

    /** Sends one datagram. */
    void say(int asker, Bytes datagram) {
        try {
            long deadline = System.nanoTime() + limits.patience().toNanos();
            // Nothing is sent when this system's own buffer is full, which empties by itself.
            while (channels.get(asker).send(datagram.buffer(), server) == 0 && !datagram.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the buffer stays full");
                }
                Thread.onSpinWait();
            }
            log.add(new Fact.Datagram.Asked(log.now(), asker, Endpoints.text(server), datagram));
        } catch (IOException unsendable) {
            throw new WireFailure("a datagram of " + datagram.length() + " bytes could not be sent", unsendable);
        }
    }

    /** Sends one datagram from a port that is gone when it is answered. */
    void sayAndLeave(int asker, Bytes datagram) {
        Fact.How how = UnreachableAsker.ask(server, datagram);
        log.add(new Fact.Datagram.Asked(log.now(), asker, Endpoints.text(server), datagram));
        log.add(new Fact.Departed(log.now(), asker, how));
    }

    /** Hears until each asker has had as many replies as {@code wanted} in all that can be due to it; false when it stays quiet too long. */
    boolean await(int[] wanted, ServerPort.Look before) {
        long last = System.nanoTime() + limits.longest().toNanos();
        while (!haveHeard(wanted)) {
            GuardedWait guardedWait = limits.guardedWait();
            if (!hear(UNSUSPECTING)) {
                Optional<Fact> unbound = before.unbound(log);
                if (unbound.isPresent() ? !hear(Duration.ZERO) : !hear(guardedWait)) {
                    guardedWait.slip(log.now()).ifPresent(log::add);
                    log.add(unbound.orElseGet(() -> new Fact.Quiet(log.now(), guardedWait.patience())));
                    return false;
                }
            }
            if (replies >= MOST_REPLIES || System.nanoTime() > last) {
                log.add(new Fact.Flooded(log.now(), replies));
                return false;
            }
        }
        return true;
    }

    private boolean haveHeard(int[] wanted) {
        for (int asker = 0; asker < heard.length; asker++) {
            if (heard[asker] < wanted[asker]) {
                return false;
            }
        }
        return true;
    }

    /** Hears what has come and has not been heard. */
    void drain() {
        hear(Duration.ZERO);
    }

    /** Hears what comes first while {@code guardedWait} lasts. */
    private boolean hear(GuardedWait guardedWait) {
        boolean heard = false;
        while (!heard && !guardedWait.over()) {
            heard = hear(Duration.ofNanos(guardedWait.nap() + 1_000_000));
        }
        return heard || hear(Duration.ZERO);
    }

    /** Hears what comes first within {@code time}, and all that is there then; whether anything was. */
    private boolean hear(Duration time) {
        int before = replies;
        try {
            int ready = time.toMillis() > 0 ? selector.select(time.toMillis()) : selector.selectNow();
            for (SelectionKey key : ready > 0 ? selector.selectedKeys() : List.<SelectionKey>of()) {
                hear((DatagramChannel) key.channel(), (Integer) key.attachment());
            }
            selector.selectedKeys().clear();
            return replies > before;
        } catch (IOException broken) {
            throw new WireFailure("a socket for datagrams failed", broken);
        }
    }

    private void hear(DatagramChannel channel, int asker) throws IOException {
        SocketAddress from = channel.receive(incoming.clear());
        while (from != null && replies < MOST_REPLIES) {
            Bytes reply = Bytes.of(incoming.array(), incoming.position());
            heard[asker] += asking.mayBeDue(asker, reply) ? 1 : 0;
            replies++;
            log.add(new Fact.Datagram.Replied(log.now(), asker, Endpoints.text(from), reply));
            from = channel.receive(incoming.clear());
        }
    }

    @Override
    public void close() {
        try {
            for (DatagramChannel channel : channels) {
                channel.close();
            }
            selector.close();
        } catch (IOException unclosable) {
            throw new WireFailure("a socket for datagrams could not be closed", unclosable);
        }
    }
}
