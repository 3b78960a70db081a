package io.github.sockspec.suite;

import io.github.sockspec.spec.Grade;
import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.wire.WireFailure;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Conducts one case against one client or tool, and turns evidence into a result. */
final class ClientConduct implements ParameterResolver, InvocationInterceptor {
    private final CaseName name;
    private final boolean apart;
    private final Candidate candidate;
    private final Session session;

    ClientConduct(CaseName name, boolean apart, Candidate candidate, Session session) {
        this.name = name;
        this.apart = apart;
        this.candidate = candidate;
        this.session = session;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ClientTrial.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Clientele clientele = candidate.clientele();
        // The first case measures the client, so that the stage of each is as patient as it must be.
        clientele.enter();
        try {
            clientele.control();
        } catch (StartFailure | WireFailure said) {
            // Said again, as the case's own result.
        } finally {
            clientele.leave();
        }
        return new ClientTrial(name, candidate.implementation(), clientele, clientele.stage(apart), session);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        ClientTrial trial = (ClientTrial) invocationContext.getArguments().get(0);
        String skip = candidate.implementation().skip().get(name.clause());
        CaseResult result;
        if (skip != null) {
            invocation.skip();
            result = plain(Outcome.NOT_APPLICABLE, "skipped by the manifest: " + skip, 0);
        } else {
            result = conduct(trial, invocation);
        }
        session.record(result, candidate);
        Conduct.tell(result);
    }

    private CaseResult conduct(ClientTrial trial, Invocation<Void> invocation) throws Throwable {
        Clientele clientele = candidate.clientele();
        long start = System.nanoTime();
        clientele.enter();
        try {
            candidate.seen(clientele.client().identity(), clientele.latency());
            if (clientele.control() instanceof Finding.Broken broken
                    && name.clause().grade() != Grade.INTEROPERATES) {
                invocation.skip();
                String reason = "it fails a plain conversation, so nothing could be shown: " + broken.reason();
                return plain(Outcome.INCONCLUSIVE, reason, 0);
            }
            invocation.proceed();
            return Closing.of(trial, Duration.ofNanos(System.nanoTime() - start));
        } catch (Stop stop) {
            return plain(stop.outcome(), stop.reason(), System.nanoTime() - start);
        } catch (StartFailure | WireFailure failed) {
            candidate.trouble(String.valueOf(failed.getMessage()));
            return plain(Outcome.INCONCLUSIVE, String.valueOf(failed.getMessage()), System.nanoTime() - start);
        } finally {
            clientele.leave();
        }
    }

    private CaseResult plain(Outcome outcome, String reason, long nanos) {
        return CaseResult.plain(name.toString(), name.clause(), outcome, reason, Duration.ofNanos(nanos));
    }
}
