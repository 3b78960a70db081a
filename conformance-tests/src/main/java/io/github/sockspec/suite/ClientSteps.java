package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.yaml.Node;
import java.util.List;
import java.util.function.Consumer;

/** What a case can ask of a client or a tool. */
final class ClientSteps {
    static final Vocabulary<ClientTrial> WORDS = new Vocabulary<ClientTrial>()
            .byFamily("works", ClientTrial::requirePlayed)
            .byFamily("works-asked-ahead", ClientTrial::requirePlayedAskedAhead)
            .byFamily("works-cut-in-bodies", ClientTrial::requirePlayedCutInBodies)
            .byFamily("gives-up", ClientTrial::requireGivingUp)
            .byFamily("keeps-empty-line", ClientTrial::requireEmptyLineKept)
            .alone("succeeds", trial -> trial.requirePlayed(ClientJudge::succeeds))
            .alone("silent-between-prompts", ClientTrial::requireSilenceBetweenPrompts)
            .with("prints-bodies-alone", (node, setting) -> {
                String other = node.nonEmptyText();
                return trial -> trial.requireBodiesAlone(other);
            })
            .with("refuses", (node, setting) -> HostileReply.read(node)::refused)
            .with("tells", (node, setting) -> HostileReply.read(node)::told)
            .with("answered", (node, setting) -> {
                HelloAnswer answer = node.oneOf(HelloAnswer.class);
                return trial -> HelloClientQuestions.of(trial).answered(answer);
            })
            .with("prints-digests", (node, setting) -> node.items().stream()
                    .map(ClientSteps::printsDigest)
                    .reduce(Consumer::andThen)
                    .orElseThrow(() -> node.mistake(node.name() + " names no file")))
            .with("prints-digest-of-zeros", (node, setting) -> {
                Node.Fields zeros = node.fields(List.of("bytes", "md5", "memory"));
                long bytes = Amounts.bytes(zeros.require("bytes"));
                String digest = zeros.require("md5").visibleText();
                long most = Amounts.bytes(zeros.require("memory"));
                return trial -> LocalToolQuestions.of(trial).digestsZeros(bytes, digest, most);
            });

    private ClientSteps() {}

    private static Consumer<ClientTrial> printsDigest(Node node) {
        Node.Fields file = node.fields(List.of("text", "hex", "times", "md5"));
        Bytes unit = file.find("hex")
                .map(hex -> Bytes.hex(hex.visibleText()))
                .orElseGet(() -> Bytes.utf8(file.require("text").text()));
        int times = file.find("times").map(each -> each.integer(1, 1 << 24)).orElse(1);
        String digest = file.require("md5").visibleText();
        return trial -> LocalToolQuestions.of(trial).digests(Bytes.repeat(unit, times), digest);
    }
}
