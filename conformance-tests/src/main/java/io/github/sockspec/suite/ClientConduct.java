package io.github.sockspec.suite;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.trial.CaseStop;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.trial.ClientUnderTest;
import io.github.sockspec.trial.ProgramUnderTest;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import java.util.function.Consumer;

/** One case carried out against one client or tool, which has a runner of it to itself. */
final class ClientConduct extends Conduct<ClientTrial> {
    private final Consumer<ClientTrial> steps;

    ClientConduct(ClientTrial trial, Conditions conditions, ProgramUnderTest candidate, Consumer<ClientTrial> steps) {
        super(trial, conditions, candidate);
        this.steps = steps;
    }

    @Override
    CaseResult conduct() {
        ClientUnderTest clientUnderTest = candidate().clientUnderTest();
        clientUnderTest.enter();
        try {
            clientUnderTest.client().network().enter();
            // The first case measures the client, so that each waits for it as long as it must.
            Finding plain = clientUnderTest.control();
            candidate().seen(clientUnderTest.client().identity(), clientUnderTest.latency());
            if (plain instanceof Finding.Broken broken
                    && trial().name().clause().grade() != Grade.INTEROPERATES) {
                throw CaseStop.inconclusive(
                        "it fails a plain conversation, so nothing could be shown: " + broken.reason());
            }
            trial().begin(clientUnderTest.clientRunner(conditions().process()));
            begin();
            conditions().within().ifPresent(trial()::confine);
            steps.accept(trial());
            return closed();
        } finally {
            trial().end();
            NetworkNamespace.HERE.enter();
            clientUnderTest.leave();
        }
    }
}
