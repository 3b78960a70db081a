package io.github.sockspec.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does the same with many things, several at a time, on threads of its own; results come in the things' order.
 *
 * @param most how many at a time
 */
public record SideBySide(int most) {
    private static final AtomicInteger NAMES = new AtomicInteger();

    /**
     * Carries tasks out, some at a time, and hands their results over one by one.
     *
     * @param enough asked before each is begun, on the caller's thread: whether the rest is to be left out
     * @param taking gets each result, on the caller's thread
     */
    public <T, R> void each(List<T> things, Function<T, R> work, BooleanSupplier enough, Consumer<R> taking) {
        ExecutorService workers = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "sockspec side " + NAMES.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> begun = new ArrayList<>();
            int next = 0;
            int taken = 0;
            while (taken < things.size() && !(taken == next && enough.getAsBoolean())) {
                while (next < things.size() && next - taken < most && !enough.getAsBoolean()) {
                    T thing = things.get(next++);
                    begun.add(workers.submit(() -> work.apply(thing)));
                }
                taking.accept(result(begun.get(taken++)));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asked to stop", asked);
        }
    }
}
