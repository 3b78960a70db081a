package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reading;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** The receiving half of a connection: reads with deadlines, and notes what came and what did not. */
final class Incoming {
    private static final int READ_SIZE = 1 << 14;

    /** From this many bytes on, a reply is matched again only when it can be complete. */
    private static final int OFTEN = 1 << 16;

    /** The most that is read of what comes behind the last answer that is awaited. */
    static final int MOST_BEHIND = 1 << 20;

    private final SocketChannel channel;
    private final ChannelReadiness readiness;
    private final Limits limits;
    private final FactLog log;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_SIZE);
    private Taking taking = Taking.KEEPS;

    /** What becomes of what comes. */
    enum Taking {
        KEEPS,
        /** It is read, and nothing of it is kept. */
        FORGETS,
        /** It is left where it is. */
        LEAVES
    }

    Incoming(SocketChannel channel, ChannelReadiness readiness, Limits limits, FactLog log) {
        this.channel = channel;
        this.readiness = readiness;
        this.limits = limits;
        this.log = log;
    }

    /** Where what happens is noted. */
    FactLog log() {
        return log;
    }

    /** Reads until {@code reply}, starting at {@code from} of all that was received, is complete or can't be. */
    Match await(Reply reply, int from) {
        GuardedWait guardedWait = limits.guardedWait();
        Reading reading = reply.reading(from);
        while (true) {
            Match match = reading.match(log.stream(), log.state());
            if (!(match instanceof Match.More more) || log.ended()) {
                return match;
            }
            int wanted = log.received() < OFTEN ? log.received() + 1 : Math.max(more.length(), log.received() + 1);
            if (!readUpTo(wanted, guardedWait)) {
                return reading.match(log.stream(), log.state());
            }
        }
    }

    /** Reads until {@code wanted} bytes were received in all or the stream ends; false when it stays quiet too long. */
    boolean readUpTo(int wanted) {
        return readUpTo(wanted, limits.guardedWait());
    }

    /** Reads until the stream ends; false when it stays open too long. */
    boolean readToEnd() {
        return readUpTo(Integer.MAX_VALUE);
    }

    /** Reads and forgets until the other side's stream ends too; false when it does not within the drain limit. */
    boolean drain() {
        return readiness.drain(limits.drain());
    }

    /**
     * Reads until the other side's stream ends too; false when it has not {@code within} that time, or has sent
     * that many {@code bytes} first. That it goes on is no fact: nothing more is awaited from it.
     */
    boolean readBehind(Duration within, int bytes) {
        int most = log.received() + bytes;
        long deadline = System.nanoTime() + within.toNanos();
        try {
            boolean more = true;
            while (more && !log.ended() && log.received() < most) {
                more = (readAvailable() || readiness.await(SelectionKey.OP_READ, deadline))
                        && System.nanoTime() < deadline;
            }
        } catch (IOException broken) {
            log.add(new Fact.PeerReset(log.now()));
        }
        return log.ended();
    }

    /**
     * Takes what comes while {@code guardedWait} lasts; that nothing comes is what is hoped for. A machine that was too slow for
     * that to say anything is noted.
     */
    void pause(GuardedWait guardedWait) {
        int before = log.received();
        takeDuring(guardedWait);
        if (log.received() == before && !log.ended()) {
            guardedWait.slip(log.now()).ifPresent(log::add);
        }
    }

    /**
     * Reads what comes behind this side's end of stream, until the other side ends its own too. That it does not is a fact:
     * it is silent, or it goes on sending and is cut off.
     */
    void readBehindEnd() {
        int before = log.received();
        GuardedWait guardedWait = limits.guardedWait();
        takeDuring(guardedWait);
        if (!log.ended() && log.received() == before) {
            quiet(guardedWait);
        } else if (!log.ended()) {
            log.add(new Fact.Flooded(log.now(), log.received()));
        }
    }

    /**
     * Reads until nothing has come for {@code quiet}, the stream has ended, or {@code most} bytes were received in all. That it is
     * quiet then is no fact.
     */
    void readUntilQuiet(Duration quiet, int most) {
        GuardedWait guardedWait = limits.guardedWait(quiet);
        try {
            while (!log.ended() && log.received() < most && !guardedWait.over()) {
                if (readAvailable()) {
                    guardedWait.renew();
                } else {
                    readiness.await(SelectionKey.OP_READ, guardedWait);
                }
            }
        } catch (IOException broken) {
            log.add(new Fact.PeerReset(log.now()));
        }
    }

    /** Notes that something was awaited and did not come while {@code guardedWait} lasted. */
    void quiet(GuardedWait guardedWait) {
        guardedWait.slip(log.now()).ifPresent(log::add);
        log.add(new Fact.Quiet(log.now(), guardedWait.patience()));
    }

    /** Takes what comes while {@code guardedWait} lasts, but no more than {@link #MOST_BEHIND} bytes. */
    private void takeDuring(GuardedWait guardedWait) {
        int most = log.received() + MOST_BEHIND;
        try {
            while (!log.ended() && log.received() < most && !guardedWait.over()) {
                if (readiness.await(SelectionKey.OP_READ, guardedWait)) {
                    readAvailable();
                }
            }
        } catch (IOException broken) {
            log.add(new Fact.PeerReset(log.now()));
        }
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

    private boolean readUpTo(int wanted, GuardedWait guardedWait) {
        try {
            while (log.received() < wanted && !log.ended()) {
                if (readAvailable()) {
                    guardedWait.renew();
                } else if (!readiness.await(SelectionKey.OP_READ, guardedWait)) {
                    quiet(guardedWait);
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

    boolean flooded() {
        if (log.received() > limits.flood()) {
            log.add(new Fact.Flooded(log.now(), limits.flood()));
            return true;
        }
        return false;
    }

    /** From now on what comes is taken so. */
    void taking(Taking other) {
        taking = other;
    }

    /** Reads what is there; whether anything was. */
    boolean readAvailable() {
        if (log.ended() || taking == Taking.LEAVES) {
            return false;
        }
        try {
            buffer.clear();
            int length = channel.read(buffer);
            // Replies that nobody keeps must not wait behind what is written meanwhile.
            while (taking == Taking.FORGETS && length == buffer.capacity()) {
                buffer.clear();
                length = channel.read(buffer);
            }
            if (length < 0) {
                log.add(new Fact.PeerFinished(log.now()));
            } else if (length > 0 && taking == Taking.KEEPS) {
                log.received(buffer.array(), length);
            }
            return length != 0;
        } catch (IOException reset) {
            log.add(new Fact.PeerReset(log.now()));
            return true;
        }
    }

    /** All that is there by now. */
    Bytes arrived() {
        boolean more = readAvailable();
        while (more && log.received() <= limits.flood()) {
            more = readAvailable();
        }
        return log.stream();
    }
}
