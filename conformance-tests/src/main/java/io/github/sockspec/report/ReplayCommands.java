package io.github.sockspec.report;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.run.Results;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.verdict.SmallestFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The commands that show one finding again. Each carries the bytes of the delivery itself, so that it works without
 * the results it came from; only a delivery too long for a command line is left to be read from {@code results.json}.
 */
public final class ReplayCommands {
    /** The most bytes that are written out in a command. */
    static final int MOST_BYTES = 512;

    private static final String DEFAULT_OUT = "target/sockspec";

    private static final Set<Outcome> WORTH_SEEING = EnumSet.of(Outcome.FAIL, Outcome.WARN, Outcome.INCONCLUSIVE);

    private final Map<String, String> options;

    private ReplayCommands(Map<String, String> options) {
        this.options = options;
    }

    /** The commands that belong to {@code results}. */
    static ReplayCommands of(Results results) {
        return new ReplayCommands(results.options());
    }

    /**
     * The name of the option under which a run's options tell the manifest of {@code implementation}.
     *
     * @param implementation its name
     */
    public static String manifestOf(String implementation) {
        return "manifest of " + implementation;
    }

    /** The command for {@code result}; empty when there is nothing to see again. */
    Optional<String> command(CaseResult result, Implementation implementation) {
        if (!WORTH_SEEING.contains(result.outcome())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of("./sockspec", "replay", result.id()));
        manifest(implementation).ifPresent(manifest -> words.addAll(List.of("-i", manifest)));
        if (result.smallest().filter(ReplayCommands::fits).isPresent()) {
            words.addAll(delivery(result.smallest().get()));
        } else {
            // Also where no delivery was recorded: else an earlier run's would be taken for this one's.
            words.add("--results=" + Path.of(options.getOrDefault("out", DEFAULT_OUT), "results.json"));
        }
        seed().ifPresent(words::add);
        return Optional.of(ShellWords.join(words));
    }

    private Optional<String> seed() {
        return Optional.ofNullable(options.get("seed"))
                .filter(seed -> !seed.equals(String.valueOf(Sampling.DEFAULT.seed())))
                .map(seed -> "--seed=" + seed);
    }

    private Optional<String> manifest(Implementation implementation) {
        return implementation.start().inThisProcess()
                ? Optional.empty()
                : Optional.of(options.getOrDefault(manifestOf(implementation.name()), implementation.name() + ".yaml"));
    }

    /** An only write of no bytes would read as no write. */
    private static boolean fits(SmallestFailure smallest) {
        return !smallest.writes().equals(List.of(Bytes.EMPTY))
                && smallest.writes().stream().mapToInt(Bytes::length).sum() <= MOST_BYTES;
    }

    private static List<String> delivery(SmallestFailure smallest) {
        List<String> words = new ArrayList<>();
        words.add("--write=" + smallest.writes().stream().map(Bytes::toHex).collect(Collectors.joining(",")));
        if (!smallest.end().equals("keep")) {
            words.add("--end=" + smallest.end());
        }
        if (smallest.endsAtItsOwnMoment()) {
            words.add("--moment=" + smallest.moment());
        }
        passages(smallest.occasion()).ifPresent(passages -> words.add("--passages=" + passages));
        if (!smallest.pace().equals("prompt")) {
            words.add("--pace=" + smallest.pace());
        }
        return words;
    }

    /** How datagrams got through, where anything happened to any. */
    static Optional<String> passages(Occasion occasion) {
        return occasion instanceof Occasion.Posted posted
                        && posted.plan().passages().alters()
                ? Optional.of(posted.plan().passages().text())
                : Optional.empty();
    }
}
