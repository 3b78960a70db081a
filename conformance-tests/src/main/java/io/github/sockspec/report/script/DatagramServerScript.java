package io.github.sockspec.report.script;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.DatagramPassage;
import io.github.sockspec.verdict.Occasion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A server that was asked in datagrams. */
record DatagramServerScript(Occasion.Posted occasion) implements ScriptKind {
    @Override
    public List<String> usage() {
        return List.of(
                "    python3 THIS HOST PORT     # where the server waits for datagrams",
                "",
                "Each asker has a port of its own. The datagrams are sent as they reached the server: lost, doubled, overtaken, cut"
                        + " short or late.");
    }

    @Override
    public List<String> constants() {
        DatagramConversation asking = occasion.asking();
        return List.of(
                "# How long an answer is waited for, in seconds.",
                "PATIENCE = 3.0",
                "# The datagrams that must be answered, and what answers each.",
                "DUE = " + due(asking),
                "# Round after round, each datagram: who says it, what, whether he is gone when it is answered, seconds late.",
                "ROUNDS = " + Literal.list(rounds(), DatagramServerScript::round),
                "# What is asked of the server.",
                "RECKONING = " + Literal.of(occasion.reckoning().name().toLowerCase(Locale.ROOT)));
    }

    private static String due(DatagramConversation asking) {
        return "{"
                + asking.asks().stream()
                        .map(DatagramConversation.Ask::says)
                        .distinct()
                        .flatMap(says -> asking.due(says).map(reply -> due(says, reply)).stream())
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private static String due(Bytes says, Reply reply) {
        return "\n    " + Literal.of(says) + ": " + Replies.of(reply);
    }

    /** One datagram as it arrives. */
    private record Arrival(DatagramConversation.Ask ask, Bytes bytes, Order order) {}

    /**
     * When it arrives.
     *
     * @param behind the index of the last datagram that passes before it, or its own
     * @param overtakenBy how many others passed
     * @param nanos how late
     */
    private record Order(int behind, int overtakenBy, long nanos) {
        boolean overtaken() {
            return overtakenBy > 0;
        }
    }

    private List<List<Arrival>> rounds() {
        List<List<Arrival>> rounds = new ArrayList<>();
        int index = 0;
        for (List<DatagramConversation.Ask> said : occasion.asking().rounds()) {
            List<Arrival> round = new ArrayList<>();
            for (DatagramConversation.Ask ask : said) {
                DatagramPassage passage = occasion.plan().passages().passage(index);
                Order order = new Order(
                        index + passage.overtakenBy(),
                        passage.overtakenBy(),
                        passage.delay().toNanos());
                for (int copy = 0; copy < passage.copies(); copy++) {
                    round.add(new Arrival(ask, passage.of(ask.says()), order));
                }
                index++;
            }
            // The sort is stable: what nothing parts stays in the order in which it was said.
            round.sort(Comparator.comparingLong((Arrival each) -> each.order().nanos())
                    .thenComparingInt(each -> each.order().behind())
                    .thenComparing(each -> each.order().overtaken()));
            rounds.add(round);
        }
        return rounds;
    }

    private static String round(List<Arrival> round) {
        return "\n    "
                + Literal.list(
                        round,
                        each -> "\n        "
                                + Literal.tuple(
                                        String.valueOf(each.ask().asker()),
                                        Literal.of(each.bytes()),
                                        each.ask().then() == DatagramConversation.Then.LEAVES
                                                ? Literal.TRUE
                                                : Literal.FALSE,
                                        String.format(
                                                Locale.ROOT,
                                                "%.6f",
                                                each.order().nanos() / 1e9)));
    }

    @Override
    public List<String> parts() {
        return List.of("status", "replies", "askers");
    }
}
