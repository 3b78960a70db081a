package io.github.sockspec.suite;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.trial.CaseName;
import io.github.sockspec.trial.ProgramUnderTest;
import io.github.sockspec.trial.Session;
import io.github.sockspec.verdict.CaseResult;

/**
 * One case: what is asked of every program that takes its clause's side, as {@code cases.yaml} of its protocol has it.
 *
 * @param name what is judged, what is said and how it travels
 * @param conditions under which it is asked
 * @param text what people read of it
 * @param question what it asks
 */
public record Case(CaseName name, Conditions conditions, Text text, Question question) {
    /**
     * Words for people; each is empty where there is nothing to say.
     *
     * @param about what it asks, in a sentence, where the conversation's file and the delivery's family do not say it
     * @param hint what to look at in a program that fails it
     */
    public record Text(String about, String hint) {}

    public String id() {
        return name.toString();
    }

    public Clause clause() {
        return name.clause();
    }

    public String about() {
        return text.about();
    }

    /** Whether it applies only to programs in containers. */
    public boolean confined() {
        return conditions.within().isPresent();
    }

    /** Whether it speaks of {@code program}: of its protocol, and of its side of it. */
    public boolean judges(Implementation program) {
        return program.protocol().word().equals(name.protocol()) && program.role() == clause().role();
    }

    /** The same, asked of a protocol that is written down, with one of its conversations. */
    Case of(String protocol, String conversation) {
        return new Case(new CaseName(protocol, clause(), conversation, name.delivery()), conditions, text, question);
    }

    /** Carries it out; waits where all instances of the program that may run at a time are in use. */
    public CaseResult ask(ProgramUnderTest candidate, Session session) {
        return question.ask(name, conditions, candidate, session);
    }

    @Override
    public String toString() {
        return id();
    }
}
