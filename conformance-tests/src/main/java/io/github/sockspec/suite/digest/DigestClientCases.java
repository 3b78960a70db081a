package io.github.sockspec.suite.digest;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Ending.How;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;
import io.github.sockspec.verdict.ClientJudge;

/** Digest clients. */
final class DigestClientCases {
    @Case(clause = "DIGEST-C1", value = "plain@whole")
    void plain_printsDigest(ClientTrial trial) {
        trial.works(ClientJudge::succeeds);
    }

    @Case(clause = "DIGEST-C1", value = "empty@whole")
    void emptyFile_printsDigest(ClientTrial trial) {
        trial.works(ClientJudge::succeeds);
    }

    /** When it fails: is the file read as text, or its line ends translated? */
    @Case(clause = "DIGEST-C1", value = "octets@whole")
    void octets_sentAsTheyAre(ClientTrial trial) {
        trial.works(ClientJudge::succeeds);
    }

    @Case(clause = "DIGEST-C1", value = "large-chunk@whole")
    void largeFile_printsDigest(ClientTrial trial) {
        trial.works(ClientJudge::succeeds);
    }

    /** When it fails: is the server's answer compared with the file's own digest at all? */
    @Case(clause = "DIGEST-C1", value = "plain@another-digest", about = "the server answers another file's digest")
    void anotherDigest_statusNotZero(ClientTrial trial) {
        Bytes another = Bytes.utf8("0123456789abcdef0123456789abcdef");
        trial.states(ClientJudge.tells(another, trial.refuses(another, How.KEEP, "another file's digest")));
    }

    @Case(clause = "DIGEST-C2", value = "plain@every-cut")
    void plain_everyCut(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "DIGEST-C2", value = "plain@byte-by-byte")
    void plain_dripFed(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "DIGEST-C2", value = "plain@sampled")
    void plain_sampled(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "DIGEST-C3", value = "plain@fin-at-each-byte")
    void finAtEachByte_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    @Case(clause = "DIGEST-C3", value = "plain@rst-at-each-byte")
    void rstAtEachByte_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    @Case(clause = "DIGEST-C3", value = "plain@not-hexadecimal", about = "one of the 32 characters is no digit")
    void notHexadecimal_refused(ClientTrial trial) {
        trial.refuses(Bytes.utf8("0123456789abcdefg123456789abcdef"), How.KEEP, "a digit that is none");
    }
}
