package io.github.sockspec.suite;

import io.github.sockspec.spec.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every case there is: those of each protocol's {@code fixtures/protocols/…/cases.yaml}, on the class path. */
public final class Catalogue {
    private Catalogue() {}

    /** The cases, read when they are first asked for. */
    private static final class Read {
        private static final List<Case> CASES = Arrays.stream(Protocol.values())
                .flatMap(Catalogue::read)
                .sorted(Comparator.comparing(Case::clause).thenComparing(Case::id))
                .toList();
    }

    /** All cases, by clause and name. */
    public static List<Case> all() {
        return Read.CASES;
    }

    private static Stream<Case> read(Protocol protocol) {
        String file = "fixtures/protocols/" + protocol.word() + "/cases.yaml";
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/" + file)) {
            if (yaml == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return CaseFile.read(protocol, Path.of(file), new String(yaml.readAllBytes(), StandardCharsets.UTF_8))
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
