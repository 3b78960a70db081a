package io.github.sockspec.program;

import io.github.sockspec.patience.Deadline;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Standard input of a client in this process, of which it is known whether somebody waits for more. Thread-safe. */
final class TypedInput extends InputStream {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Queue<Integer> typed = new ArrayDeque<>();
    private boolean ended;
    private boolean awaited;

    /** What is written there is typed. */
    OutputStream keyboard() {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                type(octet & 0xff);
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private synchronized void type(int octet) {
        typed.add(octet);
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until a reader finds nothing to read. */
    synchronized boolean awaitsInput(Duration patience) {
        Deadline deadline = Deadline.in(patience);
        try {
            while (!(awaited && typed.isEmpty()) && !deadline.passed()) {
                wait(Math.max(1, deadline.left().toMillis()));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return awaited && typed.isEmpty();
    }

    @Override
    public synchronized int read() throws InterruptedIOException {
        Deadline deadline = Deadline.in(LONGEST);
        try {
            while (typed.isEmpty() && !ended) {
                awaited = true;
                notifyAll();
                wait(LONGEST.toMillis());
                if (deadline.passed()) {
                    throw new InterruptedIOException("no input came");
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("asked to stop");
        }
        awaited = false;
        return typed.isEmpty() ? -1 : typed.remove();
    }

    @Override
    public int read(byte[] into, int from, int length) throws InterruptedIOException {
        int octet = length == 0 ? 0 : read();
        if (octet < 0 || length == 0) {
            return octet;
        }
        into[from] = (byte) octet;
        return 1;
    }
}
