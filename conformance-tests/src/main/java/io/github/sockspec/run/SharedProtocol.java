package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Role;
import java.util.Optional;

/** Whether a client and a server speak of the same things at all. */
final class SharedProtocol {
    private SharedProtocol() {}

    /** Why they don't, in words; empty when they do. */
    static Optional<String> between(Implementation client, Implementation server) {
        if (client.role() != Role.CLIENT || server.role() != Role.SERVER) {
            return Optional.of("a pair is a client and a server");
        }
        if (!client.protocol().equals(server.protocol())) {
            return Optional.of("one speaks " + client.protocol().word() + ", the other "
                    + server.protocol().word());
        }
        if (client.protocol().datagrams()) {
            return Optional.of("datagrams can't be cut, so there is nothing for this relay to do");
        }
        return client.dialect().pairsWith(server.dialect())
                ? Optional.empty()
                : Optional.of("they claim different dialects");
    }

    /** The conversation that shows most: with characters of several bytes where the client can print them. */
    static String script(Implementation client) {
        return client.protocol().programs().pair().of(client.dialect().values());
    }
}
