package io.github.sockspec.report;

import io.github.sockspec.verdict.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the cases add up to.
 *
 * @param outcomes how many cases ended in each way; every outcome is there
 * @param deliveries how many byte streams were cut, joined or ended
 * @param confirmed those of them of which the kernel said that every cut was read on its own
 */
public record Totals(Map<Outcome, Long> outcomes, int deliveries, int confirmed) {
    /** The totals of {@code cases}; a verdict that this release doesn't know is left out. */
    public static Totals of(Collection<RecordedCase> cases) {
        Map<Outcome, Long> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome, cases.stream().filter(each -> each.is(outcome)).count());
        }
        return new Totals(
                outcomes,
                cases.stream().mapToInt(RecordedCase::deliveries).sum(),
                cases.stream().mapToInt(RecordedCase::confirmed).sum());
    }

    /** How many ended so. */
    public long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** How many ended in each way, by the outcome's word. */
    public Map<String, Long> summary() {
        Map<String, Long> summary = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> summary.put(outcome.word(), count));
        return summary;
    }

    /** Deliveries of which it isn't known whether every cut was read on its own: a gap was waited instead. */
    public int timed() {
        return deliveries - confirmed;
    }

    public long cases() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In words: how many deliveries, how many confirmed, how fast. */
    public String pace(double millis) {
        double seconds = Math.max(millis, 1e-6) / 1e3;
        String rate = String.format(Locale.ROOT, "in %.1f s, %,.0f a second", seconds, deliveries / seconds);
        return String.format(Locale.ROOT, "%,d %s, %s, %s", deliveries, noun(), evidence(), rate);
    }

    /** In words: how far the deliveries are known to have arrived as they were cut. */
    public String evidence() {
        if (deliveries == 0) {
            return "no cut was made";
        }
        if (confirmed == 0) {
            return "no cut confirmed";
        }
        return timed() == 0
                ? "all confirmed"
                : String.format(Locale.ROOT, "%,d confirmed, %,d not", confirmed, timed());
    }

    private String noun() {
        return deliveries == 1 ? "delivery" : "deliveries";
    }
}
