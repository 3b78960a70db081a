package io.github.sockspec.suite;

import io.github.sockspec.delivery.Family;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;
import java.util.Optional;

/**
 * One case: what is asked of every program that takes its clause's side, as {@code cases.yaml} of its protocol has it.
 *
 * @param clause what is judged
 * @param conversation what is said
 * @param delivery how it travels: the word of a {@link Family} where there is one
 * @param conditions under which it is asked
 * @param text what people read of it
 * @param question what it asks
 */
public record Case(
        Clause clause, String conversation, String delivery, Conditions conditions, Text text, Question question) {
    /**
     * Words for people; each is empty where there is nothing to say.
     *
     * @param about what it asks, in a sentence, where the conversation's file and the delivery's family do not say it
     * @param hint what to look at in a program that fails it
     */
    public record Text(String about, String hint) {}

    /** Its name, {@code protocol/role/CLAUSE/conversation@delivery}: what filters, known failures and reports use. */
    public String id() {
        return clause.protocol().word() + "/" + clause.role().word() + "/" + clause.id() + "/" + conversation + "@"
                + delivery;
    }

    public String about() {
        return text.about();
    }

    /** The family of deliveries it names, if it names one. */
    public Optional<Family> family() {
        return Family.of(delivery);
    }

    /** Whether it applies only to programs in containers. */
    public boolean confined() {
        return conditions.within().isPresent();
    }

    /** Whether it speaks of {@code program}: of its protocol, and of its side of it. */
    public boolean judges(Implementation program) {
        return program.protocol().equals(clause.protocol()) && program.role() == clause.role();
    }

    /** Carries it out; waits where all instances of the program that may run at a time are in use. */
    public CaseResult ask(Candidate candidate, Session session) {
        return question.ask(this, candidate, session);
    }

    @Override
    public String toString() {
        return id();
    }
}
