package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.kernel.Resources;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.OtherClients;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Many abrupt disconnects, and what the program holds behind them. */
public final class RepeatedDisconnects {
    /** Disconnects before the first look, so that what a program opens once is not taken for a leak. */
    private static final int WARM_UP = 20;

    /** Disconnects between two looks. */
    private static final int BATCH = 25;

    /** Disconnects that end in silence, of one that serves others all the same; each costs a deadline. */
    private static final int MOST_SILENCES = 10;

    /** How often a look at rest is had again because this machine was too slow for it. */
    private static final int MOST_SLOW = 3;

    /** For what is still on its way to be closed: a server may listen on for a second to a client that it has left. */
    private static final Duration REST = Duration.ofMillis(1_500);

    private final Trial trial;
    private final Conversation plain;
    private final List<Delivery> ends;
    private final List<Fact> slips = new ArrayList<>();
    private int done;
    private int silences;

    private RepeatedDisconnects(Trial trial) {
        this.trial = trial;
        plain = trial.probe();
        ends = Stream.of(Family.RST_AT_EACH_BYTE, Family.FIN_AT_EACH_BYTE, Family.ENDED_UNDER_REPLY)
                .flatMap(family -> family.of(plain.shape(), Sampling.DEFAULT))
                .toList();
    }

    public static RepeatedDisconnects of(Trial trial) {
        return new RepeatedDisconnects(trial);
    }

    /** States that {@code times} disconnects leave no descriptor, thread or process behind, and no work. */
    public void disconnects(int times) {
        trial.resources();
        if (trial.underTest().uses().once()) {
            afterOneClient();
        } else if (disconnect(WARM_UP) && leavesNothing(times)) {
            Idleness.state(trial);
        }
    }

    /** Nobody can leave 200 times what serves one client in its life: it is looked at when that client has left. */
    private void afterOneClient() {
        trial.requireOthersPossible();
        trial.shows(plain);
        if (!trial.instance().alive()) {
            throw trial.inconclusive("it ended with its first client, so that no more could leave it");
        }
        Idleness.state(trial);
        if (!trial.evidence().failed()) {
            throw trial.inconclusive(OtherClients.ONE_BY_FAULT + "no more could leave it");
        }
    }

    private boolean leavesNothing(int times) {
        Leak leak = new Leak();
        Resources level = settled();
        boolean more = true;
        while (more) {
            List<Resources> levels = new ArrayList<>(List.of(level));
            for (int batch = 0; batch < times / BATCH; batch++) {
                if (!disconnect(BATCH)) {
                    return false;
                }
                levels.add(atRest(levels.get(batch)));
            }
            level = levels.get(levels.size() - 1);
            more = leak.add(new Leak.Round(levels));
        }
        trial.states(leak.finding(), new Observation(slips));
        trial.requireOthersServed("after " + done + " abrupt disconnects");
        return true;
    }

    private GuardedWait guardedWait() {
        return trial.carrier().limits().guardedWait(REST);
    }

    /** That many; false where the program stops serving on the way, which is stated then. */
    private boolean disconnect(int times) {
        boolean serves = true;
        for (int time = 0; serves && time < times; time++, done++) {
            Observation seen = trial.underTest().carry(plain, ends.get(done % ends.size()));
            if (unanswered(seen)) {
                silences++;
                serves = stillServes(done + 1);
            }
        }
        return serves;
    }

    /** Whether it cost a deadline, or no connection could be had. One that closes does not read on: that is no silence. */
    private static boolean unanswered(Observation seen) {
        return seen.has(Fact.Quiet.class)
                || seen.has(Fact.Refused.class)
                || seen.all(Fact.Unread.class).anyMatch(unread -> unread.at().compareTo(unread.waited()) >= 0);
    }

    /** Whether one that has left a disconnect unanswered serves others; each such disconnect costs a deadline. */
    private boolean stillServes(int disconnects) {
        Finding finding = trial.control("after " + disconnects + " abrupt disconnects");
        if (finding instanceof Finding.Broken) {
            trial.requireOthersServed("after " + disconnects + " abrupt disconnects");
            return !trial.evidence().failed();
        }
        if (finding == Finding.HOLDS && silences >= MOST_SILENCES) {
            trial.states(new Finding.Undecided(silences + " of " + disconnects
                    + " abrupt disconnects ended in silence or were refused, though others are served: each costs a deadline, so"
                    + " what the rest would leave was not looked at"));
            return false;
        }
        return true;
    }

    /** What it holds once it has stopped letting go. */
    private Resources settled() {
        Resources[] last = {trial.resources()};
        Waiting.until(guardedWait(), () -> {
            Resources now = trial.resources();
            boolean steady = now.descriptors() >= last[0].descriptors()
                    && now.threads() >= last[0].threads()
                    && now.processes() + now.zombies() >= last[0].processes() + last[0].zombies();
            last[0] = now;
            return steady;
        });
        return last[0];
    }

    /** What it holds when it holds no more than {@code before}, or has had the time to let go of the rest. */
    private Resources atRest(Resources before) {
        Resources now = trial.resources();
        Optional<Fact> slip = Optional.empty();
        for (int look = 0; look < MOST_SLOW && holdsMore(before, now) && (look == 0 || slip.isPresent()); look++) {
            GuardedWait guardedWait = guardedWait();
            Waiting.until(guardedWait, () -> !holdsMore(before, trial.resources()));
            now = trial.resources();
            slip = guardedWait.slip(Duration.ZERO);
        }
        if (holdsMore(before, now)) {
            slip.ifPresent(slips::add);
        }
        return now;
    }

    private static boolean holdsMore(Resources before, Resources now) {
        return now.descriptors() > before.descriptors()
                || now.threads() > before.threads()
                || now.processes() > before.processes()
                || now.zombies() > before.zombies();
    }
}
