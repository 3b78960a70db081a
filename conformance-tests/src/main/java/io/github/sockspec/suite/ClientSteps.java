package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.suite.LocalToolQuestions.Printed;
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
            .byFamily("leaves-or-asks-again", ClientTrial::requireLeavingOrAskingAgain)
            .alone("endless-reply", ClientTrial::requireBoundedByEndlessReply)
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
                DatagramAnswer answer = node.oneOf(DatagramAnswer.class);
                return trial -> DatagramClientQuestions.of(trial).answered(answer);
            })
            .with("prints-of-files", (node, setting) -> {
                Node.Fields printed = node.fields(List.of("words", "files"));
                String words = printed.require("words").visibleText();
                return printed.require("files").items().stream()
                        .map(file -> printsOfFile(file, words))
                        .reduce(Consumer::andThen)
                        .orElseThrow(() -> node.mistake(node.name() + " names no file"));
            })
            .with("prints-of-zeros", (node, setting) -> {
                Node.Fields zeros = node.fields(List.of("words", "bytes", "prints", "memory"));
                long bytes = Amounts.bytes(zeros.require("bytes"));
                Printed printed = printed(zeros, zeros.require("words").visibleText());
                long most = Amounts.bytes(zeros.require("memory"));
                return trial -> LocalToolQuestions.of(trial).printsOfZeros(bytes, printed, most);
            });

    private ClientSteps() {}

    private static Consumer<ClientTrial> printsOfFile(Node node, String words) {
        Node.Fields file = node.fields(List.of("text", "hex", "times", "prints"));
        Bytes unit = file.find("hex")
                .map(hex -> Bytes.hex(hex.visibleText()))
                .orElseGet(() -> Bytes.utf8(file.require("text").text()));
        int times = file.find("times").map(each -> each.integer(1, 1 << 24)).orElse(1);
        Printed printed = printed(file, words);
        return trial -> LocalToolQuestions.of(trial).prints(Bytes.repeat(unit, times), printed);
    }

    private static Printed printed(Node.Fields of, String words) {
        return new Printed(of.require("prints").visibleText(), words);
    }
}
