package io.github.sockspec.suite;

import io.github.sockspec.spec.Grade;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Network;
import java.util.function.Consumer;

/** One case carried out against one client or tool, which has a stage to itself. */
final class ClientConduct extends Conduct<ClientTrial> {
    private final Consumer<ClientTrial> steps;

    ClientConduct(ClientTrial trial, Conditions conditions, Candidate candidate, Consumer<ClientTrial> steps) {
        super(trial, conditions, candidate);
        this.steps = steps;
    }

    @Override
    CaseResult conduct() {
        Clientele clientele = candidate().clientele();
        clientele.enter();
        try {
            clientele.client().network().enter();
            // The first case measures the client, so that the stage of each is as patient as it must be.
            Finding plain = clientele.control();
            candidate().seen(clientele.client().identity(), clientele.latency());
            if (plain instanceof Finding.Broken broken && trial().name().clause().grade() != Grade.INTEROPERATES) {
                throw Stop.inconclusive("it fails a plain conversation, so nothing could be shown: " + broken.reason());
            }
            trial().begin(clientele.stage(conditions().apart()));
            begin();
            conditions().within().ifPresent(trial()::confine);
            steps.accept(trial());
            return closed();
        } finally {
            trial().end();
            Network.HERE.enter();
            clientele.leave();
        }
    }
}
