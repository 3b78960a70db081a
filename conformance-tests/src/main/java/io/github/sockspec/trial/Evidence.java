package io.github.sockspec.trial;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.CaseResult.Tally;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.SmallestFailure;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one case has gathered so far: how many deliveries, how many failed, and the first failure. */
public final class Evidence {
    private int planned;
    private int tried;
    private int confirmed;
    private int failed;
    private int checks;
    private int silences;
    private int leftOut;
    private String why = "";
    private Finding.@Nullable Broken broken;
    private @Nullable SmallestFailure smallest;
    private @Nullable String undecided;
    private @Nullable String words;

    void plan(int deliveries) {
        planned += deliveries;
    }

    /** So many of those planned are not tried, for that reason, in words. */
    void leaveOut(int deliveries, String reason) {
        leftOut += deliveries;
        why = deliveries > 0 ? reason : why;
    }

    /** What a reader must know of a case that passed, in words; empty where there is nothing to know. */
    String note() {
        return leftOut == 0
                ? ""
                : String.format(Locale.ROOT, "%,d deliveries were left out, for ", leftOut) + why
                        + "; --thorough tries all";
    }

    /** One delivery was carried out that cuts, joins or ends a byte stream. */
    void delivery(Observation seen, Finding finding) {
        tried++;
        confirmed += seen.confirmed() ? 1 : 0;
        conversation(seen, finding);
    }

    /** One conversation was had that travelled as it was written. */
    void conversation(Observation seen, Finding finding) {
        checks++;
        if (seen.has(Fact.Quiet.class) || seen.has(Fact.Unread.class) || seen.has(Fact.Flooded.class)) {
            silences++;
        }
        note(finding);
    }

    /** One run of a client was had. */
    void run(ObservedRun observedRun, Finding finding) {
        conversation(observedRun.seen(), finding);
        if (finding instanceof Finding.Broken && smallest == null) {
            words = observedRun.words();
        }
    }

    /** One run of a client was had, on an occasion that can be had again. */
    void run(Occasion occasion, ObservedRun observedRun, Finding finding) {
        if (occasion instanceof Occasion.Served served
                && served.delivery().alters(served.serverPart().shape())) {
            plan(1);
            delivery(observedRun.seen(), finding);
        } else {
            conversation(observedRun.seen(), finding);
        }
        if (finding instanceof Finding.Broken failure) {
            smallest(SmallestFailure.of(occasion, observedRun.seen()), failure, observedRun.words());
        }
    }

    /** A conversation that a delivery needed besides ended in silence. */
    void silence() {
        silences++;
    }

    /** Something that is not a delivery was found. */
    void check(Finding finding) {
        checks++;
        note(finding);
    }

    private void note(Finding finding) {
        if (finding instanceof Finding.Broken failure) {
            failed++;
            if (broken == null) {
                broken = failure;
            }
        } else if (finding instanceof Finding.Undecided open) {
            undecided = open.reason();
        }
    }

    /** The smallest failing delivery was found; {@code said} is what the program printed meanwhile. */
    void smallest(SmallestFailure found, Finding.Broken finding, String said) {
        broken = finding;
        smallest = found;
        words = said;
    }

    /** What failed is no delivery by itself, but can be had again. */
    void occasion(SmallestFailure shown, Finding.Broken finding) {
        if (smallest == null && finding.equals(broken)) {
            smallest = shown;
        }
    }

    Tally tally() {
        return new Tally(tried, confirmed, failed, Math.max(planned, tried));
    }

    public boolean failed() {
        return broken != null;
    }

    int failures() {
        return failed;
    }

    /** How many deliveries ended in silence, or in talk without end: each costs a whole deadline. */
    int silences() {
        return silences;
    }

    boolean nothingShown() {
        return checks == 0;
    }

    Finding.@Nullable Broken broken() {
        return broken;
    }

    Optional<SmallestFailure> smallest() {
        return Optional.ofNullable(smallest);
    }

    /** What the program printed during the smallest failing delivery, or else the last failing run; empty where there was none. */
    Optional<String> words() {
        return Optional.ofNullable(words);
    }

    Optional<String> undecided() {
        return Optional.ofNullable(undecided);
    }
}
