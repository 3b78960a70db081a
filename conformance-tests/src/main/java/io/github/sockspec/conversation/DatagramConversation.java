package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said in datagrams: by whom and in which order. The datagrams of one round are said without waiting; the next
 * round is said when all that is due in it was answered. It knows nothing of loss, doubling or order on the way.
 *
 * @param rounds in order; askers are numbered from 0 in the order in which they first ask
 */
public record DatagramConversation(List<List<Ask>> rounds) {
    /**
     * One datagram.
     *
     * @param asker who says it
     * @param says what it holds
     * @param hears what must answer it, as the whole of one datagram; {@link Reply#nothing()} where it may be answered or not
     * @param then whether the asker is still there when it is answered
     */
    public record Ask(int asker, Bytes says, Reply hears, Then then) {
        public static Ask of(int asker, Bytes says, Reply hears) {
            return new Ask(asker, says, hears, Then.STAYS);
        }

        /** The same, by an asker whose port is gone when the reply is sent. */
        public Ask leaving() {
            return new Ask(asker, says, hears, Then.LEAVES);
        }

        private Ask by(int another) {
            return new Ask(another, says, hears, then);
        }

        private boolean due() {
            return !hears.equals(Reply.nothing());
        }
    }

    /** What becomes of an asker. */
    public enum Then {
        STAYS,
        LEAVES
    }

    public DatagramConversation {
        rounds = rounds.stream().map(List::copyOf).toList();
        int known = 0;
        for (Ask ask : rounds.stream().flatMap(List::stream).toList()) {
            if (ask.asker() > known) {
                throw new IllegalArgumentException("asker " + ask.asker() + " asks before asker " + known);
            }
            known = Math.max(known, ask.asker() + 1);
        }
    }

    /** All that is said, in order. */
    public List<Ask> asks() {
        return rounds.stream().flatMap(List::stream).toList();
    }

    /** How many askers there are. */
    public int askers() {
        return 1 + asks().stream().mapToInt(Ask::asker).max().orElse(-1);
    }

    /** How many datagrams are said. */
    public int datagrams() {
        return rounds.stream().mapToInt(List::size).sum();
    }

    /** What must answer a datagram with these bytes, any one of several where it is said with different answers. */
    public Optional<Reply> due(Bytes datagram) {
        List<Reply> due = asks().stream()
                .filter(ask -> ask.due() && ask.says().equals(datagram))
                .map(Ask::hears)
                .distinct()
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(due.size() == 1 ? due.get(0) : Reply.oneOf(due.toArray(Reply[]::new)));
    }

    /** Whether what {@code asker} has heard can be what is due to it, and not what answers something that need not be answered. */
    public boolean mayBeDue(int asker, Bytes heard) {
        List<Ask> own = asks().stream().filter(ask -> ask.asker() == asker).toList();
        return own.stream().allMatch(Ask::due)
                || own.stream().anyMatch(ask -> ask.due() && answers(ask.hears(), heard));
    }

    /** Whether a datagram is that reply, the whole of it and nothing else. */
    public static boolean answers(Reply reply, Bytes datagram) {
        return reply.match(datagram, 0, StreamState.ENDED) instanceof Match.Complete complete
                && complete.end() == datagram.length();
    }

    /**
     * This with {@code barrier} behind it, by askers of its own. What is due for all that was said before has been sent when
     * that is answered, so that what is missing then is silence.
     */
    public DatagramConversation then(DatagramConversation barrier) {
        int before = askers();
        List<List<Ask>> more = new ArrayList<>(rounds);
        for (List<Ask> round : barrier.rounds) {
            more.add(round.stream().map(ask -> ask.by(before + ask.asker())).toList());
        }
        return new DatagramConversation(more);
    }
}
