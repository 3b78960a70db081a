package io.github.sockspec.suite.exec;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.ExecHeader;
import io.github.sockspec.delivery.Ending.How;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.ReplyFrame;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;

/** Exec clients, with replies that break off or announce what does not come. */
final class ExecClientSurvives {
    private static final Bytes BODY = Bytes.utf8("7d1f3a-9be24c\n");

    /** What a runtime and a program of any language need; a body of 2 GiB is beyond it. */
    private static final long BOUNDED = 512L << 20;

    /** When it fails: is the end of the stream, which reads as no bytes, looked for in every loop that reads? */
    @Case(clause = "EXEC-C4", value = "two-marked@fin-at-each-byte")
    void finAtEachByte_endsWithMessage(ClientTrial trial) {
        requireEndsSeen(trial);
        trial.givesUp();
    }

    @Case(clause = "EXEC-C4", value = "two-marked@rst-at-each-byte")
    void rstAtEachByte_endsWithMessage(ClientTrial trial) {
        trial.givesUp();
    }

    @Case(clause = "EXEC-C5", value = "marked@length-negative", about = "a reply announces -1 bytes")
    void lengthNegative_refused(ClientTrial trial) {
        trial.refuses(announcing(trial, -1), How.KEEP, "a length of -1");
    }

    @Case(
            clause = "EXEC-C5",
            value = "marked@length-2-gib",
            ownProcess = true,
            about = "a reply announces 2^31-1 bytes, a few come, and the stream ends: an error, in bounded memory")
    void length2GiB_refusedInBoundedMemory(ClientTrial trial) {
        Bytes reply = announcing(trial, Integer.MAX_VALUE).plus(BODY);
        trial.refuses(reply, How.FIN, "a length of 2147483647 and 14 bytes, then the end", BOUNDED);
    }

    @Case(clause = "EXEC-C5", value = "marked@length-one-more", about = "a reply announces one byte more than follows")
    void lengthOneMore_refused(ClientTrial trial) {
        Bytes reply = announcing(trial, BODY.length() + 1L).plus(BODY);
        trial.refuses(reply, How.FIN, "a length of 15 and 14 bytes, then the end");
    }

    private static Bytes announcing(ClientTrial trial, long size) {
        Dialect dialect = trial.dialect();
        if (dialect.acknowledge().isPresent()) {
            throw trial.notApplicable("an acknowledgement is due between header and body");
        }
        return trial.inDialect(() -> ExecHeader.announcing(dialect.reply(), size));
    }

    private static void requireEndsSeen(ClientTrial trial) {
        if (trial.dialect().reply() instanceof ReplyFrame.Eof) {
            throw trial.notApplicable("in this dialect the end of the stream is the end of the reply");
        }
    }
}
