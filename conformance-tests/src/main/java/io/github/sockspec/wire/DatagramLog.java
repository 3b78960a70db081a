package io.github.sockspec.wire;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gathers the facts of datagrams on a clock that other logs may share. Thread-safe. */
final class DatagramLog {
    private final long start;
    private final List<Fact> facts = new ArrayList<>();

    /** @param start the moment of {@link System#nanoTime()} that all facts are counted from */
    DatagramLog(long start) {
        this.start = start;
    }

    Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    synchronized void add(Fact fact) {
        facts.add(fact);
    }

    private synchronized List<Fact> facts() {
        return List.copyOf(facts);
    }

    Observation observation() {
        return new Observation(facts());
    }

    /** What the relay saw at the server's edge, with all that the askers behind it saw but the datagrams themselves. */
    static Observation behindRelay(Observation relay, DatagramLog askers) {
        Stream<Fact> beside = askers.facts().stream().filter(fact -> !(fact instanceof Fact.Datagram));
        return new Observation(Stream.concat(relay.facts().stream(), beside)
                .sorted(Comparator.comparing(Fact::at))
                .toList());
    }
}
