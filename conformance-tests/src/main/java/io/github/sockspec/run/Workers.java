package io.github.sockspec.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Threads that carry jobs out side by side, in the order in which they are given. */
final class Workers {
    private final Iterator<? extends Job> jobs;
    private final List<String> errors = new ArrayList<>();
    private boolean ended;
    private int undone;

    private Workers(List<? extends Job> jobs) {
        this.jobs = jobs.iterator();
    }

    /** Something to do, called by what it prints as. */
    interface Job {
        /** Does it; what it gives keeps the result. */
        Runnable carryOut();
    }

    /**
     * Carries all of them out, so many at a time. Where the calling thread is interrupted, those that go on are interrupted
     * too and their results are not kept, no other is begun, and the thread is left interrupted.
     *
     * @return what broke in the suite itself, a line each: a job that ended by an exception, or that not all were done
     */
    static List<String> carryOut(List<? extends Job> jobs, int workers) {
        Workers all = new Workers(jobs);
        List<Thread> threads = new ArrayList<>();
        for (int number = 1; number <= Math.min(workers, jobs.size()); number++) {
            Thread thread = new Thread(all::work, "case-" + number);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        all.await(threads);
        return all.errors();
    }

    private void work() {
        for (Job job = next(); job != null; job = next()) {
            try {
                keep(job.carryOut());
            } catch (RuntimeException | Error broken) {
                note(job, broken);
            }
        }
    }

    private synchronized @Nullable Job next() {
        return !ended && jobs.hasNext() ? jobs.next() : null;
    }

    private synchronized void keep(Runnable result) {
        if (ended) {
            undone++;
        } else {
            result.run();
        }
    }

    private synchronized void note(Job job, Throwable broken) {
        if (ended) {
            undone++;
            return;
        }
        StackTraceElement[] trace = broken.getStackTrace();
        errors.add("suite error in " + job + ": " + broken + (trace.length > 0 ? " at " + trace[0] : ""));
    }

    private void await(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException asked) {
                    interrupted = true;
                    end(threads);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end(List<Thread> threads) {
        ended = true;
        threads.forEach(Thread::interrupt);
    }

    private synchronized List<String> errors() {
        while (ended && jobs.hasNext()) {
            jobs.next();
            undone++;
        }
        if (undone > 0) {
            errors.add("suite error: interrupted before " + undone + (undone == 1 ? " case was" : " cases were")
                    + " carried out");
        }
        return List.copyOf(errors);
    }
}
