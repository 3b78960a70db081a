package io.github.sockspec.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Instances of one kind, each used by one case at a time, started when none is idle. Thread-safe. */
final class Pool implements AutoCloseable {
    private final Supplier<ServerUnderTest> start;
    private final Semaphore places;
    private final Deque<ServerUnderTest> idle = new ArrayDeque<>();

    Pool(Supplier<ServerUnderTest> start, int size) {
        this.start = start;
        this.places = new Semaphore(size, true);
    }

    ServerUnderTest lease() {
        places.acquireUninterruptibly();
        boolean leased = false;
        try {
            ServerUnderTest underTest = takeIdle().orElseGet(start);
            leased = true;
            return underTest;
        } finally {
            if (!leased) {
                places.release();
            }
        }
    }

    void giveBack(ServerUnderTest underTest) {
        synchronized (idle) {
            idle.push(underTest);
        }
        places.release();
    }

    /** Ends one that was leased, for good. */
    void discard(ServerUnderTest underTest) {
        try {
            underTest.close();
        } finally {
            places.release();
        }
    }

    private Optional<ServerUnderTest> takeIdle() {
        synchronized (idle) {
            return Optional.ofNullable(idle.poll());
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(ServerUnderTest::close);
            idle.clear();
        }
    }
}
