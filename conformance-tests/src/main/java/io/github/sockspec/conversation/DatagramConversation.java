package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said in datagrams: by whom and in which order. The datagrams of one round are said without waiting; the next
 * round is said when every request in it was answered. It knows nothing of loss, doubling or order on the way.
 *
 * @param request the datagram that must be answered; any other may be
 * @param reply what answers it
 * @param rounds in order; askers are numbered from 0 in the order in which they first ask
 */
public record DatagramConversation(Bytes request, Bytes reply, List<List<Ask>> rounds) {
    /**
     * One datagram.
     *
     * @param asker who says it
     * @param says what it holds
     * @param then whether the asker is still there when it is answered
     */
    public record Ask(int asker, Bytes says, Then then) {
        public static Ask of(int asker, Bytes says) {
            return new Ask(asker, says, Then.STAYS);
        }

        /** The same, by an asker whose port is gone when the reply is sent. */
        public Ask leaving() {
            return new Ask(asker, says, Then.LEAVES);
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

    /** How many askers there are. */
    public int askers() {
        return 1
                + rounds.stream()
                        .flatMap(List::stream)
                        .mapToInt(Ask::asker)
                        .max()
                        .orElse(-1);
    }

    /** How many datagrams are said. */
    public int datagrams() {
        return rounds.stream().mapToInt(List::size).sum();
    }

    /** Whether a datagram must be answered. */
    public boolean due(Bytes datagram) {
        return datagram.equals(request);
    }

    /**
     * This with a barrier behind it: a round in which an asker of its own makes the request. What is due for all that was
     * said before has been sent when that is answered, so that what is missing then is silence.
     */
    public DatagramConversation thenBarrier() {
        List<List<Ask>> more = new ArrayList<>(rounds);
        more.add(List.of(Ask.of(askers(), request)));
        return new DatagramConversation(request, reply, more);
    }
}
