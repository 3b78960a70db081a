package io.github.sockspec.suite.exec;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;
import java.nio.charset.StandardCharsets;

/** Exec clients, however the reply is cut and joined. When one fails: is one read taken for one header, or one body? */
final class ExecClientRobust {
    @Case(clause = "EXEC-C2", value = "two-marked@every-cut")
    void two_everyCut(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C2", value = "marked@at-seams")
    void headerAndBody_apart(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C2", value = "two-marked@byte-by-byte")
    void two_dripFed(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: is more read than the header said, and thrown away or printed? */
    @Case(clause = "EXEC-C2", value = "two-marked@joined")
    void twoReplies_joined(ClientTrial trial) {
        trial.worksAskedAhead();
    }

    @Case(clause = "EXEC-C2", value = "two-marked@and-a-half")
    void two_andAHalf(ClientTrial trial) {
        trial.worksAskedAhead();
    }

    @Case(clause = "EXEC-C2", value = "two-marked@sampled")
    void two_sampled(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "EXEC-C2", value = "two-marked@resegmented")
    void two_resegmented(ClientTrial trial) {
        trial.worksAskedAhead();
    }

    /** When it fails: is each read decoded by itself, or are characters counted against bytes? */
    @Case(clause = "EXEC-C3", value = "multibyte-marked@every-cut")
    void multibyte_everyCut(ClientTrial trial) {
        trial.worksCutInBodies();
    }

    @Case(clause = "EXEC-C3", value = "multibyte-marked@byte-by-byte")
    void multibyte_dripFed(ClientTrial trial) {
        trial.worksCutInBodies();
    }

    @Case(clause = "EXEC-C3", value = "gbk-marked@every-cut")
    void gbk_everyCut(ClientTrial trial) {
        requireGbk(trial);
        trial.worksCutInBodies();
    }

    @Case(clause = "EXEC-C3", value = "gbk-marked@byte-by-byte")
    void gbk_dripFed(ClientTrial trial) {
        requireGbk(trial);
        trial.worksCutInBodies();
    }

    private static void requireGbk(ClientTrial trial) {
        if (!trial.opaque() && trial.dialect().charset("output").equals(StandardCharsets.UTF_8)) {
            throw trial.notApplicable("it prints utf-8 in this dialect");
        }
    }
}
