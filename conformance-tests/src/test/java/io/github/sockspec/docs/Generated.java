package io.github.sockspec.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that is made from the code and checked in, so that it can be read without building anything. */
public final class Generated {
    public static final Path HOME = Path.of(System.getProperty("sockspec.home", ".."));

    private Generated() {}

    /** Requires the checked-in {@code file} to say {@code text}; writes it instead with {@code -Dsockspec.write=true}. */
    public static void requireCurrent(String file, String text) throws IOException {
        Path document = HOME.resolve(file);
        if (Boolean.getBoolean("sockspec.write")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, text);
        }
        String current = Files.exists(document) ? Files.readString(document) : "";
        assertEquals(
                text,
                current,
                () -> file + " is not what the code says now; write it anew with"
                        + " mvn test -pl conformance-tests -am -Dtest='ManPageTest,ManifestSchemaTest,ManifestReferenceTest,ClauseTablesTest'"
                        + " -Dsockspec.write=true");
    }
}
