package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** The sending half of a connection: writes with deadlines, and reads meanwhile, so that the other side never waits for us. */
final class StreamWriter {
    /** The channel copies all that it is shown, each time. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private final SocketChannel channel;
    private final ChannelReadiness readiness;
    private final Limits limits;
    private final Incoming incoming;
    private final FactLog log;

    StreamWriter(SocketChannel channel, ChannelReadiness readiness, Limits limits, Incoming incoming) {
        this.channel = channel;
        this.readiness = readiness;
        this.limits = limits;
        this.incoming = incoming;
        log = incoming.log();
    }

    /**
     * Writes {@code bytes}, in one segment as far as this side can make it one; false when they could not all go. Where they
     * don't go at once, each part is a fact of its own, noted before what comes behind it.
     */
    boolean write(Bytes bytes) {
        // What came before this write belongs to what was said before it: an early answer must be seen as early.
        incoming.readAvailable();
        ByteBuffer outgoing = bytes.buffer();
        GuardedWait guardedWait = limits.guardedWait();
        int noted = 0;
        try {
            writeSome(outgoing);
            while (outgoing.hasRemaining()) {
                noted = note(bytes, noted, outgoing.position());
                // A peer that answers while it is being written to must not block on us, nor keep us by talking on.
                if (incoming.flooded()) {
                    return false;
                }
                if (!readiness.await(SelectionKey.OP_WRITE | SelectionKey.OP_READ, guardedWait) || guardedWait.over()) {
                    log.unread(guardedWait, log.sent());
                    return false;
                }
                incoming.readAvailable();
                if (writeSome(outgoing) > 0) {
                    guardedWait.renew();
                }
            }
            note(bytes, noted, bytes.length());
            return true;
        } catch (IOException broken) {
            note(bytes, noted, outgoing.position());
            lost();
            return false;
        }
    }

    private int note(Bytes bytes, int noted, int written) {
        if (written > noted) {
            log.sent(bytes.slice(noted, written));
        }
        return written;
    }

    private int writeSome(ByteBuffer outgoing) throws IOException {
        int end = outgoing.limit();
        outgoing.limit(Math.min(end, outgoing.position() + MOST_AT_ONCE));
        try {
            return channel.write(outgoing);
        } finally {
            outgoing.limit(end);
        }
    }

    /** Writes what goes of {@code outgoing}, waiting at most {@code moment} for room; false when no more will ever go. */
    boolean pour(ByteBuffer outgoing, Duration moment) {
        incoming.readAvailable();
        try {
            if (channel.write(outgoing) == 0) {
                readiness.await(SelectionKey.OP_WRITE, System.nanoTime() + moment.toNanos());
            }
        } catch (IOException broken) {
            lost();
        }
        return !log.ended() && !incoming.flooded();
    }

    /** A write has failed: by what, if what there is to read tells it, or by a reset. */
    private void lost() {
        incoming.readAvailable();
        if (!log.ended()) {
            log.add(new Fact.PeerReset(log.now()));
        }
    }
}
