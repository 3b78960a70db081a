package io.github.sockspec.observation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened on one connection, in order. Immutable; made by the wire, read by judges and reports. */
public record Observation(List<Fact> facts) {
    public Observation {
        facts = List.copyOf(facts);
    }

    /** All facts of one kind, in order. */
    public <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The first fact of one kind. */
    public <F extends Fact> Optional<F> first(Class<F> kind) {
        return all(kind).findFirst();
    }

    public boolean has(Class<? extends Fact> kind) {
        return facts.stream().anyMatch(kind::isInstance);
    }

    /** All bytes received, as one stream. */
    public Bytes received() {
        return Bytes.join(all(Fact.Received.class).map(Fact.Received::bytes).toList());
    }

    /** The bytes that came after this side had ended its stream; none where it did not. */
    public Bytes behindEnd() {
        return Bytes.join(facts.stream()
                .dropWhile(fact -> !(fact instanceof Fact.Ended))
                .filter(Fact.Received.class::isInstance)
                .map(fact -> ((Fact.Received) fact).bytes())
                .toList());
    }

    /** All bytes sent, as one stream. */
    public Bytes sent() {
        return Bytes.join(all(Fact.Sent.class).map(Fact.Sent::bytes).toList());
    }

    /**
     * When the last of what came had come; empty where nothing did. What comes behind this side's end of stream answers nothing,
     * unless nothing came before it.
     */
    public Optional<Duration> answered() {
        return lastOf(facts.stream().takeWhile(fact -> !(fact instanceof Fact.Ended)))
                .or(() -> lastOf(facts.stream()));
    }

    private static Optional<Duration> lastOf(Stream<Fact> facts) {
        return facts.filter(fact -> fact instanceof Fact.Received || fact instanceof Fact.Datagram.Replied)
                .map(Fact::at)
                .max(Comparator.naturalOrder());
    }

    /** Whether the other side has ended its stream, one way or the other. */
    public boolean ended() {
        return has(Fact.PeerFinished.class) || has(Fact.PeerReset.class);
    }

    /** Whether more bytes can come from the other side. */
    public StreamState state() {
        return ended() ? StreamState.ENDED : StreamState.OPEN;
    }

    /** Whether every write that had to be read on its own is known, from the kernel, to have been. */
    public boolean confirmed() {
        return !has(Fact.Unread.class) && all(Fact.Taken.class).allMatch(taken -> taken.how() == Fact.How.CONFIRMED);
    }
}
