package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.OutputComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What a client prints and ends with when its replies come whole: the measure of the same where they are cut, where the protocol
 * leaves open what that is. It is measured once, and more often when a client is suspected. Thread-safe.
 */
final class OutputYardstick {
    /** So many runs tell what varies by itself. */
    private static final int ENOUGH = 6;

    private final Supplier<Optional<ProgramRun>> whole;
    private final List<ProgramRun> runs = new ArrayList<>();

    /**
     * An output that is not measured yet.
     *
     * @param whole one more run; nothing where that is not right, so that it measures nothing
     */
    OutputYardstick(Supplier<Optional<ProgramRun>> whole) {
        this.whole = whole;
    }

    /** Whether the client, its replies cut, printed what it prints when they come whole. */
    Finding printed(ProgramRun cut) {
        return measured(cut, (measure, run) -> OutputComparison.asWhole(outputs(measure), run.output()));
    }

    /** Whether the client, its replies cut, ended with the status that it ends with when they come whole. */
    Finding ended(ProgramRun cut) {
        return measured(cut, ClientJudge::endsAsWhole);
    }

    /** The first run; empty while none was had. */
    synchronized Optional<ProgramRun> measured() {
        return runs.stream().findFirst();
    }

    private static List<Bytes> outputs(List<ProgramRun> runs) {
        return runs.stream().map(ProgramRun::output).toList();
    }

    private synchronized Finding measured(ProgramRun cut, BiFunction<List<ProgramRun>, ProgramRun, Finding> judge) {
        Finding first = measured(1, cut, judge);
        return first == Finding.HOLDS ? first : measured(ENOUGH, cut, judge);
    }

    private Finding measured(int most, ProgramRun cut, BiFunction<List<ProgramRun>, ProgramRun, Finding> judge) {
        while (runs.size() < most) {
            Optional<ProgramRun> next = whole.get();
            if (next.isEmpty()) {
                return Finding.HOLDS;
            }
            runs.add(next.get());
        }
        return judge.apply(List.copyOf(runs), cut);
    }
}
