package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.yaml.Node;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a case can ask of a server. */
final class ServerSteps {
    static final Vocabulary<Trial> WORDS = new Vocabulary<>();

    static {
        conversing();
        besides();
        enduring();
        contained();
        DatagramSteps.addTo(WORDS);
    }

    private ServerSteps() {}

    private static void conversing() {
        WORDS.byFamily("answers", Trial::requireAnswers)
                .byFamily("answers-and-no-more", Trial::requireNothingMore)
                .byFamily("survives", Trial::requireSurvival)
                .alone("survives-mutations", Mutations::state)
                .alone("answers-whole", trial -> trial.conversations().forEach(trial::requireAnswered))
                .with("answers-also", text(trial -> also -> trial.requireAnswered(trial.conversation(also))))
                .with("serves-others", text(trial -> trial::requireOthersServed))
                .with("runs-once", text(trial -> counting -> CommandRuns.once(trial, counting)))
                .alone("ends-abandoned-command", trial -> AbandonedCommand.of(trial)
                        .command());
    }

    /** What is done besides, and what others get meanwhile. */
    private static void besides() {
        WORDS.with("account-added", text(trial -> account -> AccountFile.add(trial, account)))
                .with("in-a-fresh-directory", (steps, setting) -> {
                    Consumer<Trial> inside = WORDS.read(steps, setting);
                    return trial -> CommandDirectory.in(trial, () -> inside.accept(trial));
                })
                .alone("silent-neighbour", trial -> Neighbours.of(trial).silent())
                .alone("half-said-neighbour", trial -> Neighbours.of(trial).halfSaid(trial.conversation()))
                .alone("never-reading-neighbour", trial -> Neighbours.of(trial).neverReading(trial.conversation()))
                .with(
                        "busy-neighbour",
                        text(trial -> when -> Neighbours.of(trial).busy(trial.conversation(), when)));
    }

    private static void enduring() {
        WORDS.with("disconnects", (node, setting) -> {
                    int times = node.integer(1, 100_000);
                    return trial -> RepeatedDisconnects.of(trial).disconnects(times);
                })
                .with("flood-is-not-kept", (node, setting) -> {
                    Node.Fields flood = node.fields(List.of("of", "bytes"));
                    Bytes unit = Bytes.utf8(flood.require("of").nonEmptyText());
                    long bytes = Amounts.bytes(flood.require("bytes"));
                    return trial -> Flood.of(trial, unit).isNotKept(bytes);
                })
                .with("gibibyte", ServerSteps::gibibyte)
                .alone("unread-replies", UnreadReplies::state)
                .alone("starts-again-on-same-port", trial -> Restarts.of(trial).samePort());
    }

    /** A message of 1 GiB in so many chunks: by a program that has, or may grow by, so much memory. */
    private static Consumer<Trial> gibibyte(Node node, Vocabulary.Setting setting) {
        Node.Fields message = node.fields(List.of("chunks", "memory", "reply", "words", "done"));
        int chunks = message.require("chunks").integer(1, 1 << 20);
        long memory = Amounts.bytes(message.require("memory"));
        LargeMessage.Answer answer = new LargeMessage.Answer(
                message.require("reply").visibleText(),
                message.require("words").visibleText(),
                message.require("done").visibleText());
        return setting.conditions().within().isPresent()
                ? trial -> LargeMessage.of(trial, answer).inChunksWithin(memory, chunks)
                : trial -> LargeMessage.of(trial, answer).inChunks(memory, chunks);
    }

    private static void contained() {
        WORDS.contained("paused-inside-request", trial -> PausedServer.of(trial).insideRequest())
                .contained(
                        "starts-again-after-kill", trial -> Restarts.of(trial).afterKill())
                .contained("network-cut-inside-request", trial -> NetworkCut.of(trial)
                        .insideRequest())
                .contained("network-cut-inside-reply", trial -> NetworkCut.of(trial)
                        .insideReply())
                .with("many-clients", (node, setting) -> {
                    int most = limit(node, setting, ResourceLimits::descriptors);
                    return trial -> ManyClients.of(trial).against(most);
                })
                .with("uses-up-processes", (node, setting) -> {
                    int most = limit(node, setting, ResourceLimits::processes);
                    return trial -> ProcessLimit.of(trial).reached(most);
                })
                .with("patience", (node, setting) -> {
                    setting.conditions().requireWithin(node, "patience");
                    Duration patience = Amounts.seconds(node);
                    return trial ->
                            trial.carrier().limits(trial.carrier().limits().patient(patience));
                });
    }

    /** The limit of the case's container that a step is about. */
    private static int limit(Node node, Vocabulary.Setting setting, Function<ResourceLimits, OptionalInt> which) {
        ResourceLimits allowance = setting.conditions().requireWithin(node, node.name());
        return which.apply(allowance)
                .orElseThrow(() -> node.mistake(node.name() + " is for a case whose \"within\" sets its limit"));
    }

    private static Vocabulary.Reading<Trial> text(Function<Trial, Consumer<String>> step) {
        return (node, setting) -> {
            String text = node.visibleText();
            return trial -> step.apply(trial).accept(text);
        };
    }
}
