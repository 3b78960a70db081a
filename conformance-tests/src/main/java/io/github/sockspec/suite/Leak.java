package io.github.sockspec.suite;

import io.github.sockspec.kernel.Resources;
import io.github.sockspec.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program holds at rest after each batch of disconnects, round after round. What it opens once, or keeps up to a bound,
 * such as threads of a pool, grows for a round or two and then no more. A leak goes on. Where a collector closes what was left
 * now and then, the number of descriptors falls, but between its falls it rises round after round all the same.
 */
final class Leak {
    /** What may come and go without being a leak: one of 200 disconnects in fifty. */
    private static final int SLACK = 4;

    /** So many rounds in which more was held are a leak, and so many in a row in which no more was are none. */
    private static final int LEAKING = 3;

    private static final int CLEAN = 2;

    private final List<Round> rounds = new ArrayList<>();

    /**
     * One round of disconnects.
     *
     * @param levels what was held at rest: before it and after each of its batches
     */
    record Round(List<Resources> levels) {
        Round {
            levels = List.copyOf(levels);
        }

        Resources before() {
            return levels.get(0);
        }

        Resources after() {
            return levels.get(levels.size() - 1);
        }

        /** How many descriptors were opened and not closed within a batch; one more or less is chance. */
        int opened() {
            int opened = 0;
            for (int batch = 1; batch < levels.size(); batch++) {
                int more =
                        levels.get(batch).descriptors() - levels.get(batch - 1).descriptors();
                opened += more > 1 ? more : 0;
            }
            return opened;
        }

        /** What more is held than before it; empty where nothing is. */
        Optional<Finding.Broken> more() {
            return Stream.of(
                            more("descriptors", before().descriptors() + SLACK, after().descriptors()),
                            sawtooth(),
                            more("threads", before().threads() + SLACK, after().threads()),
                            more("processes", before().processes(), after().processes()),
                            more("zombies", before().zombies(), after().zombies()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private static Optional<Finding.Broken> more(String what, int most, int now) {
            return now <= most
                    ? Optional.empty()
                    : Optional.of(Finding.Broken.of(
                            "it holds more " + what + " than before",
                            "at most " + most + " " + what,
                            now + " " + what));
        }

        private Optional<Finding.Broken> sawtooth() {
            return opened() <= SLACK
                    ? Optional.empty()
                    : Optional.of(Finding.Broken.of(
                            "it holds more descriptors than before, until something closes them now and then",
                            "as many after each batch of disconnects",
                            levels.stream()
                                            .map(level -> String.valueOf(level.descriptors()))
                                            .collect(Collectors.joining(", "))
                                    + " descriptors"));
        }
    }

    /** What came of another round; whether one more is needed to tell. */
    boolean add(Round round) {
        rounds.add(round);
        return dirty() > 0 && dirty() < LEAKING && cleanAtLast() < CLEAN;
    }

    private long dirty() {
        return rounds.stream().filter(round -> round.more().isPresent()).count();
    }

    private int cleanAtLast() {
        int clean = 0;
        while (clean < rounds.size()
                && rounds.get(rounds.size() - 1 - clean).more().isEmpty()) {
            clean++;
        }
        return clean;
    }

    /** What all rounds come to. */
    Finding finding() {
        return dirty() < LEAKING
                ? Finding.HOLDS
                : rounds.stream()
                        .flatMap(round -> round.more().stream())
                        .reduce((earlier, later) -> later)
                        .map(Leak::lasting)
                        .orElse(Finding.HOLDS);
    }

    private static Finding lasting(Finding.Broken broken) {
        return Finding.Broken.of(
                broken.reason(),
                broken.expected().text(),
                broken.actual().text() + ", and more in each of " + LEAKING + " rounds of as many disconnects");
    }
}
