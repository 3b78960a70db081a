package io.github.sockspec.report;

import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the cases add up to.
 *
 * @param outcomes how many cases ended in each way; every outcome is there
 * @param deliveries how many byte streams were cut, joined or ended
 * @param confirmed those of them of which the kernel said that every cut was read on its own
 */
public record Totals(Map<Outcome, Long> outcomes, int deliveries, int confirmed) {
    public static Totals of(Results results) {
        return of(results.runs().stream()
                .map(RunResult::cases)
                .flatMap(List::stream)
                .toList());
    }

    /** The totals of what was recorded; a verdict that this release doesn't know is left out. */
    public static Totals ofRecorded(Collection<RecordedCase> cases) {
        Map<Outcome, Long> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    cases.stream()
                            .filter(each -> each.verdict().equals(outcome.word()))
                            .count());
        }
        return new Totals(
                outcomes,
                cases.stream().mapToInt(RecordedCase::deliveries).sum(),
                cases.stream().mapToInt(RecordedCase::confirmed).sum());
    }

    public static Totals of(Collection<CaseResult> cases) {
        Map<Outcome, Long> counted =
                cases.stream().collect(Collectors.groupingBy(CaseResult::outcome, Collectors.counting()));
        Map<Outcome, Long> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, counted.getOrDefault(outcome, 0L));
        }
        return new Totals(
                outcomes,
                cases.stream().mapToInt(each -> each.tally().tried()).sum(),
                cases.stream().mapToInt(each -> each.tally().confirmed()).sum());
    }

    /** Deliveries of which it isn't known whether every cut was read on its own: a gap was waited instead. */
    public int timed() {
        return deliveries - confirmed;
    }

    public long cases() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In words: how many deliveries, how many confirmed, how fast. */
    public String pace(Duration took) {
        double seconds = Math.max(took.toNanos(), 1) / 1e9;
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
