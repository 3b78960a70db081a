package io.github.sockspec.run;

import io.github.sockspec.spec.ExecDialect;
import io.github.sockspec.spec.LoginDialect;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Implementation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a client and a server speak of the same things at all. */
final class Understanding {
    private Understanding() {}

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
        return same(client, server) ? Optional.empty() : Optional.of("they claim different dialects");
    }

    private static boolean same(Implementation client, Implementation server) {
        if (client.dialect() instanceof ExecDialect mine && server.dialect() instanceof ExecDialect theirs) {
            return mine.request().equals(theirs.request())
                    && mine.reply().equals(theirs.reply())
                    && mine.acknowledge().equals(theirs.acknowledge());
        }
        if (client.dialect() instanceof LoginDialect mine && server.dialect() instanceof LoginDialect theirs) {
            return mine.request().equals(theirs.request())
                    && mine.separator().equals(theirs.separator())
                    && mine.success().equals(theirs.success())
                    && mine.fail().equals(theirs.fail());
        }
        return true;
    }

    /** The conversation that shows most: with characters of several bytes where the client can print them. */
    static String script(Implementation client) {
        if (client.dialect() instanceof ExecDialect exec) {
            return exec.output().equals(StandardCharsets.UTF_8) ? "multibyte-marked" : "two-marked";
        }
        return client.protocol().word().equals("login") ? "again" : "hello-chen";
    }
}
