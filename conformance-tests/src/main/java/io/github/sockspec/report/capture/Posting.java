package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.report.FactWords;
import io.github.sockspec.report.capture.Packets.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The packets of an exchange in datagrams, from its facts; each asker has a port of its own. */
final class Posting {
    /** The first asker's port. */
    static final int ASKERS = 40_000;

    private final List<Packet> packets = new ArrayList<>();
    private final int server;
    private final Budget budget;
    private String asked = "";

    Posting(int server, Budget budget) {
        this.server = server;
        this.budget = budget;
    }

    List<Packet> of(Observation seen) {
        seen.facts().forEach(this::add);
        return List.copyOf(packets);
    }

    private void add(Fact fact) {
        if (fact instanceof Fact.Datagram.Asked each) {
            asked = asked.isEmpty() ? each.to() : asked;
            add(each.at(), new Way(ASKERS + each.asker(), server), each.bytes());
        } else if (fact instanceof Fact.Datagram.Replied each) {
            add(each.at(), new Way(port(each.from()), ASKERS + each.asker()), each.bytes());
        } else if (fact instanceof Fact.Sent sent) {
            // The harness is the server, and the client its only asker.
            add(sent.at(), new Way(server, ASKERS), sent.bytes());
        } else if (fact instanceof Fact.Received received) {
            add(received.at(), new Way(ASKERS, server), received.bytes());
        } else {
            note(FactWords.remark(fact));
        }
    }

    /** The server's own, or the very port that another reply came from. */
    private int port(String from) {
        return asked.equals(from) ? server : Integer.parseInt(from.substring(from.lastIndexOf(':') + 1));
    }

    private void add(Duration at, Way way, Bytes payload) {
        Bytes octets = Packets.udp(way, payload);
        packets.add(new Packet(at, budget.kept(octets), octets.length(), ""));
    }

    private void note(String remark) {
        if (!packets.isEmpty() && !remark.isEmpty()) {
            int last = packets.size() - 1;
            packets.set(last, packets.get(last).noting(remark));
        }
    }
}
