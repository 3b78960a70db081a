package io.github.sockspec.target;

import io.github.sockspec.engine.Execution;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One run of a client in a container: a process like any other, but for what only the engine may do or tell. */
final class ContainedRun implements ClientRun {
    private final LaunchedRun run;
    private final Execution execution;
    private final Cell cell;
    private final long killedBefore;
    private final Optional<Path> given;

    ContainedRun(LaunchedRun run, Execution execution, Cell cell, long killedBefore, Optional<Path> given) {
        this.run = run;
        this.execution = execution;
        this.cell = cell;
        this.killedBefore = killedBefore;
        this.given = given;
    }

    @Override
    public void type(String line) {
        run.type(line);
    }

    @Override
    public void expectEnd(Duration cpu) {
        run.expectEnd(cpu);
    }

    @Override
    public void endInput(Duration cpu) {
        run.endInput(cpu);
    }

    @Override
    public boolean awaitsInput(Duration patience) {
        return run.awaitsInput(patience);
    }

    @Override
    public boolean over() {
        return run.over();
    }

    @Override
    public ProgramRun end() {
        ProgramRun shown = run.end();
        remove();
        boolean outOfMemory = cell.controlGroup().killed() > killedBefore;
        return outOfMemory && shown.fate() != Fate.EXITED
                ? new ProgramRun(
                        Fate.OUT_OF_MEMORY,
                        shown.status(),
                        shown.output(),
                        shown.errors(),
                        shown.waited(),
                        shown.cpu(),
                        shown.peakBytes())
                : shown;
    }

    private void remove() {
        if (execution.isAlive()) {
            // Where this process may not end those of the container, they end themselves; then one run goes on at a
            // time.
            cell.sweep();
        }
        given.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException inUse) {
                // It goes with the container.
            }
        });
    }

    @Override
    public void close() {
        run.close();
        remove();
    }
}
