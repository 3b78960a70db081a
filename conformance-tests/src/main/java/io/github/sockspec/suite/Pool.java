package io.github.sockspec.suite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Instances of one kind, each used by one case at a time, started when none is idle. Thread-safe. */
final class Pool implements AutoCloseable {
    private final Supplier<Bench> start;
    private final Semaphore places;
    private final Deque<Bench> idle = new ArrayDeque<>();

    Pool(Supplier<Bench> start, int size) {
        this.start = start;
        this.places = new Semaphore(size, true);
    }

    Bench lease() {
        places.acquireUninterruptibly();
        boolean leased = false;
        try {
            Bench bench = takeIdle().orElseGet(start);
            leased = true;
            return bench;
        } finally {
            if (!leased) {
                places.release();
            }
        }
    }

    void giveBack(Bench bench) {
        synchronized (idle) {
            idle.push(bench);
        }
        places.release();
    }

    /** Ends one that was leased, for good. */
    void discard(Bench bench) {
        try {
            bench.close();
        } finally {
            places.release();
        }
    }

    private Optional<Bench> takeIdle() {
        synchronized (idle) {
            return Optional.ofNullable(idle.poll());
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(Bench::close);
            idle.clear();
        }
    }
}
