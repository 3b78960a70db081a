package io.github.sockspec.suite;

import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.wire.WireFailure;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Conducts one case against one implementation, and turns evidence into a result.
 *
 * @param <T> what the case is written in
 */
abstract class Conduct<T> implements ParameterResolver, InvocationInterceptor {
    private final CaseName name;
    private final Class<T> kind;
    private final Candidate candidate;
    private final Session session;

    Conduct(CaseName name, Class<T> kind, Candidate candidate, Session session) {
        this.name = name;
        this.kind = kind;
        this.candidate = candidate;
        this.session = session;
    }

    /** Carries the case out where it can be, and says what its evidence comes to. */
    abstract CaseResult conduct(T trial, CaseMethod method) throws Throwable;

    /** What the evidence of {@code trial} comes to. */
    abstract CaseResult closing(T trial, Duration took);

    abstract Evidence evidence(T trial);

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == kind;
    }

    @Override
    public final void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        T trial = kind.cast(invocationContext.getArguments().get(0));
        CaseResult result = result(trial, new CaseMethod(invocation));
        session.record(result, candidate);
        tell(result);
    }

    private CaseResult result(T trial, CaseMethod method) throws Throwable {
        String skip = candidate.implementation().skip().get(name.clause());
        if (skip != null) {
            method.leaveOut();
            return plain(Outcome.NOT_APPLICABLE, "skipped by the manifest: " + skip, method);
        }
        try {
            return conduct(trial, method);
        } catch (Stop stop) {
            method.leaveOut();
            return shown(trial, stop.outcome(), stop.reason(), method);
        } catch (StartFailure | WireFailure failed) {
            method.leaveOut();
            candidate.trouble(String.valueOf(failed.getMessage()));
            return shown(trial, Outcome.INCONCLUSIVE, String.valueOf(failed.getMessage()), method);
        }
    }

    /** That outcome, unless something had failed before it came to that: then it has failed all the same. */
    private CaseResult shown(T trial, Outcome outcome, String reason, CaseMethod method) {
        return evidence(trial).failed() ? closing(trial, method.took()) : plain(outcome, reason, method);
    }

    private CaseResult plain(Outcome outcome, String reason, CaseMethod method) {
        return CaseResult.plain(name.toString(), name.clause(), outcome, reason, method.took());
    }

    /** JUnit's own words for the outcome, so that an IDE and Maven show it too. */
    private static void tell(CaseResult result) {
        if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.INCONCLUSIVE) {
            throw new AssertionFailedError(result.id() + ": " + result.reason(), result.expected(), result.actual());
        }
        if (result.outcome() == Outcome.NOT_APPLICABLE) {
            throw new TestAbortedException(result.reason());
        }
    }

    CaseName name() {
        return name;
    }

    Candidate candidate() {
        return candidate;
    }

    Session session() {
        return session;
    }

    /** The lines of one case, carried out once or not at all; JUnit wants to be told which. */
    static final class CaseMethod {
        private final Invocation<Void> invocation;
        private long begun;
        private boolean settled;

        private CaseMethod(Invocation<Void> invocation) {
            this.invocation = invocation;
        }

        void carryOut() throws Throwable {
            settled = true;
            begun = System.nanoTime();
            invocation.proceed();
        }

        private void leaveOut() {
            if (!settled) {
                settled = true;
                invocation.skip();
            }
        }

        /** Since it was begun; nothing where it was left out. */
        Duration took() {
            return begun == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
