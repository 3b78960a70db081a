package io.github.sockspec.suite;

import io.github.sockspec.protocol.Role;
import io.github.sockspec.trial.CaseName;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.trial.ProgramUnderTest;
import io.github.sockspec.trial.Session;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.yaml.Node;
import java.util.function.Consumer;

/** What a case asks, ready to be carried out against one program. */
interface Question {
    /** What comes of the case of that {@code name} when it is put to {@code candidate}. */
    CaseResult ask(CaseName name, Conditions conditions, ProgramUnderTest candidate, Session session);

    /** The question that the steps in {@code ask} are for programs of {@code role}. */
    static Question read(Role role, Node ask, Vocabulary.Setting setting) {
        if (role == Role.SERVER) {
            Consumer<Trial> steps = ServerSteps.WORDS.read(ask, setting);
            return (name, conditions, candidate, session) ->
                    new ServerConduct(new Trial(name, candidate, session), conditions, candidate, steps).result();
        }
        Consumer<ClientTrial> steps = ClientSteps.WORDS.read(ask, setting);
        return (name, conditions, candidate, session) -> new ClientConduct(
                        new ClientTrial(name, candidate.implementation(), candidate.clientUnderTest(), session),
                        conditions,
                        candidate,
                        steps)
                .result();
    }
}
