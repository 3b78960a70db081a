package io.github.sockspec.suite;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Grade;
import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.wire.Seat;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Conducts one case against one implementation: gives it a trial and an instance, and turns evidence into a result. */
final class Conduct implements ParameterResolver, InvocationInterceptor {
    private final CaseName name;
    private final boolean apart;
    private final Candidate candidate;
    private final Session session;

    Conduct(CaseName name, boolean apart, Candidate candidate, Session session) {
        this.name = name;
        this.apart = apart;
        this.candidate = candidate;
        this.session = session;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Trial(name, candidate, session);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        Trial trial = (Trial) invocationContext.getArguments().get(0);
        String skip = candidate.implementation().skip().get(name.clause());
        CaseResult result;
        if (skip != null) {
            invocation.skip();
            result = plain(Outcome.NOT_APPLICABLE, "skipped by the manifest: " + skip, 0);
        } else {
            result = conduct(trial, invocation);
        }
        session.record(result, candidate);
        tell(result);
    }

    private CaseResult conduct(Trial trial, Invocation<Void> invocation) throws Throwable {
        Bench bench;
        try {
            bench = candidate.lease(apart);
        } catch (StartFailure failed) {
            invocation.skip();
            return plain(Outcome.INCONCLUSIVE, String.valueOf(failed.getMessage()), 0);
        }
        try {
            bench.engage();
            return onBench(trial, bench, invocation);
        } finally {
            trial.end();
            Seat.ANYWHERE.take();
            candidate.giveBack(bench, apart);
        }
    }

    private CaseResult onBench(Trial trial, Bench bench, Invocation<Void> invocation) throws Throwable {
        if (!bench.answersPlainly() && name.clause().grade() != Grade.INTEROPERATES) {
            invocation.skip();
            return plain(Outcome.INCONCLUSIVE, "it does not answer a plain conversation, so nothing could be shown", 0);
        }
        long start = System.nanoTime();
        trial.begin(bench);
        try {
            invocation.proceed();
            CaseResult result = Closing.of(trial, Duration.ofNanos(System.nanoTime() - start));
            trial.end();
            bench.settle();
            return result;
        } catch (Stop stop) {
            return plain(stop.outcome(), stop.reason(), System.nanoTime() - start);
        } catch (StartFailure failed) {
            candidate.trouble(String.valueOf(failed.getMessage()));
            return plain(Outcome.INCONCLUSIVE, String.valueOf(failed.getMessage()), System.nanoTime() - start);
        }
    }

    private CaseResult plain(Outcome outcome, String reason, long nanos) {
        Clause clause = name.clause();
        return CaseResult.plain(name.toString(), clause, outcome, reason, Duration.ofNanos(nanos));
    }

    /** JUnit's own words for the outcome, so that an IDE and Maven show it too. */
    static void tell(CaseResult result) {
        if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.INCONCLUSIVE) {
            throw new AssertionFailedError(result.id() + ": " + result.reason(), result.expected(), result.actual());
        }
        if (result.outcome() == Outcome.NOT_APPLICABLE) {
            throw new TestAbortedException(result.reason());
        }
    }
}
