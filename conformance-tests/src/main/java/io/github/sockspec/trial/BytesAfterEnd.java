package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one program sends when its client's stream ends, though nothing is owed. One clause is about that; every other one
 * judges what comes before. When extra bytes came behind the harness's own end it can't be told whether they came of it or
 * late of what was said before. So the delivery is had again with a pause before the end, and what is shown then is kept: a
 * program that does it does it every time. Thread-safe.
 */
final class BytesAfterEnd {
    private static final int TRIES = 3;

    /** A program whose bytes behind the end are other ones each time would cost a pause each time. */
    private static final int MOST_KINDS = 8;

    private final List<Kind> known = new ArrayList<>();
    private final Object probing = new Object();
    private boolean probed;

    /**
     * Bytes that came of the end of a client's stream.
     *
     * @param bytes as far as they were read
     * @param state of the program's own stream behind them; where it is ended, they are all
     */
    private record Kind(Bytes bytes, StreamState state) {
        boolean like(Kind other) {
            return (state == StreamState.ENDED && other.state == StreamState.ENDED)
                    ? bytes.equals(other.bytes)
                    : bytes.hasAt(0, other.bytes);
        }
    }

    /** Of a delivery whose answers are right: whether bytes that came behind them speak against the program. */
    Finding weigh(ServerUnderTest underTest, Conversation conversation, Delivery delivery, Observation seen) {
        Bytes behind = ConversationJudge.behindEnd(conversation, seen);
        if (behind.isEmpty() || knows(behind, seen)) {
            return Finding.HOLDS;
        }
        for (int time = 0; time < TRIES; time++) {
            Observation again = underTest.carry(conversation, paused(delivery));
            Finding finding = paused(conversation, delivery, again);
            if (finding != Finding.HOLDS || knows(ConversationJudge.behindEnd(conversation, again), again)) {
                return withoutTheEnd(finding, delivery);
            }
        }
        return only(behind, delivery, seen);
    }

    /** What goes wrong before any end of stream is no fault of a half-close. */
    private static Finding withoutTheEnd(Finding finding, Delivery delivery) {
        return finding instanceof Finding.Broken broken && delivery.ending().how() == Ending.How.HALF_CLOSE
                ? new Finding.Undecided("without the half-close it is not answered rightly either: " + broken.reason())
                : finding;
    }

    private static Delivery paused(Delivery delivery) {
        return delivery.ending(new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_REPLIES));
    }

    /** What came with a pause before the end; bytes that come of the end alone are kept. */
    private Finding paused(Conversation conversation, Delivery delivery, Observation again) {
        Finding finding = ConversationJudge.judge(conversation, paused(delivery), again);
        if (finding == Finding.HOLDS && again.has(Fact.Slipped.class)) {
            return new Finding.Undecided(
                    "this machine was too slow: more came behind the last answer, and a pause could"
                            + " not show whether it came of the client's end of stream");
        }
        Bytes behind = ConversationJudge.behindEnd(conversation, again);
        if (finding == Finding.HOLDS && !behind.isEmpty() && !keep(new Kind(behind, again.state()))) {
            return new Finding.Undecided("what comes behind the client's end of stream is something else each time");
        }
        return finding;
    }

    /** They came once and, with a pause before the end, not again. */
    private static Finding only(Bytes behind, Delivery delivery, Observation seen) {
        int from = seen.received().length() - behind.length();
        // Where the end came before the answers, that is what brought them.
        return delivery.ending().how() == Ending.How.HALF_CLOSE
                ? new Finding.Broken(
                        "more came than was asked for",
                        Side.words("nothing behind the last answer"),
                        Side.octets(seen.received(), from, from))
                : new Finding.Undecided("behind the client's end of stream " + behind
                        + " came once, and not again with a pause before that end: whether it came of what was said"
                        + " could not be told");
    }

    /**
     * Whether these bytes, in answer to a request that was not complete, are what comes of any end of stream; empty where that
     * could not be found out.
     */
    Optional<Boolean> comeOfAnyEnd(ServerUnderTest underTest, Bytes behind, Observation seen) {
        synchronized (probing) {
            if (!probed && !knows(behind, seen)) {
                Conversation plain = underTest.probe();
                Delivery whole = Delivery.of(plain.shape().messages());
                Finding finding = paused(plain, whole, underTest.carry(plain, paused(whole)));
                probed = !(finding instanceof Finding.Undecided);
            }
            return probed || knows(behind, seen) ? Optional.of(knows(behind, seen)) : Optional.empty();
        }
    }

    private synchronized boolean knows(Bytes behind, Observation seen) {
        Kind kind = new Kind(behind, seen.state());
        return !behind.isEmpty() && known.stream().anyMatch(kind::like);
    }

    private synchronized boolean keep(Kind kind) {
        return known.stream().anyMatch(kind::like) || (known.size() < MOST_KINDS && known.add(kind));
    }
}
