package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Neighbours;
import io.github.sockspec.suite.Trial;

/** Exec, each message whole and one at a time. */
final class ExecInteroperates {
    /** When it fails: is the header the length in bytes, little-endian, in four bytes? */
    @Case(clause = "EXEC-1", value = "plain@whole")
    void plain_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the output decoded, or its line ends translated? */
    @Case(clause = "EXEC-1", value = "bytes@whole")
    void allOctets_unaltered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-1", value = "unfinished-line@whole")
    void unfinishedLine_unaltered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the length counted in characters? */
    @Case(clause = "EXEC-1", value = "multibyte@whole")
    void multibyte_countedInBytes(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the output of a command that fails dropped? */
    @Case(clause = "EXEC-1", value = "output-then-failure@whole")
    void outputOfAFailure_sent(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-2", value = "error-then-failure@whole")
    void errorOfAFailure_sent(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-2", value = "stderr@whole")
    void stderrOnly_sent(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-2", value = "both@whole")
    void bothStreams_asTheDialectHasIt(Trial trial) {
        trial.answers();
    }

    /** When it fails: does a command that prints nothing get no reply at all, or a made-up one? */
    @Case(clause = "EXEC-3", value = "silent@whole")
    void silentCommand_lengthZero(Trial trial) {
        trial.answers();
    }

    /** When it fails: does a failing command end the connection? */
    @Case(clause = "EXEC-4", value = "several@whole")
    void severalCommands_inOrder(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-7", value = "exit@whole")
    void exitWord_closes(Trial trial) {
        trial.answers();
    }

    @Case(clause = "EXEC-7", value = "echo-then-exit@whole")
    void exitWordAfterCommand_closes(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the result of a send looked at, and is the reply read whole before it is sent? */
    @Case(clause = "EXEC-8", value = "16-mib@whole")
    void reply16MiB_whole(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a client accepted only after the one before it has gone? */
    @Case(
            clause = "EXEC-13",
            value = "plain@beside-silence",
            about = "a client that connects and says nothing holds up nobody")
    void silentNeighbour_holdsUpNobody(Trial trial) {
        Neighbours.of(trial).silent();
    }

    @Case(
            clause = "EXEC-13",
            value = "long-command@beside",
            about = "a command that takes long holds up no other client")
    void longCommand_holdsUpNobody(Trial trial) {
        Neighbours.of(trial).busy(trial.conversation(), "while another client's command runs");
    }
}
