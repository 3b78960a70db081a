package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.OctetStream;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Gathers the facts of one connection on one clock, and the bytes received as one growing stream. */
final class FactLog {
    private final LongSupplier nanos;
    private final long start;
    private final List<Fact> facts = new ArrayList<>();
    private final OctetStream stream = new OctetStream();
    private int sent;
    private boolean ended;

    FactLog(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    Duration now() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    void add(Fact fact) {
        facts.add(fact);
        ended |= fact instanceof Fact.PeerFinished || fact instanceof Fact.PeerReset || fact instanceof Fact.Refused;
    }

    void sent(Bytes bytes) {
        add(new Fact.Sent(now(), sent, bytes));
        sent += bytes.length();
    }

    /** Notes that what was sent up to {@code offset} was not read while {@code guardedWait} lasted. */
    void unread(GuardedWait guardedWait, int offset) {
        guardedWait.slip(now()).ifPresent(this::add);
        add(new Fact.Unread(now(), offset, guardedWait.patience()));
    }

    void received(byte[] buffer, int length) {
        add(new Fact.Received(now(), stream.length(), Bytes.of(buffer, length)));
        stream.append(buffer, length);
    }

    int sent() {
        return sent;
    }

    int received() {
        return stream.length();
    }

    /** Whether no more bytes can come: the other side has ended its stream, or there was never a connection. */
    boolean ended() {
        return ended;
    }

    /** Whether more bytes can come. */
    StreamState state() {
        return ended ? StreamState.ENDED : StreamState.OPEN;
    }

    Bytes stream() {
        return stream.soFar();
    }

    Observation observation() {
        return new Observation(facts);
    }
}
