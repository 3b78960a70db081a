package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Trial;

/** Exec, with malformed requests and abrupt disconnects. */
final class ExecSurvives {
    private static void toleratesAndServesOthers(Trial trial) {
        trial.answers();
        trial.servesOthers("after such a request");
    }

    @Case(clause = "EXEC-10", value = "plain@fin-at-each-byte")
    void finAtEachByte_servesOthers(Trial trial) {
        trial.survives();
    }

    /** When it fails: does one client's end end the program, or its loop? */
    @Case(clause = "EXEC-10", value = "plain@rst-at-each-byte")
    void rstAtEachByte_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "EXEC-10", value = "slow@ended-under-reply")
    void endedWhileCommandRuns_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "EXEC-10", value = "1-mib@ended-under-reply")
    void endedWhileReplyIsSent_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "EXEC-12", value = "not-text@whole")
    void notText_servesOthers(Trial trial) {
        toleratesAndServesOthers(trial);
    }

    @Case(clause = "EXEC-12", value = "empty-line@whole")
    void emptyLine_servesOthers(Trial trial) {
        toleratesAndServesOthers(trial);
    }

    @Case(clause = "EXEC-12", value = "blank-line@whole")
    void blankLine_servesOthers(Trial trial) {
        toleratesAndServesOthers(trial);
    }

    @Case(clause = "EXEC-12", value = "long-line@whole")
    void longLine_servesOthers(Trial trial) {
        toleratesAndServesOthers(trial);
    }

    /** When it fails: does a command inherit the server's own standard input? */
    @Case(clause = "EXEC-14", value = "standard-input@whole")
    void standardInput_empty(Trial trial) {
        trial.answers();
    }
}
