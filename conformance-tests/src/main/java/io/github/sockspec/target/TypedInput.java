package io.github.sockspec.target;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Standard input of a client in this process, of which it is known whether somebody waits for more. Thread-safe. */
final class TypedInput extends InputStream {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Byte> typed = new ArrayDeque<>();
    private boolean ended;
    private boolean awaited;

    private final OutputStream keyboard = new OutputStream() {
        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            type(octets, from, length);
        }

        @Override
        public void close() {
            end();
        }
    };

    /** What is written there is typed. */
    OutputStream keyboard() {
        return keyboard;
    }

    private void type(byte[] octets, int from, int length) {
        lock.lock();
        try {
            for (int at = from; at < from + length; at++) {
                typed.add(octets[at]);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a reader finds nothing to read. */
    boolean awaitsInput(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!(awaited && typed.isEmpty()) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return awaited && typed.isEmpty();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws InterruptedIOException {
        lock.lock();
        try {
            while (typed.isEmpty() && !ended) {
                awaited = true;
                changed.signalAll();
                if (!changed.await(1, TimeUnit.MINUTES)) {
                    throw new InterruptedIOException("no input came");
                }
            }
            awaited = false;
            Byte next = typed.poll();
            return next == null ? -1 : next & 0xff;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("asked to stop");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        into[from] = (byte) first;
        return 1 + more(into, from + 1, length - 1);
    }

    private int more(byte[] into, int from, int length) {
        lock.lock();
        try {
            int count = 0;
            for (Byte next; count < length && (next = typed.poll()) != null; count++) {
                into[from + count] = next;
            }
            return count;
        } finally {
            lock.unlock();
        }
    }
}
