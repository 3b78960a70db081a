package io.github.sockspec.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What this module promises of itself: the JDK alone, nothing of the server, short enough to be read at one go. */
class ArchitectureTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final JavaClasses CLIENT = new ClassFileImporter().importPath(MODULE.resolve("target/classes"));

    @Test
    void classes_ofTheClient_useTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.github.sockspec.client", "org.jspecify.annotations")
                .check(CLIENT);
    }

    @Test
    void classes_exceptMain_neitherExitNorUseTheStandardStreams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLIENT);
    }

    @Test
    void sources_ofTheClient_areUnderSevenHundredLines() throws IOException {
        Path sources = MODULE.resolve("src/main/java");
        long lines = 0;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertTrue(lines > 0 && lines < 700, "lines of main code: " + lines);
    }
}
