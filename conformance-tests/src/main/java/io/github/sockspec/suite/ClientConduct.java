package io.github.sockspec.suite;

import io.github.sockspec.spec.Grade;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Network;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** Conducts one case against one client or tool: gives it a stage. */
final class ClientConduct extends Conduct<ClientTrial> {
    private final boolean apart;

    ClientConduct(CaseName name, boolean apart, Candidate candidate, Session session) {
        super(name, ClientTrial.class, candidate, session);
        this.apart = apart;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new ClientTrial(name(), candidate().implementation(), candidate().clientele(), session());
    }

    @Override
    CaseResult conduct(ClientTrial trial, CaseMethod method) throws Throwable {
        Clientele clientele = candidate().clientele();
        clientele.enter();
        try {
            clientele.client().network().enter();
            // The first case measures the client, so that the stage of each is as patient as it must be.
            Finding plain = clientele.control();
            candidate().seen(clientele.client().identity(), clientele.latency());
            if (plain instanceof Finding.Broken broken && name().clause().grade() != Grade.INTEROPERATES) {
                throw Stop.inconclusive("it fails a plain conversation, so nothing could be shown: " + broken.reason());
            }
            trial.begin(clientele.stage(apart));
            method.carryOut();
            return closing(trial, method.took());
        } finally {
            trial.end();
            Network.HERE.enter();
            clientele.leave();
        }
    }

    @Override
    CaseResult closing(ClientTrial trial, Duration took) {
        return Closing.of(trial, took);
    }

    @Override
    Evidence evidence(ClientTrial trial) {
        return trial.evidence();
    }
}
