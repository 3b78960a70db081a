package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.protocol.Dialect;
import java.util.List;

/** Judges a client that asks in datagrams: what it asked, what it printed and how it ended. */
public final class AskerJudge {
    private AskerJudge() {}

    /**
     * What is said to it.
     *
     * @param dialect in which the server speaks
     * @param hosts the server's address, in each form in which a client may print it
     * @param stranger what somebody else may have sent, which must not be printed
     */
    public record Said(Dialect dialect, List<String> hosts, Bytes stranger) {}

    /** Whether it asked rightly, printed the reply and who sent it, and ended with status 0. */
    public static Finding answered(Said said, Observation seen, ProgramRun run) {
        Dialect dialect = said.dialect();
        List<Bytes> asked =
                seen.all(Fact.Received.class).map(Fact.Received::bytes).toList();
        if (asked.isEmpty()) {
            return new Finding.Broken(
                    "it asked nothing: " + RunEnd.of(run),
                    Side.octets(dialect.octets("request")),
                    Side.words("nothing"));
        }
        for (Bytes each : asked) {
            if (!each.equals(dialect.octets("request"))) {
                return new Finding.Broken(
                        "what it sent is not the question",
                        Side.octets(dialect.octets("request")),
                        Side.octets(each, 0, 0));
            }
        }
        Bytes printed = run.output();
        if (printed.indexOf(said.stranger(), 0) >= 0) {
            return new Finding.Broken(
                    "it took a stranger's datagram for the answer",
                    Side.octets(dialect.octets("reply")),
                    Side.octets(printed, 0, printed.indexOf(said.stranger(), 0)));
        }
        if (!run.exited(0)) {
            String once = asked.size() == 1 ? "it asked just once, and " : "it asked " + asked.size() + " times, and ";
            return Finding.Broken.of(once + RunEnd.of(run), "the reply, and exit status 0", RunEnd.of(run));
        }
        if (printed(dialect.octets("reply"), "the reply", printed) instanceof Finding.Broken broken) {
            return broken;
        }
        return said.hosts().stream()
                .map(host -> printed(Bytes.utf8(host), "who sent it", printed))
                .reduce((one, other) -> one == Finding.HOLDS ? one : other)
                .orElseThrow();
    }

    private static Finding printed(Bytes wanted, String what, Bytes printed) {
        return printed.indexOf(wanted, 0) >= 0
                ? Finding.HOLDS
                : new Finding.Broken(
                        "it did not print " + what, Side.octets(wanted), Side.octets(printed, 0, printed.length()));
    }
}
