package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Role;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a client and a server speak of the same things at all. */
final class SharedProtocol {
    /** The keys on which both must agree; the others are either side's own affair. */
    private static final Pattern ON_THE_WIRE = Pattern.compile("(request|reply)\\..*|separator|success|fail");

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
        return same(client, server) ? Optional.empty() : Optional.of("they claim different dialects");
    }

    private static boolean same(Implementation client, Implementation server) {
        Map<String, String> theirs = server.dialect().values();
        return client.dialect().values().entrySet().stream()
                .filter(mine -> ON_THE_WIRE.matcher(mine.getKey()).matches())
                .allMatch(mine -> mine.getValue().equals(theirs.get(mine.getKey())));
    }

    /** The conversation that shows most: with characters of several bytes where the client can print them. */
    static String script(Implementation client) {
        if (client.dialect().has("output")) {
            return client.dialect().is("output", "utf-8") ? "multibyte-marked" : "two-marked";
        }
        return client.protocol().word().equals("login") ? "again" : "hello-chen";
    }
}
