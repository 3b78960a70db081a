package io.github.sockspec.suite;

import io.github.sockspec.spec.Grade;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.Seat;
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
            return onBench(trial, bench, method);
        } finally {
            trial.end();
            Seat.ANYWHERE.take();
            Network.HERE.enter();
            candidate().giveBack(bench, apart);
        }
    }

    private CaseResult onBench(Trial trial, Bench bench, CaseMethod method) throws Throwable {
        if (!bench.answersPlainly() && name().clause().grade() != Grade.INTEROPERATES) {
            throw Stop.inconclusive(
                    "it does not answer a plain conversation, so nothing could be shown" + why(bench.opening()));
        }
        trial.begin(bench);
        method.carryOut();
        CaseResult result = Closing.of(trial, method.took());
        trial.end();
        bench.settle();
        return result;
    }

    private static String why(Finding opening) {
        if (opening instanceof Finding.Broken broken) {
            return ": " + broken.reason();
        }
        return opening instanceof Finding.Undecided undecided ? ": " + undecided.reason() : "";
    }
}
