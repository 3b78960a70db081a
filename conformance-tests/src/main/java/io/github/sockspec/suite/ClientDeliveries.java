package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.delivery.Shrinking;
import io.github.sockspec.target.Client;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import io.github.sockspec.verdict.Smallest;
import io.github.sockspec.wire.SideBySide;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The replies of one conversation carried to a client by one family of deliveries, several runs at a time. */
final class ClientDeliveries {
    /** Runs that end only at a deadline are dear: after so many the rest is left out, and that is said. */
    private static final int SLOW_ONES = 3;

    private static final int SHRINKING_TRIES = 40;
    private static final int SHRINKING_TRIES_OF_PROCESSES = 12;

    private final ClientTrial trial;
    private final Counterpart counterpart;
    private final Optional<Path> file;
    private final BiFunction<Delivery, Encounter, Finding> judge;
    private final Demanding demand;
    private final Scene.Order order;
    private final Supplier<Optional<Bytes>> whole;
    private @Nullable Played simplest;
    private int slow;

    ClientDeliveries(ClientTrial trial, Counterpart counterpart, Optional<Path> file, Judging judging) {
        this.trial = trial;
        this.counterpart = counterpart;
        this.file = file;
        this.judge = judging.judge();
        this.demand = judging.demand();
        this.order = judging.order();
        this.whole = judging.whole();
    }

    /** Carries the family out, each delivery without the cuts at {@code spared} offsets, which another clause is about. */
    void of(Family family, Collection<Integer> spared, Sampling sampling) {
        Shape shape = counterpart.shape();
        Optional<Delivery> only = trial.encore(counterpart);
        if (only.isPresent()) {
            again(only.get());
            return;
        }
        List<Delivery> all = family.of(shape, sampling)
                .map(delivery -> delivery.without(spared))
                .distinct()
                .filter(delivery -> spared.isEmpty() || delivery.alters(shape))
                .toList();
        List<Delivery> chosen = trial.stage().client().cost() == Client.Cost.THREAD || trial.thorough()
                ? all
                : Thinning.of(all, shape, counterpart.headerCuts(), sampling);
        trial.evidence()
                .plan((int) all.stream().filter(each -> each.alters(shape)).count());
        SideBySide.each(chosen, trial.width(), this::play, this::enough, this::record);
        if (simplest != null) {
            shrink(simplest);
        }
        if (chosen.size() < all.size()) {
            trial.evidence()
                    .leaveOut(
                            all.size() - chosen.size(),
                            "each takes a process: a seeded sample was tried, and every cut of a header");
        }
    }

    /** The one delivery that is asked for again. */
    private void again(Delivery delivery) {
        trial.evidence().plan(delivery.alters(counterpart.shape()) ? 1 : 0);
        Played played = play(delivery);
        record(played);
        trial.watched(scene(delivery), played.encounter(), played.finding());
        show(played);
    }

    private Scene scene(Delivery delivery) {
        return new Scene.Served(
                counterpart,
                delivery,
                new Scene.Terms(order, demand.of(delivery), file.map(InputFile::content), whole.get()));
    }

    private Played play(Delivery delivery) {
        Encounter encounter = trial.stage().play(counterpart, delivery, file, order);
        return new Played(delivery, encounter, encounter.weigh(judge.apply(delivery, encounter)));
    }

    private record Played(Delivery delivery, Encounter encounter, Finding finding) {
        boolean fails() {
            return finding instanceof Finding.Broken;
        }
    }

    private boolean enough() {
        return slow >= SLOW_ONES && !trial.thorough();
    }

    private void record(Played played) {
        boolean alters = played.delivery().alters(counterpart.shape());
        trial.evidence().delivery(alters, played.encounter().seen(), played.finding());
        if (played.fails()) {
            simplest = simplest == null || simpler(played.delivery(), simplest.delivery()) ? played : simplest;
            slow += played.encounter().slow() ? 1 : 0;
        }
    }

    /** Fewer writes are simpler; among as many, the one that is cut first. */
    private static boolean simpler(Delivery one, Delivery other) {
        int fewer = Integer.compare(one.writes().size(), other.writes().size());
        return fewer != 0 ? fewer < 0 : first(one) < first(other);
    }

    private static int first(Delivery delivery) {
        return delivery.writes().isEmpty() ? 0 : delivery.writes().get(0);
    }

    private void shrink(Played first) {
        Delivery delivery = first.delivery();
        boolean whole = delivery.ending().how() == Ending.How.KEEP;
        if (whole && delivery.cuts(counterpart.shape()).size() > 1) {
            Optional<Played> single = singleCut(delivery);
            if (single.isPresent()) {
                show(single.get());
                return;
            }
        }
        boolean cheap = trial.stage().client().cost() == Client.Cost.THREAD;
        // What has failed once is shown as it was seen then: had again, it may be left undecided by a busy machine.
        Map<Delivery, Played> again = new HashMap<>(Map.of(delivery, first));
        Delivery smallest = Shrinking.smallest(
                counterpart.shape(),
                delivery,
                smaller -> again.computeIfAbsent(smaller, this::play).fails(),
                !whole ? 0 : cheap ? SHRINKING_TRIES : SHRINKING_TRIES_OF_PROCESSES);
        show(again.getOrDefault(smallest, first));
    }

    /** The first of its cuts that is enough by itself: most often one is. */
    private Optional<Played> singleCut(Delivery delivery) {
        Shape shape = counterpart.shape();
        List<Integer> cuts = delivery.cuts(shape);
        List<Delivery> singles = Family.EVERY_CUT
                .of(shape, Sampling.DEFAULT)
                .filter(single -> cuts.containsAll(single.cuts(shape)))
                .toList();
        List<Played> enough = new ArrayList<>();
        SideBySide.each(singles, trial.width(), this::play, () -> !enough.isEmpty(), played -> {
            if (played.fails()) {
                enough.add(played);
            }
        });
        return enough.stream().findFirst();
    }

    private void show(Played shown) {
        if (shown.finding() instanceof Finding.Broken broken) {
            Encounter encounter = shown.encounter();
            trial.evidence()
                    .smallest(Smallest.of(scene(shown.delivery()), encounter.seen()), broken, encounter.words());
        }
    }

    /** What each delivery asks of the client. */
    interface Demanding {
        Scene.Demand of(Delivery delivery);
    }

    /**
     * How each delivery is judged.
     *
     * @param judge by which judge
     * @param demand the same as a word for whoever has it again without this suite
     * @param order in what order the client is heard and answered
     * @param whole what it prints when the replies come whole, where it is judged by that
     */
    record Judging(
            BiFunction<Delivery, Encounter, Finding> judge,
            Demanding demand,
            Scene.Order order,
            Supplier<Optional<Bytes>> whole) {
        /** Of a client that is answered each request before the next one. */
        Judging(BiFunction<Delivery, Encounter, Finding> judge, Demanding demand) {
            this(judge, demand, Scene.Order.IN_TURN, Optional::empty);
        }

        Judging in(Scene.Order other) {
            return new Judging(judge, demand, other, whole);
        }

        Judging by(Yardstick yardstick) {
            return new Judging(judge, demand, order, yardstick::measured);
        }
    }
}
