package io.github.sockspec.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Bytes on their way from one thread to another, a bounded number at a time: who writes more waits until it was read. The
 * JDK's own pipe ends when the thread that wrote last does, and ours come and go. Thread-safe.
 */
final class Conduit {
    private static final int CAPACITY = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private long written;
    private long read;
    private boolean ended;
    private boolean unread;

    private final InputStream source = new InputStream() {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return take(into, from, length);
        }

        @Override
        public void close() {
            forget();
        }
    };

    private final OutputStream sink = new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            put(octets, from, length);
        }

        @Override
        public void close() {
            end();
        }
    };

    /** Where the bytes come out; ends when the sink was closed. */
    InputStream source() {
        return source;
    }

    /** Where the bytes go in; fails when nobody will read them any more. */
    OutputStream sink() {
        return sink;
    }

    /** Nothing more comes. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody reads any more. */
    void forget() {
        lock.lock();
        try {
            unread = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            awaitUntil(() -> read < written || ended || unread);
            int start = (int) (read % CAPACITY);
            int count = unread ? 0 : (int) Math.min(Math.min(length, CAPACITY - start), written - read);
            System.arraycopy(ring, start, into, from, count);
            read += count;
            changed.signalAll();
            return count == 0 ? -1 : count;
        } finally {
            lock.unlock();
        }
    }

    private void put(byte[] octets, int from, int length) throws IOException {
        lock.lock();
        try {
            for (int at = 0; at < length; ) {
                awaitUntil(() -> written - read < CAPACITY || ended || unread);
                if (ended || unread) {
                    throw new IOException("nobody reads any more");
                }
                int start = (int) (written % CAPACITY);
                long room = Math.min(CAPACITY - start, CAPACITY - (written - read));
                int count = (int) Math.min(length - at, room);
                System.arraycopy(octets, from + at, ring, start, count);
                written += count;
                at += count;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitUntil(BooleanSupplier ready) throws InterruptedIOException {
        try {
            while (!ready.getAsBoolean()) {
                // Whoever waits for the other end must hear of what was put or taken so far.
                changed.signalAll();
                changed.await();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("asked to stop");
        }
    }
}
