package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.delivery.Shrinking;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import io.github.sockspec.verdict.Smallest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One family of deliveries, carried out one after the other until all are done or going on would only cost time. */
final class Deliveries {
    /** Deliveries that end in silence cost a deadline each: after so many the rest is left out, and that is said. */
    static final int SILENCES = 3;

    private static final int RESTARTS = 8;
    private static final int SHRINKING_TRIES = 60;

    /** How many connections wait side by side where a wait is shared. */
    private static final int SIDE_BY_SIDE = 64;

    private final Family family;
    private final Trial trial;
    private final Sampling sampling;
    private int restarts;
    private boolean surviving;
    private @Nullable Conversation behind;
    private @Nullable Shown simplest;

    Deliveries(Family family, Trial trial, Sampling sampling) {
        this.family = family;
        this.trial = trial;
        this.sampling = sampling;
    }

    /** States, for each delivery, whether the answers are right. */
    void answer(Conversation conversation) {
        Blame blame = new Blame(trial, conversation);
        judge(conversation, blame::of);
    }

    /** States that behind the client's end of stream nothing is sent but the answers that are owed. */
    void answerAndNoMore(Conversation conversation) {
        judge(conversation, (delivery, seen) -> {
            Finding finding = ConversationJudge.nothingBehindEnd(conversation, seen);
            if (finding == Finding.HOLDS && !seen.has(Fact.Ended.class)) {
                throw Stop.notApplicable("the server ends the connection first, so that its client has no end to make");
            }
            return finding;
        });
    }

    /** States, for each delivery, whether the answers are right and, if they are, what is found {@code afterwards}. */
    void answer(Conversation conversation, Afterwards afterwards) {
        behind = afterwards.again();
        Delivery whole = Delivery.of(afterwards.says().shape().messages());
        judge(conversation, (delivery, seen) -> {
            // Nothing is had again before what this delivery did is counted.
            Finding finding = ConversationJudge.judge(conversation, delivery, seen);
            return afterwards.judge().apply(finding, trial.bench().carry(afterwards.says(), whole));
        });
    }

    /** States, for each delivery, whether a plain conversation is answered after it. */
    void survive(Conversation conversation) {
        surviving = true;
        if (trial.bench().uses().onceByIntent()) {
            throw Stop.notApplicable(OtherClients.ONE_BY_INTENT);
        }
        judge(conversation, (delivery, seen) -> servesAfter());
    }

    private Finding servesAfter() {
        Finding finding = trial.control("afterwards, another client");
        // One that serves its first few is asked by as many more as were seen to be too many.
        for (int more = 0; more < Opening.CLIENTS && trial.bench().uses().once() && finding == Finding.HOLDS; more++) {
            finding = trial.control("afterwards, one more client");
        }
        return finding instanceof Finding.Broken broken
                ? broken.because("afterwards another client is not served: " + broken.reason())
                : finding;
    }

    private void judge(Conversation conversation, BiFunction<Delivery, Observation, Finding> judge) {
        Shape shape = conversation.shape();
        List<Delivery> all = trial.encore(conversation).map(List::of).orElseGet(() -> family.of(shape, sampling)
                .toList());
        if (all.isEmpty()) {
            throw Stop.notApplicable("these messages have no such delivery: " + family.idea());
        }
        all.forEach(delivery -> Decidable.require(
                delivery, shape, trial.candidate().implementation().dialect()));
        trial.evidence()
                .plan((int) all.stream().filter(each -> each.alters(shape)).count());
        if (all.stream().anyMatch(each -> each.pace() == Delivery.Pace.STALLED)) {
            together(conversation, worthwhile(all), judge);
        } else {
            oneByOne(conversation, worthwhile(all), judge);
        }
        if (simplest != null && trial.encore().isPresent()) {
            show(conversation, simplest);
        } else if (simplest != null) {
            shrink(conversation, simplest, judge);
        }
    }

    private List<Delivery> worthwhile(List<Delivery> all) {
        Worthwhile worth = trial.thorough() ? Worthwhile.ALL : trial.bench().worthwhile();
        List<Delivery> chosen = Thinning.of(all, worth.most(), sampling);
        if (chosen.size() < all.size()) {
            trial.evidence().leaveOut(all.size() - chosen.size(), worth.why());
        }
        return chosen;
    }

    private void oneByOne(
            Conversation conversation, List<Delivery> all, BiFunction<Delivery, Observation, Finding> judge) {
        for (Delivery delivery : all) {
            if (!worthGoingOn()) {
                return;
            }
            Earshot earshot = Earshot.of(trial.instance());
            Observation seen = trial.bench().carry(conversation, delivery);
            record(conversation, shown(delivery, seen, judge.apply(delivery, seen), earshot));
        }
    }

    private void together(
            Conversation conversation, List<Delivery> all, BiFunction<Delivery, Observation, Finding> judge) {
        int most = trial.bench().servesSideBySide() ? SIDE_BY_SIDE : 1;
        for (int from = 0; from < all.size() && worthGoingOn(); from += most) {
            List<Delivery> some = all.subList(from, Math.min(all.size(), from + most));
            Earshot earshot = Earshot.of(trial.instance());
            List<Observation> seen = trial.bench().carryTogether(conversation, some);
            for (int index = 0; index < some.size(); index++) {
                Delivery delivery = some.get(index);
                Finding finding = judge.apply(delivery, seen.get(index));
                record(conversation, shown(delivery, seen.get(index), finding, earshot));
            }
        }
    }

    private Shown shown(Delivery delivery, Observation seen, Finding finding, Earshot earshot) {
        boolean broken = finding instanceof Finding.Broken;
        Optional<Observation> after = broken && surviving ? trial.bench().controlled() : Optional.empty();
        return new Shown(delivery, seen, finding, broken ? earshot.heard() : "", after);
    }

    private void record(Conversation conversation, Shown shown) {
        trial.evidence().delivery(shown.delivery().alters(conversation.shape()), shown.seen(), shown.finding());
        trial.shown(scene(conversation, shown), shown.seen(), shown.finding());
        shown.after().filter(after -> after.has(Fact.Quiet.class)).ifPresent(after -> trial.evidence()
                .silence());
        if (shown.fails()) {
            simplest = simplest == null || simpler(shown.delivery(), simplest.delivery()) < 0 ? shown : simplest;
            if (restarts < RESTARTS && trial.bench().restartIfNeeded()) {
                restarts++;
            }
        }
    }

    private boolean worthGoingOn() {
        return trial.thorough() || (trial.evidence().silences() < SILENCES && restarts < RESTARTS);
    }

    /** Fewer writes are simpler; among as many, the one that is cut first. */
    private static int simpler(Delivery one, Delivery other) {
        int fewer = Integer.compare(one.writes().size(), other.writes().size());
        return fewer != 0 ? fewer : Integer.compare(first(one), first(other));
    }

    private static int first(Delivery delivery) {
        return delivery.writes().isEmpty() ? 0 : delivery.writes().get(0);
    }

    private void shrink(Conversation conversation, Shown first, BiFunction<Delivery, Observation, Finding> judge) {
        Map<Delivery, Shown> again = new HashMap<>(Map.of(first.delivery(), first));
        boolean whole = first.delivery().ending().how() == Ending.How.KEEP;
        Delivery smallest = Shrinking.smallest(
                conversation.shape(),
                first.delivery(),
                delivery -> again.computeIfAbsent(delivery, each -> again(conversation, each, judge))
                        .fails(),
                whole ? SHRINKING_TRIES : 0);
        show(conversation, again.getOrDefault(smallest, first));
    }

    private void show(Conversation conversation, Shown shown) {
        if (shown.finding() instanceof Finding.Broken broken) {
            Scene.Asked scene = scene(conversation, shown);
            trial.evidence().smallest(new Smallest(scene, shown.seen(), shown.after()), broken, shown.words());
        }
    }

    private Scene.Asked scene(Conversation conversation, Shown shown) {
        Scene.Asked scene = trial.scene(conversation, shown.delivery());
        if (surviving) {
            return scene.then(trial.bench().conversation("plain", Map.of()));
        }
        // Where the answers themselves are wrong, they are what shows the failure.
        return behind != null && ConversationJudge.judge(conversation, shown.delivery(), shown.seen()) == Finding.HOLDS
                ? scene.then(behind)
                : scene;
    }

    private Shown again(
            Conversation conversation, Delivery delivery, BiFunction<Delivery, Observation, Finding> judge) {
        Earshot earshot = Earshot.of(trial.instance());
        Observation seen = delivery.pace() == Delivery.Pace.STALLED
                ? trial.bench().carryTogether(conversation, List.of(delivery)).get(0)
                : trial.bench().carry(conversation, delivery);
        Shown result = shown(delivery, seen, judge.apply(delivery, seen), earshot);
        if (result.fails()) {
            trial.bench().restartIfNeeded();
        }
        return result;
    }

    /** What one delivery has shown, what the program printed meanwhile, and what was seen of the client behind it. */
    private record Shown(
            Delivery delivery, Observation seen, Finding finding, String words, Optional<Observation> after) {
        boolean fails() {
            return finding instanceof Finding.Broken;
        }
    }
}
