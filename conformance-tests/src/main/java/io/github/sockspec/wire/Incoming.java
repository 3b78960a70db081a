package io.github.sockspec.wire;

import io.github.sockspec.observation.Fact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** What comes in on one connection, as far as it is waited for. Owned by the connection's thread. */
final class Incoming {
    /** The most bytes that one read takes. */
    static final int READ_SIZE = 1 << 16;

    private final SocketChannel channel;
    private final Readiness readiness;
    private final Limits limits;
    private final Log log;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_SIZE);

    Incoming(SocketChannel channel, Readiness readiness, Limits limits, Log log) {
        this.channel = channel;
        this.readiness = readiness;
        this.limits = limits;
        this.log = log;
    }

    /** Reads and forgets until the other side's stream ends too; false when it does not within the drain limit. */
    boolean drain() {
        return readiness.drain(limits.drain());
    }

    /**
     * Reads until the other side's stream ends too; false when nothing came for {@code quiet} first. That it goes on is
     * no fact: nothing more is awaited from it.
     */
    boolean hearOut(Duration quiet) {
        long last = System.nanoTime() + limits.longest().toNanos();
        long deadline = System.nanoTime() + quiet.toNanos();
        try {
            while (!log.ended() && !flooded() && System.nanoTime() < last) {
                if (readAvailable()) {
                    deadline = System.nanoTime() + quiet.toNanos();
                } else if (!readiness.await(SelectionKey.OP_READ, deadline)) {
                    return false;
                }
            }
        } catch (IOException broken) {
            log.add(new Fact.PeerReset(log.now()));
        }
        return log.ended();
    }

    /** Takes what comes for a moment, whatever it is; false when nothing more can come. Silence is no fact here. */
    boolean listen(Duration moment) {
        if (!channel.isOpen() || log.ended() || log.received() > limits.flood()) {
            return false;
        }
        try {
            readiness.await(SelectionKey.OP_READ, System.nanoTime() + moment.toNanos());
        } catch (IOException broken) {
            log.add(new Fact.PeerReset(log.now()));
        }
        boolean came = readAvailable();
        if (came && log.received() > limits.flood()) {
            log.add(new Fact.Flooded(log.now(), limits.flood()));
        }
        return !log.ended();
    }

    /** Reads until {@code wanted} bytes were received in all or the stream ends; false when it stays quiet too long. */
    boolean readUpTo(int wanted, long firstDeadline) {
        long deadline = firstDeadline;
        long last = System.nanoTime() + limits.longest().toNanos();
        try {
            while (log.received() < wanted && !log.ended()) {
                if (readAvailable()) {
                    deadline =
                            Math.min(last, System.nanoTime() + limits.patience().toNanos());
                } else if (!readiness.await(SelectionKey.OP_READ, deadline)) {
                    log.add(new Fact.Quiet(log.now(), limits.patience()));
                    return false;
                }
                if (flooded()) {
                    return false;
                }
            }
        } catch (IOException broken) {
            log.add(new Fact.PeerReset(log.now()));
        }
        return true;
    }

    /** Whether more came than is taken, which then is a fact. */
    boolean flooded() {
        if (log.received() > limits.flood()) {
            log.add(new Fact.Flooded(log.now(), limits.flood()));
            return true;
        }
        return false;
    }

    /** Reads what is there; whether anything was. */
    boolean readAvailable() {
        if (log.ended()) {
            return false;
        }
        try {
            buffer.clear();
            int length = channel.read(buffer);
            if (length < 0) {
                log.add(new Fact.PeerFinished(log.now()));
            } else if (length > 0) {
                log.received(buffer.array(), length);
            }
            return length != 0;
        } catch (IOException reset) {
            log.add(new Fact.PeerReset(log.now()));
            return true;
        }
    }
}
