package io.github.sockspec.trial;

import io.github.sockspec.delivery.Family;
import io.github.sockspec.protocol.Clause;
import java.util.Optional;

/**
 * A case's name, {@code protocol/role/CLAUSE/conversation@delivery}: what filters, known failures and reports use.
 *
 * @param clause what is judged
 * @param conversation what is said
 * @param delivery how it travels: the word of a {@link Family} where there is one
 */
public record CaseName(Clause clause, String conversation, String delivery) {
    /** The family of deliveries it names, if it names one. */
    public Optional<Family> family() {
        return Family.of(delivery);
    }

    @Override
    public String toString() {
        return clause.protocol().word() + "/" + clause.role().word() + "/" + clause.id() + "/" + conversation + "@"
                + delivery;
    }
}
