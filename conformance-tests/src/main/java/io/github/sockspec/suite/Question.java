package io.github.sockspec.suite;

import io.github.sockspec.spec.Role;
import io.github.sockspec.yaml.Node;
import io.github.sockspec.verdict.CaseResult;
import java.util.function.Consumer;

/** What a case asks, ready to be carried out against one program. */
interface Question {
    /** What comes of {@code asked}, which has this question, when it is put to {@code candidate}. */
    CaseResult ask(Case asked, Candidate candidate, Session session);

    /** The question that the steps in {@code ask} are for programs of {@code role}. */
    static Question read(Role role, Node ask, Vocabulary.Setting setting) {
        if (role == Role.SERVER) {
            Consumer<Trial> steps = ServerSteps.WORDS.read(ask, setting);
            return (asked, candidate, session) -> new ServerConduct(asked, candidate, session, steps).result();
        }
        Consumer<ClientTrial> steps = ClientSteps.WORDS.read(ask, setting);
        return (asked, candidate, session) -> new ClientConduct(asked, candidate, session, steps).result();
    }
}
