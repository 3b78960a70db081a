package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Runs;
import io.github.sockspec.suite.Scratch;
import io.github.sockspec.suite.Trial;

/** Exec, however the bytes are cut and joined. When one of these fails: is one read taken for one command? */
final class ExecRobust {
    @Case(clause = "EXEC-5", value = "echo@every-cut")
    void echo_everyCut(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-5", value = "word@every-composition")
    void word_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-5", value = "echo@byte-by-byte")
    void echo_byteByByte(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-5", value = "multibyte@every-cut")
    void multibyte_everyCut(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-5", value = "echo@sampled")
    void echo_sampled(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-5", value = "echo@stalled")
    void echo_stalled(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-5", value = "once@every-cut", about = "each time a command has been answered, it was run once")
    void once_everyCut_runOnce(Trial trial) {
        Runs.once(trial, "run-once");
    }

    /** When it fails: is a command kept after it was answered, and taken for the next one? */
    @Case(
            clause = "EXEC-5",
            value = "once@whole",
            about = "a command is answered, and a moment later it has been run once")
    void once_answered_notRunAgain(Trial trial) {
        Runs.once(trial, "run-once-later");
    }

    /** When it fails: is what is left at the end of the stream run? {@code rm -r /tmp/x} cut short is {@code rm -r /}. */
    @Case(clause = "EXEC-5", value = "witness@half-close-inside", about = "nothing of a command cut short is run")
    void witness_halfCloseInside_neverRun(Trial trial) {
        Scratch.in(trial, () -> {
            trial.answers();
            trial.holds(trial.conversation("scratch-is-empty"));
        });
    }

    @Case(clause = "EXEC-6", value = "two@joined")
    void two_joined(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-6", value = "two@and-a-half")
    void two_andAHalf(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-6", value = "many@joined")
    void many_joined(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-6", value = "two@resegmented")
    void two_resegmented(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the end of the client's stream taken for the end of its interest? */
    @Case(clause = "EXEC-18", value = "plain@half-closed")
    void halfClosed_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a command ended when its client ends its own stream? */
    @Case(clause = "EXEC-18", value = "second@half-closed")
    void longCommand_halfClosed_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-18", value = "two@half-closed")
    void two_halfClosed_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a read of no bytes taken for a request? */
    @Case(clause = "EXEC-19", value = "plain@half-closed-after-replies")
    void halfClosedAfterReplies_nothingMoreIsSent(Trial trial) {
        trial.answersAndNoMore();
    }
}
