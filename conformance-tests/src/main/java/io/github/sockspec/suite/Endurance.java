package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.target.Resources;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Vigil;
import io.github.sockspec.wire.Waiting;
import java.util.List;
import java.util.stream.Stream;

/** Many abrupt disconnects, and what the program holds behind them. */
public final class Endurance {
    /** Disconnects before the first look, so that what a program opens once is not taken for a leak. */
    private static final int WARM_UP = 20;

    /** What may come and go without being a leak: one of 200 disconnects in fifty. */
    private static final int SLACK = 4;

    private final Trial trial;

    private Endurance(Trial trial) {
        this.trial = trial;
    }

    public static Endurance of(Trial trial) {
        return new Endurance(trial);
    }

    /** States that {@code times} disconnects leave no descriptor, thread or process behind, and no work. */
    public void disconnects(int times) {
        trial.resources();
        if (trial.bench().uses().once()) {
            afterOneClient();
            return;
        }
        Conversation plain = trial.conversation("plain");
        List<Delivery> ends = Stream.of(Family.RST_AT_EACH_BYTE, Family.FIN_AT_EACH_BYTE, Family.ENDED_UNDER_REPLY)
                .flatMap(family -> family.of(plain.shape(), Sampling.DEFAULT))
                .toList();
        disconnect(plain, ends, WARM_UP);
        trial.servesOthers("after " + WARM_UP + " abrupt disconnects");
        Resources before = settled();
        disconnect(plain, ends, times);
        trial.servesOthers("after " + times + " abrupt disconnects");
        Vigil vigil = trial.carrier().limits().vigil();
        Waiting.until(vigil, () -> holdsNoMore(before, trial.resources()));
        state(before, trial.resources(), vigil);
        Idleness.state(trial);
    }

    /** Nobody can leave 200 times what serves one client in its life: it is looked at when that client has left. */
    private void afterOneClient() {
        if (trial.bench().uses().onceByIntent()) {
            throw trial.notApplicable(OtherClients.ONE_BY_INTENT);
        }
        trial.shows(trial.conversation("plain"));
        if (!trial.instance().alive()) {
            throw trial.inconclusive("it ended with its first client, so that no more could leave it");
        }
        Idleness.state(trial);
        if (!trial.evidence().failed()) {
            throw trial.inconclusive("it serves one client and no other one, so that no more could leave it");
        }
    }

    private void disconnect(Conversation plain, List<Delivery> ends, int times) {
        for (int time = 0; time < times; time++) {
            trial.bench().carry(plain, ends.get(time % ends.size()));
        }
    }

    /** What it holds once it has stopped letting go. */
    private Resources settled() {
        Resources[] last = {trial.resources()};
        Waiting.until(trial.carrier().limits().vigil(), () -> {
            Resources now = trial.resources();
            boolean steady = now.descriptors() >= last[0].descriptors()
                    && now.threads() >= last[0].threads()
                    && now.processes() + now.zombies() >= last[0].processes() + last[0].zombies();
            last[0] = now;
            return steady;
        });
        return last[0];
    }

    private static boolean holdsNoMore(Resources before, Resources now) {
        return now.descriptors() <= before.descriptors() + SLACK
                && now.threads() <= before.threads() + SLACK
                && now.processes() <= before.processes()
                && now.zombies() <= before.zombies();
    }

    private void state(Resources before, Resources now, Vigil vigil) {
        Stream.of(
                        leaves("descriptors", before.descriptors() + SLACK, now.descriptors()),
                        leaves("threads", before.threads() + SLACK, now.threads()),
                        leaves("processes", before.processes(), now.processes()),
                        leaves("zombies", before.zombies(), now.zombies()))
                .forEach(finding -> trial.states(finding, vigil));
    }

    private static Finding leaves(String what, int most, int now) {
        return now <= most
                ? Finding.HOLDS
                : Finding.Broken.of(
                        "it holds more " + what + " than before", "at most " + most + " " + what, now + " " + what);
    }
}
