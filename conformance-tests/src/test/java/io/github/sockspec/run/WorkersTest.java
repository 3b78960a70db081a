package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs are carried out so many at a time, and what goes wrong with one is said and stops no other. */
@Timeout(30)
class WorkersTest {
    private final Queue<String> kept = new ConcurrentLinkedQueue<>();

    private Workers.Job job(String name, Supplier<String> result) {
        return new Workers.Job() {
            @Override
            public Runnable carryOut() {
                String given = result.get();
                return () -> kept.add(given);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void carryOut_oneWorker_keepsTheOrder() {
        List<Workers.Job> jobs = IntStream.range(0, 20)
                .mapToObj(number -> job("job " + number, () -> "" + number))
                .toList();
        assertEquals(List.of(), Workers.carryOut(jobs, 1));
        assertEquals(IntStream.range(0, 20).mapToObj(String::valueOf).toList(), List.copyOf(kept));
    }

    @Test
    void carryOut_threeWorkers_haveThreeJobsAtATime() {
        CountDownLatch three = new CountDownLatch(3);
        List<Workers.Job> jobs = IntStream.range(0, 3)
                .mapToObj(number -> job("job", () -> {
                    three.countDown();
                    return "met " + await(three);
                }))
                .toList();
        assertEquals(List.of(), Workers.carryOut(jobs, 3));
        assertEquals(List.of("met true", "met true", "met true"), List.copyOf(kept));
    }

    @Test
    void carryOut_noJob_isDoneAtOnce() {
        assertEquals(List.of(), Workers.carryOut(List.of(), 2));
    }

    @Test
    void carryOut_jobThatThrows_isASuiteErrorAndTheOthersAreDone() {
        List<String> errors = Workers.carryOut(
                List.of(
                        job("login/server/LOGIN-1/plain@whole [mine]", () -> {
                            throw new IllegalStateException("no such thing");
                        }),
                        job("wrong", () -> {
                            throw new AssertionError("not so");
                        }),
                        job("right", () -> "right")),
                1);
        assertEquals(2, errors.size(), errors::toString);
        assertTrue(
                errors.get(0)
                        .startsWith(
                                "suite error in login/server/LOGIN-1/plain@whole [mine]:"
                                        + " java.lang.IllegalStateException: no such thing at io.github.sockspec.run.WorkersTest"),
                errors::toString);
        assertTrue(errors.get(1).startsWith("suite error in wrong: java.lang.AssertionError: not so at "));
        assertEquals(List.of("right"), List.copyOf(kept));
    }

    @Test
    void carryOut_interrupted_endsWhatGoesOnAndKeepsNoResultOfIt() {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        List<Workers.Job> jobs = Stream.of(
                        job("first", () -> "first"),
                        job("second", () -> {
                            caller.interrupt();
                            return "cut off " + await(never);
                        }),
                        job("third", () -> "third"))
                .toList();
        List<String> errors = Workers.carryOut(jobs, 1);

        assertTrue(Thread.interrupted(), "the caller learns of it");
        assertEquals(List.of("suite error: interrupted before 2 cases were carried out"), errors);
        assertEquals(List.of("first"), List.copyOf(kept));
    }
}
