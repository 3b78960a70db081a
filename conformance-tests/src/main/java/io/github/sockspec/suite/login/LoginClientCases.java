package io.github.sockspec.suite.login;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Ending.How;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;
import io.github.sockspec.verdict.ClientJudge;

/** Login clients. */
final class LoginClientCases {
    @Case(clause = "LOGIN-C1", value = "plain@whole")
    void plain_sendsThePairAlone(ClientTrial trial) {
        trial.works(ClientJudge::succeeds);
    }

    /** When it fails: is something sent as soon as the name is there? */
    @Case(
            clause = "LOGIN-C1",
            value = "plain@line-by-line",
            about = "nothing is sent while the user has given a name and no password yet")
    void nameAlone_sendsNothing(ClientTrial trial) {
        trial.staysSilentBetweenPrompts();
    }

    @Case(clause = "LOGIN-C1", value = "multibyte-pair@whole")
    void multibyte_sendsThePairAlone(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: are the first bytes of a reply taken for all of it? */
    @Case(clause = "LOGIN-C2", value = "again@every-cut")
    void again_everyCut(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "LOGIN-C2", value = "plain@every-composition")
    void success_everyComposition(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "LOGIN-C2", value = "again@byte-by-byte")
    void again_dripFed(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "LOGIN-C2", value = "again@sampled")
    void again_sampled(ClientTrial trial) {
        trial.works();
    }

    @Case(clause = "LOGIN-C3", value = "again@whole")
    void afterFail_asksAgain_afterSuccess_stops(ClientTrial trial) {
        trial.works();
    }

    /** When it fails: is the end of the stream, which reads as no bytes, taken for a reply? */
    @Case(clause = "LOGIN-C4", value = "again@fin-at-each-byte")
    void finAtEachByte_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    @Case(clause = "LOGIN-C4", value = "again@rst-at-each-byte")
    void rstAtEachByte_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    /** As above where a connection carries one attempt; among many, that the first reply breaks off. */
    @Case(clause = "LOGIN-C4", value = "plain@fin-at-each-byte")
    void finAtEachByteOfTheFirst_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    @Case(clause = "LOGIN-C4", value = "plain@rst-at-each-byte")
    void rstAtEachByteOfTheFirst_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    @Case(clause = "LOGIN-C4", value = "plain@neither-reply", about = "a reply is neither of the two")
    void neitherReply_endsWithMessage(ClientTrial trial) {
        trial.refuses(Bytes.utf8("perhaps"), How.KEEP, "\"perhaps\"");
    }
}
