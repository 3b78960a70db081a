package io.github.sockspec.report.capture;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.report.SafeText;
import io.github.sockspec.report.capture.Conversing.Opener;
import io.github.sockspec.report.capture.Packets.Way;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.SmallestFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was observed on the smallest failing delivery as a capture: its bytes, cuts, flags and times are those that were
 * seen. Addresses, ports and sequence numbers are made up, the server's port is the protocol's own, so that whoever
 * dissects by port knows what it is.
 */
public final class Capture {
    /** How many bytes of packets one capture keeps. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int FIRST_PORT = 40_000;

    private final CaseResult result;
    private final SmallestFailure smallest;
    private final Budget budget = new Budget(MOST_BYTES);

    private Capture(CaseResult result, SmallestFailure smallest) {
        this.result = result;
        this.smallest = smallest;
    }

    /** Whether there is anything to capture: something happened on the network. */
    public static boolean possible(CaseResult result) {
        return result.smallest().filter(smallest -> happened(smallest.seen())).isPresent();
    }

    private static boolean happened(Observation seen) {
        return seen.facts().stream().anyMatch(fact -> !(fact instanceof Fact.Program));
    }

    /** The pcapng file for {@code result}; empty where nothing happened on the network. */
    public static Optional<byte[]> of(CaseResult result, String version) {
        return result.smallest()
                .filter(smallest -> happened(smallest.seen()))
                .map(smallest -> new Capture(result, smallest).file(version));
    }

    private byte[] file(String version) {
        return PcapNg.file("sockspec " + version, comment(), packets());
    }

    private String comment() {
        return result.id() + "\n" + result.clause().id() + " " + result.clause().level() + ": "
                + result.clause().sentence() + "\n" + SafeText.line(result.reason(), 1_000)
                + "\nBytes, cuts, flags and times are those observed; addresses, ports and sequence numbers are not.";
    }

    private List<Packet> packets() {
        int server = result.clause().protocol().port();
        if (result.clause().protocol().datagrams()) {
            return new Posting(server, budget).of(smallest.seen());
        }
        boolean serving = smallest.occasion() instanceof Occasion.Served;
        Way way = serving ? new Way(server, FIRST_PORT) : new Way(FIRST_PORT, server);
        List<Packet> packets =
                new ArrayList<>(new Conversing(way, serving ? Opener.PROGRAM : Opener.HARNESS, budget, Duration.ZERO)
                        .of(smallest.seen()));
        smallest.afterwards().ifPresent(after -> {
            Duration start = packets.isEmpty()
                    ? Duration.ZERO
                    : packets.get(packets.size() - 1).at();
            Way next = new Way(FIRST_PORT + 1, server);
            packets.addAll(new Conversing(next, Opener.HARNESS, budget, start).of(after));
        });
        return packets;
    }
}
