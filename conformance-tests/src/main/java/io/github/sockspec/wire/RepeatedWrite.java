package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A run of bytes, over and over, written into one connection about as fast as the other side reads them. That the other side
 * has no room, that it has read nothing for long, and that it has left are different facts. Owned by the connection's thread.
 */
public final class RepeatedWrite {
    /** How it stands between the two. */
    public enum State {
        /** The other side reads on, as far as is known. */
        OPEN,
        /** The other side has ended the connection, or its own stream. */
        REFUSED,
        /** The other side is there, and has read nothing for as long as is waited for an answer. */
        UNREAD
    }

    /** The least and the most that may be under way, unread: what a slow reader has yet to read is not held by it. */
    private static final long LEAST_UNREAD = 1 << 16;

    private static final long MOST_UNREAD = 1 << 22;
    private static final int BLOCK = 1 << 16;

    private static final Duration ROOM = Duration.ofMillis(20);

    /** Between questions to the kernel while nothing is read: each takes time from the reader, where cores are few. */
    private static final long LEAST_PAUSE_NANOS = 50_000;

    private static final long MOST_PAUSE_NANOS = 5_000_000;

    private final Connection connection;
    private final Confirmation confirmation;
    private final Bytes block;
    private final long before;
    private final long begun = System.nanoTime();
    private GuardedWait guardedWait;
    private State state = State.OPEN;
    private Bytes current = Bytes.EMPTY;
    private ByteBuffer outgoing = Bytes.EMPTY.buffer();
    private long sent;
    private long read;
    private boolean told;
    private long window = LEAST_UNREAD;
    private long pause = LEAST_PAUSE_NANOS;

    /** {@code unit} as often as makes a block that is worth a write of its own; once where it is longer. */
    public static Bytes block(Bytes unit) {
        return Bytes.repeat(unit, Math.max(1, BLOCK / unit.length()));
    }

    /** Of {@code block}, behind what was said on {@code connection} before. */
    public RepeatedWrite(Connection connection, Confirmation confirmation, Bytes block) {
        this.connection = connection;
        this.confirmation = confirmation;
        this.block = block;
        before = connection.sent();
        guardedWait = connection.limits().guardedWait();
        look();
    }

    /** Writes on until {@code bytes} have gone in all, {@code moment} has passed, or nothing more can go. */
    public State on(long bytes, Duration moment) {
        long until = System.nanoTime() + moment.toNanos();
        long from = read();
        while (state == State.OPEN && sent < bytes && System.nanoTime() < until) {
            step(bytes);
        }
        window = Math.max(LEAST_UNREAD, Math.min(MOST_UNREAD, read() - from));
        if (state == State.REFUSED || sent >= bytes) {
            note();
        }
        return state;
    }

    private void step(long bytes) {
        long taken = read();
        if (told && sent - read >= window) {
            LockSupport.parkNanos(pause);
            pause = Math.min(MOST_PAUSE_NANOS, 2 * pause);
        } else {
            write(bytes);
        }
        look();
        if (read() > taken) {
            pause = LEAST_PAUSE_NANOS;
            // A wait of its own for each step: how long all of them take together is the caller's matter.
            guardedWait = connection.limits().guardedWait();
        } else if (state == State.OPEN && guardedWait.over()) {
            note();
            connection.unread(guardedWait, connection.sent());
            state = State.UNREAD;
        }
    }

    private void write(long bytes) {
        if (!outgoing.hasRemaining()) {
            note();
            current = bytes - sent < block.length() ? block.slice(0, (int) (bytes - sent)) : block;
            outgoing = current.buffer();
        }
        int at = outgoing.position();
        if (!connection.pour(outgoing, ROOM)) {
            state = State.REFUSED;
        }
        sent += outgoing.position() - at;
    }

    /** Writes down what of the current block has gone. */
    private void note() {
        if (outgoing.position() > 0) {
            // A block that went whole is always the same one: its bytes are not held again.
            connection.poured(outgoing.hasRemaining() ? current.slice(0, outgoing.position()) : current);
            current = current.from(outgoing.position());
            outgoing = current.buffer();
        }
    }

    private void look() {
        ReadProgress intake = confirmation.intake(connection.way());
        told = intake.told();
        if (!intake.open() || !connection.usable()) {
            state = State.REFUSED;
        } else if (told) {
            read = Math.max(read, intake.read() - before);
        }
    }

    /** Waits until all that has been written was read; false when it was not, or where that can't be seen. */
    public boolean awaitRead() {
        GuardedWait wait = connection.limits().guardedWait();
        while (told && state == State.OPEN && read < sent && !wait.over()) {
            long taken = read;
            LockSupport.parkNanos(MOST_PAUSE_NANOS);
            look();
            if (read > taken) {
                wait.renew();
            }
        }
        return told && state == State.OPEN && read >= sent;
    }

    /** Says no more, and waits until the other side's program has let go of the connection; false when it does not. */
    public boolean leave() {
        connection.finish();
        return Waiting.until(connection.limits().guardedWait(), () -> {
            ReadProgress intake = confirmation.intake(connection.way());
            return !intake.told() || !intake.open();
        });
    }

    public State state() {
        return state;
    }

    /** How many bytes have been written. */
    public long sent() {
        return sent;
    }

    /** How many bytes the program has read, as far as is known: where the kernel can't be asked, those written. */
    public long read() {
        return told ? read : sent;
    }

    /** Whether what was read is known from the kernel. */
    public boolean told() {
        return told;
    }

    /** For how long it has gone on. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
