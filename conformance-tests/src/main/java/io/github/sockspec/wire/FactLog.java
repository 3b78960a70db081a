package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** Gathers the facts of one connection on one clock, and the bytes received as one growing stream. */
final class FactLog {
    private final LongSupplier nanos;
    private final long start;
    private final List<Fact> facts = new ArrayList<>();
    private byte[] stream = new byte[256];
    private int received;
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

    void received(byte[] buffer, int length) {
        add(new Fact.Received(now(), received, Bytes.of(buffer, length)));
        if (received + length > stream.length) {
            stream = Arrays.copyOf(stream, Math.max(stream.length * 2, received + length));
        }
        System.arraycopy(buffer, 0, stream, received, length);
        received += length;
    }

    int sent() {
        return sent;
    }

    int received() {
        return received;
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
        return Bytes.of(stream, received);
    }

    Observation observation() {
        return new Observation(facts);
    }
}
