package io.github.sockspec.program;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Conversations;
import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.util.List;
import java.util.Map;

/**
 * A program to judge, as its manifest describes it.
 *
 * @param name what reports call it
 * @param protocol what it speaks
 * @param role on which side
 * @param start how it is had
 * @param dialect where it differs from the reference
 * @param stdin a client's input, a line for each prompt
 * @param conversations what can be said to it, or by it
 * @param skip clauses not to judge, each with the reason
 */
public record Implementation(
        String name,
        Protocol protocol,
        Role role,
        Start start,
        Dialect dialect,
        List<String> stdin,
        Conversations conversations,
        Map<Clause, String> skip) {

    public Implementation {
        stdin = List.copyOf(stdin);
        skip = Map.copyOf(skip);
    }

    /** Whom a server knows, where its protocol has accounts. */
    public Accounts accounts() {
        return conversations.accounts();
    }

    /** The reference implementation of {@code protocol} in {@code role}, in this process. */
    public static Implementation reference(Protocol protocol, Role role) {
        return new Implementation(
                "reference-" + (role == Role.SERVER ? "server" : "client"),
                protocol,
                role,
                new Start.Reference(),
                Dialect.reference(protocol),
                List.of(),
                ScriptedConversations.in(Dialect.reference(protocol)),
                Map.of());
    }

    /** The reference server of {@code protocol} in a process of its own, for what is measured on processes. */
    public static Implementation launchedReference(Protocol protocol) {
        return new Implementation(
                "reference-server",
                protocol,
                Role.SERVER,
                ReferenceCommand.server(protocol),
                Dialect.reference(protocol),
                List.of(),
                ScriptedConversations.in(Dialect.reference(protocol)),
                Map.of());
    }
}
