package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.trial.Datagrams;
import io.github.sockspec.trial.Datagrams.Bound;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a case can ask of a server that is spoken to in datagrams. */
final class DatagramSteps {
    private static final List<String> ASKINGS = List.of(
            "plain",
            "lock-step",
            "alternating",
            "burst",
            "repeated",
            "interleaved",
            "departed",
            "every-second-departed");

    private static final List<String> DATAGRAMS = List.of("sizes", "arbitrary", "lookalikes");

    private static final int MOST = 1_000;

    private DatagramSteps() {}

    static void addTo(Vocabulary<Trial> words) {
        words.with("each-answered", (node, setting) -> {
                    Function<DatagramMessages, DatagramConversation> asking = asking(node);
                    return said(said -> said.answered(asking.apply(said.messages())));
                })
                .with("no-amplification", (node, setting) -> bounded(node, Bound.BYTES))
                .with("no-amplification-of", (node, setting) -> boundedEach(node, Bound.BYTES))
                .with("one-for-one", (node, setting) -> bounded(node, Bound.DATAGRAMS))
                .with("one-for-one-of", (node, setting) -> boundedEach(node, Bound.DATAGRAMS))
                .with("serves-after-each", (node, setting) -> {
                    Function<Trial, List<Bytes>> datagrams = datagrams(node);
                    return trial -> Datagrams.of(trial).survives(datagrams.apply(trial));
                })
                .with("serves-after", (node, setting) -> {
                    Node.Fields fields = node.fields(List.of("askers", "when"));
                    Function<DatagramMessages, DatagramConversation> asking = asking(fields.require("askers"));
                    String when = fields.require("when").visibleText();
                    return said(said -> said.survives(asking.apply(said.messages()), when));
                });
    }

    private static Consumer<Trial> said(Consumer<Datagrams> step) {
        return trial -> step.accept(Datagrams.of(trial));
    }

    private static Consumer<Trial> bounded(Node node, Bound bound) {
        Function<DatagramMessages, DatagramConversation> asking = asking(node);
        return said(said -> said.bounded(asking.apply(said.messages()), bound));
    }

    private static Consumer<Trial> boundedEach(Node node, Bound bound) {
        Function<Trial, List<Bytes>> datagrams = datagrams(node);
        return trial -> Datagrams.of(trial).bounded(datagrams.apply(trial), bound);
    }

    /** Who asks, how often and in which order: a word, or one with a number behind it. */
    private static Function<DatagramMessages, DatagramConversation> asking(Node node) {
        if (node instanceof Node.Text) {
            return node.oneOf(List.of("plain", "alternating"), word -> word).equals("plain")
                    ? DatagramMessages::plain
                    : DatagramMessages::alternating;
        }
        Map.Entry<String, Node> only = only(node, ASKINGS);
        if (only.getKey().equals("interleaved")) {
            Node.Fields fields = only.getValue().fields(List.of("askers", "times"));
            int askers = fields.require("askers").integer(1, MOST);
            int times = fields.require("times").integer(1, MOST);
            return messages -> messages.interleaved(askers, times);
        }
        int times = only.getValue().integer(1, MOST);
        return switch (only.getKey()) {
            case "lock-step" -> messages -> messages.lockStep(times);
            case "burst" -> messages -> messages.burst(times);
            case "repeated" -> messages -> messages.repeated(times);
            case "departed" -> messages -> messages.departed(times);
            case "every-second-departed" -> messages -> messages.everySecondDeparted(times);
            default -> throw only.getValue().mistake(only.getKey() + " takes nothing behind it");
        };
    }

    /** Datagrams that need not be requests. */
    private static Function<Trial, List<Bytes>> datagrams(Node node) {
        if (node instanceof Node.Fields) {
            int size = only(node, List.of("size")).getValue().integer(0, DatagramMessages.LARGEST);
            return trial -> List.of(Bytes.repeat(Bytes.utf8("a"), size));
        }
        return switch (node.oneOf(DATAGRAMS, word -> word)) {
            case "sizes" -> trial -> DatagramMessages.sizes();
            case "arbitrary" ->
                trial -> DatagramMessages.arbitrary(
                        trial.sampling().seed(), trial.sampling().size());
            default -> trial -> Datagrams.of(trial).messages().lookalikes();
        };
    }

    private static Map.Entry<String, Node> only(Node node, List<String> allowed) {
        Map<String, Node> values = node.fields(allowed).values();
        if (values.size() != 1) {
            throw node.mistake(node.name() + " takes one of: " + String.join(", ", allowed));
        }
        return values.entrySet().iterator().next();
    }
}
