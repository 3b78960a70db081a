package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Compares what a program printed in several runs, word by word. What varies by itself from run to run, such as a port, a
 * time or a chance, is no difference: it is told by the runs that ought to be the same.
 */
public final class OutputComparison {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private OutputComparison() {}

    /**
     * Whether all that each run of {@code whole} printed is in {@code cut} too. More may be: somebody who reads in pieces may
     * say so. Numbers are all alike, since they tell of ports, times and how much was read.
     *
     * @param whole what was printed when the replies came whole; at least one
     * @param cut what was printed when the same replies were cut
     */
    public static Finding asWhole(List<Bytes> whole, Bytes cut) {
        Optional<String> lost = lost(whole, cut);
        if (lost.isEmpty() || whole.stream().anyMatch(each -> isWithin(unnumbered(each), unnumbered(cut)))) {
            return Finding.HOLDS;
        }
        return new Finding.Broken(
                "a reply that was cut is not understood: it printed nothing of \"" + lost.get()
                        + "\", as it does when the reply comes whole",
                Side.octets(whole.get(0)),
                Side.came(cut, 0, cut.length()));
    }

    /** A word that every run of {@code whole} has, as often, and {@code cut} has not. */
    private static Optional<String> lost(List<Bytes> whole, Bytes cut) {
        List<String> common = words(unnumbered(whole.get(0)));
        whole.forEach(each -> common.removeAll(without(common, words(unnumbered(each)))));
        return without(common, words(unnumbered(cut))).stream().findFirst();
    }

    /** What is left of {@code words} when each of {@code others} takes one like it away. */
    private static List<String> without(List<String> words, List<String> others) {
        List<String> left = new ArrayList<>(words);
        others.forEach(left::remove);
        return left;
    }

    /** Whether {@code text} comes out of {@code longer} when characters are taken away. */
    private static boolean isWithin(String text, String longer) {
        int at = 0;
        for (int next = 0; next < longer.length() && at < text.length(); next++) {
            at += longer.charAt(next) == text.charAt(at) ? 1 : 0;
        }
        return at == text.length();
    }

    /**
     * Whether what was printed beside the bodies is the same for two replies.
     *
     * @param one what was printed beside the body of one reply, in several runs
     * @param other the same of another reply to the same request, the runs taken in turn with those of the first: then no
     *     clock can look like a difference
     */
    public static Finding alike(List<Bytes> one, List<Bytes> other) {
        List<List<String>> ones = one.stream().map(OutputComparison::words).toList();
        List<List<String>> others = other.stream().map(OutputComparison::words).toList();
        if (differ(ones, others, List::size)) {
            return varies(one.get(0).toString(), other.get(0).toString(), one.get(0));
        }
        int words = Math.min(least(ones), least(others));
        return IntStream.range(0, words)
                .filter(index -> differ(ones, others, each -> each.get(index)))
                .mapToObj(index -> varies(ones.get(0).get(index), others.get(0).get(index), one.get(0)))
                .findFirst()
                .orElse(Finding.HOLDS);
    }

    private static int least(List<List<String>> runs) {
        return runs.stream().mapToInt(List::size).min().orElse(0);
    }

    /** Whether that is the same in all runs of the one, the same in all of the other, and not the same in both. */
    private static <T> boolean differ(
            List<List<String>> one, List<List<String>> other, Function<List<String>, T> what) {
        List<T> ones = one.stream().map(what).distinct().toList();
        List<T> others = other.stream().map(what).distinct().toList();
        return ones.size() == 1 && others.size() == 1 && !ones.equals(others);
    }

    private static Finding varies(String one, String other, Bytes printed) {
        return new Finding.Broken(
                "more of a reply than its body was printed: what stands beside the body is another for each reply",
                Side.words("the body's bytes and only those"),
                new Side.Words(
                        "\"" + one + "\", and with another reply to the same command \"" + other + "\"", printed, 0));
    }

    private static List<String> words(Bytes printed) {
        return words(printed.decode(StandardCharsets.ISO_8859_1));
    }

    private static List<String> words(String text) {
        return new ArrayList<>(text.isBlank() ? List.of() : List.of(text.strip().split("\\s+")));
    }

    private static String unnumbered(Bytes printed) {
        return DIGITS.matcher(printed.decode(StandardCharsets.ISO_8859_1)).replaceAll("#");
    }
}
