package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.report.FactWords;
import io.github.sockspec.report.capture.Packets.Place;
import io.github.sockspec.report.capture.Packets.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The packets of one TCP connection, from its facts: each write and each read is a segment, each end a flag. That what was
 * written had been read is an acknowledgement with a remark, for that is what tells the harness.
 */
final class Conversing {
    private static final long HARNESS_START = 1_000;
    private static final long PROGRAM_START = 500_000;

    private final List<Packet> packets = new ArrayList<>();
    private final Way fromHarness;
    private final Opener opener;
    private final Budget budget;
    private final Duration start;
    private long harness = HARNESS_START;
    private long program = PROGRAM_START;

    /** Who asked for the connection. */
    enum Opener {
        HARNESS,
        PROGRAM
    }

    /** @param start when the connection was asked for, on the capture's own clock */
    Conversing(Way fromHarness, Opener opener, Budget budget, Duration start) {
        this.fromHarness = fromHarness;
        this.opener = opener;
        this.budget = budget;
        this.start = start;
    }

    List<Packet> of(Observation seen) {
        seen.facts().forEach(this::add);
        return List.copyOf(packets);
    }

    private void add(Fact fact) {
        if (fact instanceof Fact.Connected) {
            connect(fact.at());
        } else if (fact instanceof Fact.Refused refused) {
            refuse(fact.at(), refused.why());
        } else if (fact instanceof Fact.Sent sent) {
            segments(fact.at(), sent.bytes(), Opener.HARNESS);
        } else if (fact instanceof Fact.Received received) {
            segments(fact.at(), received.bytes(), Opener.PROGRAM);
        } else if (fact instanceof Fact.Taken) {
            fromProgram(fact.at(), Packets.ACK, Bytes.EMPTY);
        } else if (fact instanceof Fact.PeerFinished) {
            fromProgram(fact.at(), Packets.FIN | Packets.ACK, Bytes.EMPTY);
        } else if (fact instanceof Fact.PeerReset) {
            fromProgram(fact.at(), Packets.RST | Packets.ACK, Bytes.EMPTY);
        } else if (fact instanceof Fact.Ended ended) {
            int flag = ended.how().equals("rst") ? Packets.RST : Packets.FIN;
            fromHarness(fact.at(), flag | Packets.ACK, Bytes.EMPTY);
        }
        note(FactWords.remark(fact));
    }

    private void connect(Duration at) {
        boolean harnessOpens = opener == Opener.HARNESS;
        // The one that asks goes first; when the other agreed is not observed apart.
        if (harnessOpens) {
            fromHarness(Duration.ZERO, Packets.SYN, Bytes.EMPTY);
            fromProgram(at, Packets.SYN | Packets.ACK, Bytes.EMPTY);
            fromHarness(at, Packets.ACK, Bytes.EMPTY);
        } else {
            fromProgram(Duration.ZERO, Packets.SYN, Bytes.EMPTY);
            fromHarness(at, Packets.SYN | Packets.ACK, Bytes.EMPTY);
            fromProgram(at, Packets.ACK, Bytes.EMPTY);
        }
    }

    private void refuse(Duration at, String why) {
        fromHarness(Duration.ZERO, Packets.SYN, Bytes.EMPTY);
        if (why.toLowerCase(Locale.ROOT).contains("refused")) {
            fromProgram(at, Packets.RST | Packets.ACK, Bytes.EMPTY);
        }
    }

    private void segments(Duration at, Bytes bytes, Opener from) {
        for (int offset = 0; offset < bytes.length(); offset += Packets.MOST_IN_SEGMENT) {
            Bytes some = bytes.slice(offset, Math.min(bytes.length(), offset + Packets.MOST_IN_SEGMENT));
            if (from == Opener.HARNESS) {
                fromHarness(at, Packets.PSH | Packets.ACK, some);
            } else {
                fromProgram(at, Packets.PSH | Packets.ACK, some);
            }
        }
    }

    private void fromHarness(Duration at, int flags, Bytes payload) {
        add(at, Packets.tcp(fromHarness, new Place(harness, program, flags), payload));
        harness += payload.length() + counted(flags);
    }

    private void fromProgram(Duration at, int flags, Bytes payload) {
        add(at, Packets.tcp(fromHarness.back(), new Place(program, harness, flags), payload));
        program += payload.length() + counted(flags);
    }

    /** SYN and FIN take a place in the stream. */
    private static int counted(int flags) {
        return (flags & (Packets.SYN | Packets.FIN)) == 0 ? 0 : 1;
    }

    private void add(Duration at, Bytes octets) {
        packets.add(new Packet(start.plus(at), budget.kept(octets), octets.length(), ""));
    }

    private void note(String remark) {
        if (!packets.isEmpty() && !remark.isEmpty()) {
            int last = packets.size() - 1;
            packets.set(last, packets.get(last).noting(remark));
        }
    }
}
