package io.github.sockspec.suite;

import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.Seat;
import io.github.sockspec.wire.WireFailure;
import java.util.function.Consumer;

/** One case carried out against one server, of which it has an instance to itself. */
final class ServerConduct extends Conduct<Trial> {
    private final boolean apart;
    private final Consumer<Trial> steps;

    ServerConduct(Trial trial, Conditions conditions, Candidate candidate, Consumer<Trial> steps) {
        super(trial, conditions, candidate);
        apart = conditions.apart();
        this.steps = steps;
    }

    @Override
    CaseResult conduct() {
        Bench bench = candidate().lease(apart);
        try {
            bench.engage();
            bench.begin(trial().name().clause().grade());
            trial().begin(bench);
            begin();
            conditions().within().ifPresent(trial()::confine);
            steps.accept(trial());
            return closed();
        } finally {
            try {
                trial().end();
            } finally {
                handOn(bench);
                Seat.ANYWHERE.take();
                Network.HERE.enter();
            }
        }
    }

    /** However the case ended, the next one finds a program that serves: this instance, or in its place another. */
    private void handOn(Bench bench) {
        boolean settled = false;
        try {
            bench.settle();
            settled = true;
        } catch (StartFailure | WireFailure gone) {
            // The next case starts another one, or says why none can be started.
        } finally {
            if (settled) {
                candidate().giveBack(bench, apart);
            } else {
                candidate().discard(bench, apart);
            }
        }
    }
}
