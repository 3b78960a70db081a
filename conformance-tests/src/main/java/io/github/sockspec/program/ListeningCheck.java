package io.github.sockspec.program;

import io.github.sockspec.patience.Deadline;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * How a started server is waited for until it listens.
 *
 * @param who names it in a message
 * @param where names what it is to listen on
 * @param late says that it does not yet, after a time in words
 * @param limit how long it may take
 */
record ListeningCheck(String who, String where, UnaryOperator<String> late, Duration limit) {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final int SIGNALS = 128;

    /**
     * Returns when {@code listens} is so.
     *
     * @throws EndedTooEarly when it ends first
     * @throws StartFailure when it takes too long
     */
    void await(LaunchedProgram program, RecentOutput words, BooleanSupplier listens) {
        Deadline deadline = Deadline.in(limit);
        while (!listens.getAsBoolean()) {
            if (!program.alive()) {
                throw ended(program, words);
            }
            if (deadline.passed()) {
                throw new StartFailure(who + " " + late.apply(limit.toMillis() + " ms") + words.quoted());
            }
            deadline.pause();
        }
    }

    private EndedTooEarly ended(LaunchedProgram program, RecentOutput words) {
        int status = program.status();
        String how = status > SIGNALS ? "was ended by signal " + (status - SIGNALS) : "ended with status " + status;
        // What it wrote on its way out may still be on its way here.
        program.awaitOutput(LAST_WORDS);
        return new EndedTooEarly(who + " " + how + " before it listened on " + where + words.quoted());
    }

    /** It ended before it listened, perhaps because of whom it ran as. */
    static final class EndedTooEarly extends StartFailure {
        EndedTooEarly(String message) {
            super(message);
        }
    }
}
