package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.RunEnd;
import io.github.sockspec.verdict.SlowMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One run of a client against the harness.
 *
 * @param seen what happened on its connection, and behind that what the program did
 * @param run what the program showed
 */
public record ObservedRun(Observation seen, ProgramRun run) {
    private static final int MOST_WORDS = 8 << 10;

    /** What a shell, and what starts programs as one does, says when it can't execute what it was told to. */
    private static final Set<Integer> NOT_EXECUTED = Set.of(126, 127);

    /**
     * What was seen on the wire, with what the program did behind it.
     *
     * @throws StartFailure when the program never ran: its command ended as commands do whose program is missing, before
     *     anything was sent or printed
     */
    public static ObservedRun of(Observation wire, ProgramRun run) {
        boolean silent = !wire.has(Fact.Connected.class)
                && !wire.has(Fact.Received.class)
                && run.output().isEmpty();
        if (silent && run.fate() == ProgramRun.Fate.EXITED && NOT_EXECUTED.contains(run.status())) {
            throw new StartFailure("the program could not be started: its command ended with status " + run.status()
                    + " and these words: " + run.lastLine());
        }
        List<Fact> facts = new ArrayList<>(wire.facts());
        Duration last =
                facts.isEmpty() ? Duration.ZERO : facts.get(facts.size() - 1).at();
        facts.add(new Fact.Program(last, "printed " + run.output()));
        if (!run.errors().isEmpty()) {
            facts.add(new Fact.Program(last, "complained " + run.errors()));
        }
        facts.add(new Fact.Program(last, RunEnd.did(run)));
        return new ObservedRun(new Observation(facts), run);
    }

    /** {@code finding}; undecided where it rests on a wait for which the machine was too slow. */
    Finding weigh(Finding finding) {
        return SlowMachine.of(finding, seen);
    }

    /** What it printed, standard error first, as far as it helps somebody who looks for the fault. */
    String words() {
        return tail(run.errors()) + tail(run.output());
    }

    private static String tail(Bytes printed) {
        return printed.from(Math.max(0, printed.length() - MOST_WORDS)).decode(StandardCharsets.UTF_8);
    }

    /** Whether it cost a deadline: it, or its connection, was waited for in vain. */
    boolean slow() {
        return run.status() < 0
                || run.fate() == ProgramRun.Fate.WAITED_FOR_INPUT
                || seen.has(Fact.Quiet.class)
                || seen.has(Fact.Unread.class);
    }
}
