package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Abandoned;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Endurance;
import io.github.sockspec.suite.Neighbours;
import io.github.sockspec.suite.Restarts;
import io.github.sockspec.suite.Trial;

/** Exec, within limits. */
final class ExecBounded {
    /** When it fails: is one pipe read to its end before the other is read at all? */
    @Case(clause = "EXEC-9", value = "error-fills-first@whole")
    void errorFillsItsPipeFirst_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-9", value = "output-fills-first@whole")
    void outputFillsItsPipeFirst_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: does anything watch the connection while the command runs? */
    @Case(
            clause = "EXEC-11",
            value = "long-sleep@rst-while-it-runs",
            about = "the client resets while its command runs: the command ends within 2 s, with its children")
    void resetWhileCommandRuns_endsIt(Trial trial) {
        Abandoned.of(trial).command();
    }

    /** When it fails: is SO_REUSEADDR set? */
    @Case(
            clause = "EXEC-15",
            value = "plain@restarted",
            ownProcess = true,
            about = "the server is stopped with a client connected, and started again at once on the same port")
    void restartedAtOnce_samePort(Trial trial) {
        Restarts.of(trial).samePort();
    }

    @Case(
            clause = "EXEC-16",
            value = "16-mib@never-read",
            about = "a client that asks for 16 MiB and reads nothing delays nobody else")
    void neverReads_delaysNobody(Trial trial) {
        Neighbours.of(trial).neverReading(trial.conversation());
    }

    /** When it fails: what is opened for a client, and is it closed when the client is gone without a word? */
    @Case(
            clause = "EXEC-17",
            value = "plain@200-disconnects",
            ownProcess = true,
            about = "after 200 abrupt disconnects nothing is left of them, and no CPU time is used")
    void disconnects_leaveNothing(Trial trial) {
        Endurance.of(trial).disconnects(200);
    }
}
