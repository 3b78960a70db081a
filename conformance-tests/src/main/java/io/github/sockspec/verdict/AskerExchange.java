package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
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

    /** How many of its datagrams have to be answered. */
    long due(DatagramConversation asking) {
        return asked.stream().filter(each -> asking.due(each.bytes())).count();
    }

    /** How many right replies it got. */
    long right(DatagramConversation asking) {
        return replies.stream()
                .filter(each -> each.bytes().equals(asking.reply()))
                .count();
    }

    /** The first reply that came from another address than the one that was asked. */
    Optional<Fact.Datagram.Replied> stranger() {
        return replies.stream()
                .filter(reply -> asked.stream().noneMatch(each -> each.to().equals(reply.from())))
                .filter(reply -> !asked.isEmpty())
                .findFirst();
    }

    /** The first reply that is not the right one, where all that was asked has the same right answer. */
    Optional<Bytes> wrong(DatagramConversation asking) {
        return replies.stream()
                .map(Fact.Datagram::bytes)
                .filter(reply -> due(asking) == asked.size() && !reply.equals(asking.reply()))
                .findFirst();
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
