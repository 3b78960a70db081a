package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.target.ClientRun;
import io.github.sockspec.target.Errand;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Side;
import io.github.sockspec.wire.Vigil;
import io.github.sockspec.wire.Waiting;
import java.time.Duration;
import java.util.List;

/** Where a local tool is given files. */
public final class Workbench {
    /** What a gigabyte may take, on a slow and busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ClientTrial trial;

    private Workbench(ClientTrial trial) {
        this.trial = trial;
    }

    public static Workbench of(ClientTrial trial) {
        return new Workbench(trial);
    }

    /** States that the tool prints {@code digest} for a file of that content, and ends with status 0. */
    public void digests(Bytes content, String digest) {
        try (InputFile file = InputFile.holding(content)) {
            state(file, digest);
        }
    }

    /** States the same of a file of {@code length} zeros, with at most {@code most} bytes of memory held. */
    public void digestsZeros(long length, String digest, long most) {
        try (InputFile file = InputFile.sparse(length)) {
            trial.states(ClientJudge.bounded(state(file, digest), most));
        }
    }

    private ProgramRun state(InputFile file, String digest) {
        Errand errand = Errand.on(file.path().orElseThrow());
        try (ClientRun started = trial.stage().client().start(errand)) {
            trial.implementation().stdin().forEach(started::type);
            started.endInput(PATIENCE);
            Vigil vigil = trial.stage().limits().vigil(PATIENCE);
            List<Fact> slips = Waiting.until(vigil, started::over)
                    ? List.of()
                    : vigil.slip(PATIENCE).stream().toList();
            Encounter encounter = Encounter.of(new Observation(slips), started.end());
            ProgramRun run = encounter.run();
            Finding within = ClientJudge.keepsWithinMemory(run);
            trial.states(within == Finding.HOLDS ? printed(run, digest) : within, encounter);
            return run;
        }
    }

    private static Finding printed(ProgramRun run, String digest) {
        return run.output().indexOf(Bytes.utf8(digest), 0) >= 0
                ? ClientJudge.succeeds(run)
                : new Finding.Broken(
                        "it did not print the file's digest",
                        Side.words(digest),
                        run.output().isEmpty()
                                ? new Side.Words(run.lastLine(), Bytes.EMPTY, 0)
                                : Side.octets(run.output(), 0, run.output().length()));
    }
}
