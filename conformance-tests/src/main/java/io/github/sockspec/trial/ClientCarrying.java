package io.github.sockspec.trial;

import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.program.Client;
import io.github.sockspec.trial.ClientJudging.Judging;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.wire.SideBySide;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The replies of one conversation carried to a client, each delivery to a run of its own, several at a time. */
final class ClientCarrying extends StreamCarrying {
    /** Failing runs that end only at a deadline are dear: after so many the rest is left out, and that is said. */
    private static final int SLOW_ONES = 3;

    private static final int SHRINKING_TRIES = 40;
    private static final int SHRINKING_TRIES_OF_PROCESSES = 12;

    private final CaseRun run;
    private final Served served;
    private final Judging judging;
    private int slow;

    /**
     * Whom what is carried to.
     *
     * @param clientRunner where it is run
     * @param serverPart the conversation, in the server's place
     * @param shape of its replies, with a barrier before each that may not be joined with the one before it
     * @param file the file that each run is given, if it is given one
     * @param width how many runs may go on side by side
     */
    record Served(ClientRunner clientRunner, ServerPart serverPart, Shape shape, Optional<Path> file, int width) {}

    ClientCarrying(CaseRun run, Served served, Judging judging) {
        super(served.shape());
        this.run = run;
        this.served = served;
        this.judging = judging;
    }

    /** All deliveries of a family, each without the cuts at {@code spared} offsets; or the one that is asked for again. */
    List<Delivery> of(Family family, Collection<Integer> spared) {
        return run.repeatedDelivery(
                        served.serverPart().said(),
                        RecordedDelivery.Fit.of(served.serverPart().spoken()))
                .map(List::of)
                .orElseGet(() -> family(family).stream()
                        .map(delivery -> delivery.without(spared))
                        .distinct()
                        .filter(delivery -> spared.isEmpty() || alters(delivery))
                        .toList());
    }

    private List<Delivery> family(Family family) {
        List<Delivery> all = family.of(shape(), run.sampling()).toList();
        if (all.isEmpty()) {
            throw CaseStop.notApplicable("these replies have no such delivery: " + family.idea());
        }
        return all;
    }

    @Override
    public Carried<Delivery> carry(Delivery delivery) {
        ObservedRun observedRun =
                served.clientRunner().play(served.serverPart(), delivery, served.file(), judging.serving());
        Finding finding = observedRun.weigh(judging.judge().apply(delivery, observedRun));
        return new Carried<>(
                delivery,
                () -> occasion(delivery, observedRun.seen()),
                observedRun.seen(),
                finding,
                finding instanceof Finding.Broken ? observedRun.words() : "",
                Optional.empty(),
                observedRun.slow());
    }

    private Occasion occasion(Delivery delivery, Observation seen) {
        Optional<ProgramRun> whole = judging.whole().get();
        ServerPart serverPart = served.serverPart().asSaid(seen::sent);
        return new Occasion.Served(
                serverPart.due(whole.map(run -> serverPart.due().endingWith(run.status()))
                        .orElse(serverPart.due())),
                delivery,
                new Occasion.Terms(
                        judging.serving().order(),
                        judging.demand().apply(delivery),
                        served.file().map(InputFile::content),
                        whole.filter(run -> serverPart.due().prints().isEmpty()).map(ProgramRun::output)));
    }

    @Override
    public void each(List<Delivery> deliveries, BooleanSupplier enough, Consumer<Carried<Delivery>> taking) {
        new SideBySide(served.width()).each(deliveries, this::carry, enough, taking);
    }

    @Override
    public DeliveryCount.Chosen<Delivery> worthwhile(List<Delivery> all) {
        return new DeliveryCount.Chosen<>(
                cheap()
                        ? all
                        : DeliverySample.of(all, shape(), served.serverPart().headerCuts(), run.sampling()),
                "each takes a process: a seeded sample was tried, and every cut of a header");
    }

    private boolean cheap() {
        return served.clientRunner().client().cost() == Client.Cost.THREAD;
    }

    @Override
    public void carried(Carried<Delivery> carried) {
        slow += carried.fails() && carried.late() ? 1 : 0;
    }

    @Override
    public boolean enough() {
        return slow >= SLOW_ONES && !run.thorough();
    }

    @Override
    int shrinkingTries() {
        return cheap() ? SHRINKING_TRIES : SHRINKING_TRIES_OF_PROCESSES;
    }

    /** Each of its cuts alone: most often one is enough. */
    @Override
    List<Delivery> guesses(Delivery failing) {
        List<Integer> cuts = failing.cuts(shape());
        return cuts.size() < 2
                ? List.of()
                : Family.EVERY_CUT
                        .of(shape(), Sampling.DEFAULT)
                        .filter(single -> cuts.containsAll(single.cuts(shape())))
                        .toList();
    }
}
