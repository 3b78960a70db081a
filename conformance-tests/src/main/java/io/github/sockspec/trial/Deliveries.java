package io.github.sockspec.trial;

import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.SmallestFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries of one family, carried out until all are done or going on would only cost time. Of those that fail the simplest
 * is shown, as small as it can be made.
 *
 * @param <D> a delivery of bytes or of datagrams
 */
final class Deliveries<D> {
    private final CaseRun run;
    private final Carrying<D> carrying;
    private @Nullable Carried<D> simplest;
    private int done;

    Deliveries(CaseRun run, Carrying<D> carrying) {
        this.run = run;
        this.carrying = carrying;
    }

    /** Carries {@code all} out, which are one alone where one is had again. */
    void carryOut(List<D> all) {
        Evidence evidence = run.evidence();
        evidence.plan((int) all.stream().filter(carrying::alters).count());
        List<D> chosen = all;
        if (!run.thorough()) {
            DeliveryCount.Chosen<D> worthwhile = carrying.worthwhile(all);
            chosen = worthwhile.deliveries();
            evidence.leaveOut(all.size() - chosen.size(), worthwhile.why());
        }
        carrying.each(chosen, carrying::enough, this::record);
        carrying.leftOut(chosen.size() - done);
        if (simplest != null) {
            show(run.repeatedDelivery().isPresent() ? simplest : carrying.smallest(simplest));
        }
    }

    private void record(Carried<D> carried) {
        done++;
        if (carrying.alters(carried.delivery())) {
            run.evidence().delivery(carried.seen(), carried.finding());
        } else {
            run.evidence().conversation(carried.seen(), carried.finding());
        }
        run.watched(carried.occasion(), carried.seen(), carried.finding());
        if (carried.fails()) {
            simplest =
                    simplest == null || carrying.simpler(carried.delivery(), simplest.delivery()) ? carried : simplest;
        }
        carrying.carried(carried);
    }

    private void show(Carried<D> shown) {
        if (shown.finding() instanceof Finding.Broken broken) {
            SmallestFailure smallest = new SmallestFailure(shown.occasion().get(), shown.seen(), shown.afterwards());
            run.evidence().smallest(smallest, broken, shown.words());
        }
    }
}
