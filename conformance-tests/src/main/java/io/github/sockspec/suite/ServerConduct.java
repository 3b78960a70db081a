package io.github.sockspec.suite;

import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.Seat;
import io.github.sockspec.wire.WireFailure;
import java.time.Duration;
import java.util.function.Consumer;

/** One case carried out against one server, of which it has an instance to itself. */
final class ServerConduct extends Conduct<Trial> {
    private final boolean apart;
    private final Consumer<Trial> steps;

    ServerConduct(Case asked, Candidate candidate, Session session, Consumer<Trial> steps) {
        super(asked, candidate, new Trial(asked, candidate, session));
        apart = asked.conditions().apart();
        this.steps = steps;
    }

    @Override
    CaseResult conduct() {
        Bench bench = candidate().lease(apart);
        try {
            bench.engage();
            bench.begin(asked().clause().grade());
            trial().begin(bench);
            begin();
            asked().conditions().within().ifPresent(trial()::confine);
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

    @Override
    CaseResult closing(Duration took) {
        return Closing.of(trial(), took);
    }

    @Override
    Evidence evidence() {
        return trial().evidence();
    }
}
