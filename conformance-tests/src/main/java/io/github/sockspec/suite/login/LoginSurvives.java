package io.github.sockspec.suite.login;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Trial;

/** Login, with malformed requests and abrupt disconnects. */
final class LoginSurvives {
    private static void refusesAndServesOthers(Trial trial) {
        trial.answers();
        trial.servesOthers("after a malformed request");
    }

    @Case(clause = "LOGIN-5", value = "no-separator@whole")
    void noSeparator_refused(Trial trial) {
        refusesAndServesOthers(trial);
    }

    @Case(clause = "LOGIN-5", value = "two-separators@whole")
    void twoSeparators_refused(Trial trial) {
        refusesAndServesOthers(trial);
    }

    @Case(clause = "LOGIN-5", value = "three-fields@whole")
    void threeFields_refused(Trial trial) {
        refusesAndServesOthers(trial);
    }

    @Case(clause = "LOGIN-5", value = "empty-name@whole")
    void emptyName_refused(Trial trial) {
        refusesAndServesOthers(trial);
    }

    @Case(clause = "LOGIN-5", value = "nothing-but-separator@whole")
    void nothingButSeparator_refused(Trial trial) {
        refusesAndServesOthers(trial);
    }

    @Case(clause = "LOGIN-5", value = "not-text@whole")
    void notText_refused(Trial trial) {
        refusesAndServesOthers(trial);
    }

    /** When it fails: does one client's end end the program, or its loop? */
    @Case(clause = "LOGIN-6", value = "plain@fin-at-each-byte")
    void finAtEachByte_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "LOGIN-6", value = "plain@rst-at-each-byte")
    void rstAtEachByte_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "LOGIN-6", value = "plain@ended-under-reply")
    void endedUnderReply_servesOthers(Trial trial) {
        trial.survives();
    }
}
