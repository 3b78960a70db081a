package io.github.sockspec.yaml;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;

/** Which known word somebody may have meant. */
final class NearestWord {
    private NearestWord() {}

    /** The word among {@code known} that takes the fewest changes, if it takes at most a third of its letters. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
                .min(comparingInt(candidate -> distance(word, candidate)));
    }

    /** Letters to insert, drop or replace to make one of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int at = 1; at <= one.length(); at++) {
            int diagonal = row[0];
            row[0] = at;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(at - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
