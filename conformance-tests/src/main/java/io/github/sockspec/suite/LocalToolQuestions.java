package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.ClientRun;
import io.github.sockspec.program.ClientTask;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.trial.InputFile;
import io.github.sockspec.trial.ObservedRun;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Side;
import java.time.Duration;
import java.util.List;

/** Where a local tool is given files. */
public final class LocalToolQuestions {
    /** What a gigabyte may take, on a slow and busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ClientTrial trial;

    /**
     * What a tool must print of a file.
     *
     * @param text this, beside whatever else
     * @param words what that is, for example {@code the file's digest}
     */
    public record Printed(String text, String words) {}

    private LocalToolQuestions(ClientTrial trial) {
        this.trial = trial;
    }

    public static LocalToolQuestions of(ClientTrial trial) {
        return new LocalToolQuestions(trial);
    }

    /** States that the tool prints {@code printed} for a file of that content, and ends with status 0. */
    public void prints(Bytes content, Printed printed) {
        try (InputFile file = InputFile.holding(content)) {
            state(file, printed);
        }
    }

    /** States the same of a file of {@code length} zeros, with at most {@code most} bytes of memory held. */
    public void printsOfZeros(long length, Printed printed, long most) {
        try (InputFile file = InputFile.sparse(length)) {
            trial.states(ClientJudge.bounded(state(file, printed), most));
        }
    }

    private ProgramRun state(InputFile file, Printed printed) {
        ClientTask clientTask = ClientTask.on(file.path().orElseThrow());
        try (ClientRun started = trial.clientRunner().client().start(clientTask)) {
            trial.implementation().stdin().forEach(started::type);
            started.endInput(PATIENCE);
            GuardedWait guardedWait = trial.clientRunner().limits().guardedWait(PATIENCE);
            List<Fact> slips = Waiting.until(guardedWait, started::over)
                    ? List.of()
                    : guardedWait.slip(PATIENCE).stream().toList();
            ObservedRun observedRun = ObservedRun.of(new Observation(slips), started.end());
            ProgramRun run = observedRun.run();
            Finding within = ClientJudge.keepsWithinMemory(run);
            trial.states(within == Finding.HOLDS ? judged(run, printed) : within, observedRun);
            return run;
        }
    }

    private static Finding judged(ProgramRun run, Printed printed) {
        return run.output().indexOf(Bytes.utf8(printed.text()), 0) >= 0
                ? ClientJudge.succeeds(run)
                : new Finding.Broken(
                        "it did not print " + printed.words(),
                        Side.words(printed.text()),
                        run.output().isEmpty()
                                ? new Side.Words(run.lastLine(), Bytes.EMPTY, 0)
                                : Side.octets(run.output(), 0, run.output().length()));
    }
}
