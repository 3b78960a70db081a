package io.github.sockspec.trial;

import io.github.sockspec.delivery.Family;
import io.github.sockspec.protocol.Clause;
import java.util.Optional;

/**
 * A case's name, {@code protocol/role/CLAUSE/conversation@delivery}: what filters, known failures and reports use.
 *
 * @param protocol the word of the protocol that is spoken
 * @param clause what is judged
 * @param conversation what is said
 * @param delivery how it travels: the word of a {@link Family} where there is one
 */
public record CaseName(String protocol, Clause clause, String conversation, String delivery) {
    /** The name of a case of a protocol with clauses of its own. */
    public static CaseName of(Clause clause, String conversation, String delivery) {
        return new CaseName(clause.protocol().word(), clause, conversation, delivery);
    }

    /** The family of deliveries it names, if it names one. */
    public Optional<Family> family() {
        return Family.of(delivery);
    }

    @Override
    public String toString() {
        return protocol + "/" + clause.role().word() + "/" + clause.id() + "/" + conversation + "@" + delivery;
    }
}
