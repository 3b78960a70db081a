package io.github.sockspec.report.web;

import io.github.sockspec.verdict.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A verdict as it is shown: never by colour alone.
 *
 * @param word the word used in results, which is also its style; {@code none} where nothing was judged
 * @param sign one character
 * @param label in words
 */
record Mark(String word, String sign, String label) {
    /** The worst first. */
    private static final List<Mark> BY_WEIGHT = List.of(
            new Mark(Outcome.FAIL.word(), "✕", "fails"),
            new Mark(Outcome.INCONCLUSIVE.word(), "?", "inconclusive"),
            new Mark(Outcome.WARN.word(), "!", "warns"),
            new Mark(Outcome.PASS.word(), "✓", "passes"),
            new Mark(Outcome.NOT_APPLICABLE.word(), "–", "not applicable"));

    static final Mark NONE = new Mark("none", "·", "no case");

    static List<Mark> all() {
        return BY_WEIGHT;
    }

    /** The mark of a verdict; one that this release doesn't know is shown as inconclusive. */
    static Mark of(String verdict) {
        return BY_WEIGHT.stream()
                .filter(mark -> mark.word.equals(verdict))
                .findFirst()
                .orElse(BY_WEIGHT.get(1));
    }

    /** The worst of several; none of none. */
    static Mark worst(List<Mark> marks) {
        int worst = marks.stream().mapToInt(BY_WEIGHT::indexOf).min().orElse(-1);
        return worst < 0 ? NONE : BY_WEIGHT.get(worst);
    }

    /** How often each verdict occurs, worst first. */
    static List<Count> counted(List<Mark> marks) {
        return BY_WEIGHT.stream()
                .map(mark -> new Count(
                        mark, (int) marks.stream().filter(mark::equals).count()))
                .toList();
    }

    /** The counts as words, for example {@code 2 fail, 10 pass}. */
    static String words(List<Mark> marks) {
        return counted(marks).stream()
                .filter(Count::some)
                .map(count -> count.number() + " " + count.mark().word())
                .collect(Collectors.joining(", "));
    }

    /** How often a verdict occurs. */
    record Count(Mark mark, int number) {
        boolean some() {
            return number > 0;
        }
    }
}
