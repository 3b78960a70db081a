package io.github.sockspec.suite;

import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.Seat;
import io.github.sockspec.wire.WireFailure;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** Conducts one case against one server: gives it an instance to itself. */
final class ServerConduct extends Conduct<Trial> {
    private final boolean apart;

    ServerConduct(CaseName name, boolean apart, Candidate candidate, Session session) {
        super(name, Trial.class, candidate, session);
        this.apart = apart;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Trial(name(), candidate(), session());
    }

    @Override
    CaseResult conduct(Trial trial, CaseMethod method) throws Throwable {
        Bench bench = candidate().lease(apart);
        try {
            bench.engage();
            bench.begin(name().clause().grade());
            trial.begin(bench);
            method.carryOut();
            return closing(trial, method.took());
        } finally {
            try {
                trial.end();
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
    CaseResult closing(Trial trial, Duration took) {
        return Closing.of(trial, took);
    }

    @Override
    Evidence evidence(Trial trial) {
        return trial.evidence();
    }
}
