package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One conversation carried to a server, each delivery on a connection of its own. */
final class ServerCarrying extends StreamCarrying {
    /** Deliveries that end in silence cost a deadline each: after so many the rest is left out, and that is said. */
    static final int SILENCES = 3;

    private static final int RESTARTS = 8;
    private static final int SHRINKING_TRIES = 60;

    /** How many connections wait side by side where a wait is shared. */
    private static final int SIDE_BY_SIDE = 64;

    private final ServerCaseRun run;
    private final Conversation conversation;
    private final ServerJudging judging;
    private int restarts;

    ServerCarrying(ServerCaseRun run, Conversation conversation, ServerJudging judging) {
        super(conversation.shape());
        this.run = run;
        this.conversation = conversation;
        this.judging = judging;
    }

    /** All deliveries of a family, or the one that is asked for again; ends the case where they have no right answer. */
    List<Delivery> of(Family family) {
        List<Delivery> all = run.repeatedDelivery(conversation)
                .map(List::of)
                .orElseGet(() -> family.of(shape(), run.sampling()).toList());
        if (all.isEmpty()) {
            throw CaseStop.notApplicable("these messages have no such delivery: " + family.idea());
        }
        all.forEach(delivery ->
                Decidable.require(delivery, shape(), run.implementation().dialect()));
        return all;
    }

    @Override
    public Carried<Delivery> carry(Delivery delivery) {
        OutputSince outputSince = OutputSince.of(run.instance());
        Observation seen = stalled(delivery)
                ? run.underTest().carryTogether(conversation, List.of(delivery)).get(0)
                : run.underTest().carry(conversation, delivery);
        return judged(delivery, seen, outputSince);
    }

    @Override
    public void each(List<Delivery> deliveries, BooleanSupplier enough, Consumer<Carried<Delivery>> taking) {
        if (deliveries.stream().noneMatch(ServerCarrying::stalled)) {
            super.each(deliveries, enough, taking);
            return;
        }
        int most = run.underTest().servesSideBySide() ? SIDE_BY_SIDE : 1;
        for (int from = 0; from < deliveries.size() && !enough.getAsBoolean(); from += most) {
            List<Delivery> some = deliveries.subList(from, Math.min(deliveries.size(), from + most));
            OutputSince outputSince = OutputSince.of(run.instance());
            List<Observation> seen = run.underTest().carryTogether(conversation, some);
            for (int index = 0; index < some.size(); index++) {
                taking.accept(judged(some.get(index), seen.get(index), outputSince));
            }
        }
    }

    private static boolean stalled(Delivery delivery) {
        return delivery.pace() == Delivery.Pace.STALLED;
    }

    private Carried<Delivery> judged(Delivery delivery, Observation seen, OutputSince outputSince) {
        Finding finding = judging.of(delivery, seen);
        boolean broken = finding instanceof Finding.Broken;
        Optional<Observation> afterwards = broken ? judging.afterwards() : Optional.empty();
        run.learns(afterwards.orElse(seen), finding);
        return new Carried<>(
                delivery,
                () -> occasion(delivery, seen),
                seen,
                finding,
                broken ? outputSince.heard() : "",
                afterwards,
                false);
    }

    private Occasion.Asked occasion(Delivery delivery, Observation seen) {
        Occasion.Asked occasion = run.occasion(conversation, delivery, seen);
        return judging.behind(delivery, seen).map(occasion::then).orElse(occasion);
    }

    @Override
    public DeliveryCount.Chosen<Delivery> worthwhile(List<Delivery> all) {
        DeliveryCount worth = run.underTest().worthwhile();
        return new DeliveryCount.Chosen<>(DeliverySample.of(all, shape(), worth.most(), run.sampling()), worth.why());
    }

    @Override
    public void carried(Carried<Delivery> carried) {
        run.carriedOut(occasion(carried.delivery(), carried.seen()), carried.seen(), carried.finding());
        carried.afterwards().filter(after -> after.has(Fact.Quiet.class)).ifPresent(after -> run.evidence()
                .silence());
        if (carried.fails() && restarts < RESTARTS && run.underTest().restartIfNeeded()) {
            restarts++;
        }
    }

    @Override
    public boolean enough() {
        return !run.thorough() && (run.evidence().silences() >= SILENCES || restarts >= RESTARTS);
    }

    @Override
    Carried<Delivery> carryAgain(Delivery delivery) {
        Carried<Delivery> carried = carry(delivery);
        if (carried.fails()) {
            run.underTest().restartIfNeeded();
        }
        return carried;
    }

    @Override
    int shrinkingTries() {
        return SHRINKING_TRIES;
    }

    @Override
    List<Delivery> guesses(Delivery failing) {
        return List.of();
    }
}
