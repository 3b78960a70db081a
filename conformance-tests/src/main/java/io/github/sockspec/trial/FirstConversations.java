package io.github.sockspec.trial;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;

/**
 * The plain conversations that an instance is measured by when it has started: deadlines scale with the longest of them, but
 * for the first, which warms it up. They also show whether it serves more than one client.
 */
final class FirstConversations {
    /** How many plain conversations are timed, besides the first. */
    private static final int MEASUREMENTS = 3;

    /** How many clients a start is measured by. */
    static final int CLIENTS = MEASUREMENTS + 1;

    /** How many times one of them is had again because this machine was too slow for it. */
    private static final int MOST_SLOW = 5;

    private final ServerUnderTest underTest;

    private FirstConversations(ServerUnderTest underTest) {
        this.underTest = underTest;
    }

    /** {@code started}, measured, with what is learned of its program's answers; closed where that can't be done. */
    static ServerUnderTest of(ServerUnderTest started, AnswerLearning learning) {
        boolean measured = false;
        try {
            started.speaks(learning.learned(started));
            started.opened(new FirstConversations(started).had());
            measured = true;
            return started;
        } finally {
            if (!measured) {
                NetworkNamespace.HERE.enter();
                started.close();
            }
        }
    }

    /** Has them; what the last of them came to, or why there is none. */
    private Finding had() {
        try {
            return each();
        } catch (CaseStop unknown) {
            return new Finding.Undecided(unknown.reason());
        }
    }

    private Finding each() {
        for (int round = 0; round <= MEASUREMENTS; round++) {
            Finding finding = plain(round);
            if (finding != Finding.HOLDS) {
                return finding;
            }
            if (round > 0) {
                // Not how long it then takes to close: that many a program leaves to its client for ever.
                underTest.plain().flatMap(Observation::answered).ifPresent(underTest.patience()::measured);
            }
        }
        underTest.patience().begins();
        return Finding.HOLDS;
    }

    private Finding plain(int round) {
        underTest.renewIfSpent();
        Finding finding = unhurried();
        boolean stopped = finding instanceof Finding.Broken
                && round > 0
                && !underTest.uses().once();
        return stopped ? afresh(finding) : finding;
    }

    /**
     * Of one that has answered and does not any more: whether it does the same when it is started again. Then it serves its
     * first clients and no others; else nothing is known of it but that it failed.
     */
    private Finding afresh(Finding before) {
        underTest.restart();
        for (int client = 0; client < CLIENTS; client++) {
            Finding finding = unhurried();
            if (finding != Finding.HOLDS && client == 0) {
                return finding;
            }
            if (finding instanceof Finding.Broken) {
                underTest.uses().sawOnce();
                return Finding.HOLDS;
            }
        }
        return before;
    }

    /** A plain conversation, had again where this machine was too slow for it to say anything of the program. */
    private Finding unhurried() {
        Finding finding = underTest.control();
        for (int again = 0; again < MOST_SLOW && finding instanceof Finding.Undecided; again++) {
            finding = underTest.control();
        }
        return finding;
    }
}
