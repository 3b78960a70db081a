package io.github.sockspec.target;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A process started here, with its descendants, its output and its files. */
final class LaunchedProgram implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(5);

    private final Process process;
    private final ProcessTree tree;
    private final LastWords output;
    private final Scratch scratch;
    private final Optional<Path> accounts;
    private final Optional<String> pipe;

    LaunchedProgram(Process process, String mark, Scratch scratch, Optional<Path> accounts) {
        this.process = process;
        this.scratch = scratch;
        this.accounts = accounts;
        output = LastWords.of(process.getInputStream());
        pipe = Proc.output(process.pid()).filter(target -> target.startsWith("pipe:"));
        tree = new ProcessTree(process.pid(), Optional.of(mark));
    }

    long pid() {
        return process.pid();
    }

    /** Whether the program, or a daemon it left behind, still runs. */
    boolean alive() {
        return process.isAlive() || tree.members().stream().anyMatch(member -> !member.zombie());
    }

    /** The exit status of the process that was started, once it has ended; a signal's number with 128 added. */
    Optional<Integer> status() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** The process of the tree that holds one of these sockets. */
    Optional<Long> holder(Set<Long> inodes) {
        return tree.holder(inodes);
    }

    ProcessTree tree() {
        return tree;
    }

    LastWords output() {
        return output;
    }

    Optional<Path> accounts() {
        return accounts;
    }

    /** Ends the whole tree and removes its files. */
    @Override
    public void close() {
        Deadline deadline = Deadline.in(END);
        // Where /proc is missing, these are all the descendants that are known.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        tree.end(deadline);
        // Whoever shed its mark and its session, but still holds the pipe, would keep the reader waiting.
        pipe.ifPresent(name -> endWriters(name, deadline));
        awaitEnd(deadline);
        endInput();
        scratch.close();
        Living.remove(this);
    }

    private static void endWriters(String pipe, Deadline deadline) {
        List<Long> writers = Proc.writers(pipe);
        while (!writers.isEmpty() && !deadline.passed()) {
            writers.forEach(ProcessTree::kill);
            deadline.pause();
            writers = Proc.writers(pipe);
        }
    }

    private void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // Nobody reads it any more, and nothing was written.
        }
    }

    private void awaitEnd(Deadline deadline) {
        try {
            boolean ended = process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            while (ended && !output.ended() && !deadline.passed()) {
                deadline.pause();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
