package io.github.sockspec.target;

import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import java.util.List;

/** What the reference client's command line takes, with the placeholders of a manifest. */
final class ReferenceWords {
    private static final String SERVER = "{host}:{port}";

    private ReferenceWords() {}

    static List<String> of(Protocol protocol, Role role, Dialect dialect) {
        return switch (protocol.word()) {
            case "login" -> List.of("login", SERVER);
            case "exec" -> decodes(dialect) ? List.of("exec", SERVER, "--charset", "GBK") : List.of("exec", SERVER);
            // A short interval: three unanswered questions must not hold up a run for seconds.
            case "hello" -> List.of("hello", SERVER, "--interval", "0.3");
            default -> role == Role.TOOL ? List.of("md5", "{file}") : List.of("digest", SERVER, "{file}");
        };
    }

    private static boolean decodes(Dialect dialect) {
        return !dialect.is("output", "utf-8");
    }
}
