package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.CaseResult.Tally;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Smallest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one case has gathered so far: how many deliveries, how many failed, and the first failure. */
final class Evidence {
    private int planned;
    private int tried;
    private int confirmed;
    private int failed;
    private int checks;
    private int silences;
    private Finding.@Nullable Broken broken;
    private @Nullable Smallest smallest;
    private @Nullable String undecided;

    void plan(int deliveries) {
        planned += deliveries;
    }

    /** One delivery was carried out. */
    void delivery(boolean alters, Observation seen, Finding finding) {
        checks++;
        if (alters) {
            tried++;
            confirmed += seen.confirmed() ? 1 : 0;
        }
        if (seen.has(Fact.Quiet.class) || seen.has(Fact.Unread.class)) {
            silences++;
        }
        note(finding);
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

    /** The smallest failing delivery was found. */
    void smallest(Conversation conversation, Delivery delivery, Observation seen, Finding.Broken finding) {
        broken = finding;
        smallest = new Smallest(
                delivery.segments(conversation.said()),
                delivery.ending().how().word(),
                delivery.pace().name().toLowerCase(Locale.ROOT),
                seen);
    }

    Tally tally() {
        return new Tally(tried, confirmed, failed, Math.max(planned, tried));
    }

    boolean failed() {
        return broken != null;
    }

    int failures() {
        return failed;
    }

    /** How many deliveries ended in silence: each costs a whole deadline. */
    int silences() {
        return silences;
    }

    boolean nothingShown() {
        return checks == 0;
    }

    Finding.@Nullable Broken broken() {
        return broken;
    }

    Optional<Smallest> smallest() {
        return Optional.ofNullable(smallest);
    }

    Optional<String> undecided() {
        return Optional.ofNullable(undecided);
    }
}
