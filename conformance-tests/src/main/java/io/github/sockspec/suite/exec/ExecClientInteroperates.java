package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;
import io.github.sockspec.verdict.ClientJudge;

/** Exec clients, each reply whole and one at a time. */
final class ExecClientInteroperates {
    @Case(clause = "EXEC-C1", value = "marked@whole")
    void marked_printed(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C1", value = "two-marked@whole")
    void two_printedInOrder(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C1", value = "multibyte-marked@whole")
    void multibyte_printed(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: is one read taken for the whole body? */
    @Case(clause = "EXEC-C1", value = "large-marked@whole")
    void large_printedWhole(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: are line ends translated, or blanks stripped off? */
    @Case(clause = "EXEC-C1", value = "carriage-returns-marked@whole")
    void carriageReturns_printed(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C1", value = "newlines-marked@whole")
    void newlinesAlone_printed(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: is the output taken for a string that ends with NUL? */
    @Case(clause = "EXEC-C1", value = "nul-marked@whole")
    void nul_printed(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: is the output read line by line, or its last byte taken for a line end? */
    @Case(clause = "EXEC-C1", value = "unended-marked@whole")
    void lineWithoutEnd_printed(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: is a header or a length printed on standard output? */
    @Case(
            clause = "EXEC-C1",
            value = "marked@two-replies",
            about = "a command is answered in two ways: but for the bodies, the same is printed")
    void twoReplies_printedAlikeButForTheBodies(ClientTrial trial) {
        trial.printsBodiesAlone("c05e81-f7a236-4b\n");
    }

    /** When it fails: is an empty reply waited for? */
    @Case(clause = "EXEC-C6", value = "silent-marked@whole")
    void silent_printsNothing_nextWorks(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C6", value = "silent-marked@joined")
    void silent_joinedToTheNext(ClientTrial trial) {
        trial.worksAskedAhead();
    }

    /** When it fails: is a line sent before it is looked at? */
    @Case(clause = "EXEC-C6", value = "empty-line-marked@whole")
    void emptyLine_notSent(ClientTrial trial) {
        trial.keepsEmptyLine();
    }

    @Case(clause = "EXEC-C7", value = "marked@then-exit", about = "the exit word after a reply ends it with status 0")
    void exitWord_status0(ClientTrial trial) {
        if (trial.dialect().exit().isEmpty()) {
            throw trial.notApplicable("there is no exit word in this dialect");
        }
        trial.works(ClientJudge::succeeds);
    }
}
