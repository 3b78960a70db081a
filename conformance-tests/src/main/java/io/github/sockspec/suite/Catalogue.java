package io.github.sockspec.suite;

import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.yaml.YamlText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every case there is: those of each protocol's {@code fixtures/protocols/…/cases.yaml}, on the class path. */
public final class Catalogue {
    private Catalogue() {}

    /** The cases, read when they are first asked for. */
    private static final class Read {
        private static final List<Case> CASES = Protocol.all().stream()
                .flatMap(Catalogue::read)
                .sorted(Comparator.comparing(Case::clause).thenComparing(Case::id))
                .toList();
    }

    /** All cases, by clause and name. */
    public static List<Case> all() {
        return Read.CASES;
    }

    private static Stream<Case> read(Protocol protocol) {
        return CaseFile.read(protocol, YamlText.resource("fixtures/protocols/" + protocol.word() + "/cases.yaml"))
                .stream();
    }
}
