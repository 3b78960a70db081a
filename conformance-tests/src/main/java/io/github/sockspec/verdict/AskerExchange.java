package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one asker asked and what it got.
 *
 * @param asker its number
 * @param asked what reached the server's edge from it, in order
 * @param replies what the server sent to it, in order
 */
record AskerExchange(int asker, List<Fact.Datagram.Asked> asked, List<Fact.Datagram.Replied> replies) {
    static AskerExchange of(int asker, Observation seen) {
        return new AskerExchange(
                asker,
                seen.all(Fact.Datagram.Asked.class)
                        .filter(fact -> fact.asker() == asker)
                        .toList(),
                seen.all(Fact.Datagram.Replied.class)
                        .filter(fact -> fact.asker() == asker)
                        .toList());
    }

    /** What each of its datagrams that has to be answered must be answered with. */
    List<Reply> owed(DatagramConversation asking) {
        return asked.stream().flatMap(each -> asking.due(each.bytes()).stream()).toList();
    }

    /** How many of its datagrams have to be answered. */
    long due(DatagramConversation asking) {
        return owed(asking).size();
    }

    /** How many of those were answered rightly. */
    long right(DatagramConversation asking) {
        return DatagramMatching.most(
                owed(asking), replies.stream().map(Fact.Datagram::bytes).toList());
    }

    /** The first reply that came from another address than the one that was asked. */
    Optional<Fact.Datagram.Replied> stranger() {
        return replies.stream()
                .filter(reply -> asked.stream().noneMatch(each -> each.to().equals(reply.from())))
                .filter(reply -> !asked.isEmpty())
                .findFirst();
    }

    /** The first reply that answers nothing that was asked, where all that was asked must be answered. */
    Optional<Bytes> wrong(DatagramConversation asking) {
        List<Reply> owed = owed(asking);
        return replies.stream()
                .map(Fact.Datagram::bytes)
                .filter(reply -> owed.size() == asked.size()
                        && owed.stream().noneMatch(each -> DatagramConversation.answers(each, reply)))
                .findFirst();
    }

    /** What was asked that a wrong {@code reply} comes closest to; empty where nothing was. */
    Optional<NearAnswer> nearest(DatagramConversation asking, Bytes reply) {
        return asked.stream()
                .flatMap(each -> asking.due(each.bytes()).map(due -> NearAnswer.of(each.bytes(), due, reply)).stream())
                .reduce((nearest, other) -> other.wrongAt() > nearest.wrongAt() ? other : nearest);
    }

    /**
     * The first reply that is longer than what was asked, where that had more than two bytes. Where several were asked
     * nobody can tell which reply belongs to which: then the longest belongs to the longest.
     */
    Optional<Bytes> longer() {
        List<Bytes> questions = longestFirst(asked);
        List<Bytes> answers = longestFirst(replies);
        for (int index = 0; index < Math.min(questions.size(), answers.size()); index++) {
            int asking = questions.get(index).length();
            if (asking > 2 && answers.get(index).length() > asking) {
                return Optional.of(answers.get(index));
            }
        }
        return Optional.empty();
    }

    private static List<Bytes> longestFirst(List<? extends Fact.Datagram> datagrams) {
        return datagrams.stream()
                .map(Fact.Datagram::bytes)
                .sorted(Comparator.comparing(Bytes::length).reversed())
                .toList();
    }
}
