package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Header;
import io.github.sockspec.delivery.Ending.How;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * A reply that a client must not take for a right one.
 *
 * @param announcing the length that a header in the client's dialect announces before the rest, whatever comes
 * @param rest the bytes that follow, or all
 * @param end how the connection ends behind them
 * @param memory the most bytes of memory that the client may take meanwhile
 * @param words what it is, in words
 */
record HostileReply(Optional<Long> announcing, Bytes rest, How end, long memory, String words) {
    private static final List<String> KEYS = List.of("announcing", "reply", "end", "memory", "words");

    static HostileReply read(Node node) {
        Node.Fields reply = node.fields(KEYS);
        return new HostileReply(
                reply.find("announcing").map(HostileReply::length),
                reply.find("reply").map(each -> Bytes.utf8(each.nonEmptyText())).orElse(Bytes.EMPTY),
                reply.find("end").map(each -> each.oneOf(How.class)).orElse(How.KEEP),
                reply.find("memory").map(Amounts::bytes).orElse(Long.MAX_VALUE),
                reply.require("words").visibleText());
    }

    private static long length(Node node) {
        if (!node.text().matches("-?\\d{1,12}")) {
            throw node.mistake(node.name() + " must be a whole number, not " + node.kind());
        }
        return Long.parseLong(node.text());
    }

    /** States that the client, its last request answered by this, says so and ends. */
    void refused(ClientTrial trial) {
        refuse(trial);
    }

    /** States the same, and that it tells what it was sent. */
    void told(ClientTrial trial) {
        trial.states(ClientJudge.tells(bytes(trial), refuse(trial)));
    }

    private ProgramRun refuse(ClientTrial trial) {
        return trial.refuses(bytes(trial), end, words, memory);
    }

    private Bytes bytes(ClientTrial trial) {
        return announcing
                .map(size ->
                        trial.inDialect(() -> Header.announcing(trial.dialect().reply(), size)))
                .orElse(Bytes.EMPTY)
                .plus(rest);
    }
}
