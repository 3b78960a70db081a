package io.github.sockspec.manifest;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.yaml.Node;
import java.util.List;

/** The part of a manifest that says which accounts a server has of its own. */
final class CredentialsSection {
    /** The key of the dialects whose requests hold the two parts of an account. */
    private static final String SEPARATOR = "separator";

    private static final String PAIRS = "credentials are pairs, like [[chen, \"123\"]]";

    private CredentialsSection() {}

    static Accounts read(Node.Fields manifest, Dialect dialect) {
        if (!dialect.has(SEPARATOR)) {
            manifest.find("credentials").ifPresent(node -> {
                throw node.mistake("credentials are for " + String.join(", ", withAccounts()) + "; "
                        + manifest.require("protocol").text() + " has no accounts");
            });
            return Accounts.FIXTURE;
        }
        Accounts accounts = manifest.find("credentials")
                .map(node -> new Accounts(
                        pairs(node).stream().map(CredentialsSection::pair).toList()))
                .orElse(Accounts.FIXTURE);
        Node place = manifest.find("credentials")
                .orElseGet(() -> manifest.find("dialect").orElse(manifest));
        requireNone(
                dialect.text(SEPARATOR), accounts.own().isEmpty() ? List.of(accounts.first()) : accounts.own(), place);
        return accounts;
    }

    private static List<String> withAccounts() {
        return Protocol.all().stream()
                .filter(protocol -> Dialect.reference(protocol).has(SEPARATOR))
                .map(Protocol::word)
                .toList();
    }

    private static List<Node> pairs(Node node) {
        if (node instanceof Node.Items pairs) {
            return pairs.items();
        }
        throw node.mistake(PAIRS + ", not " + node.kind());
    }

    private static Accounts.Pair pair(Node node) {
        if (node instanceof Node.Items pair && pair.items().size() == 2) {
            return new Accounts.Pair(
                    pair.items().get(0).visibleText(), pair.items().get(1).text());
        }
        throw node.mistake(PAIRS);
    }

    /** With a separator in it, nobody could tell where a name ends; without credentials the plain account is asked for. */
    private static void requireNone(String separator, List<Accounts.Pair> pairs, Node place) {
        for (Accounts.Pair pair : pairs) {
            if (pair.user().contains(separator) || pair.password().contains(separator)) {
                throw place.mistake("the separator \"" + separator + "\" stands in the account " + pair.user() + ", "
                        + pair.password() + ", which nobody can log in to then; name others under credentials");
            }
        }
    }
}
