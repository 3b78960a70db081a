package io.github.sockspec.action;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.docs.Generated;
import io.github.sockspec.docs.Sockspec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflows' own steps. */
class WorkflowScriptsTest {
    private static final Path SCRIPTS =
            Generated.HOME.resolve(".github/scripts").toAbsolutePath().normalize();

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path directory;

    @Test
    void mergeShards_partsOfOneRun_areOneReport() throws Exception {
        Path sockspec = Sockspec.command(directory);
        environment.put("SOCKSPEC", sockspec.toString());
        Path program = Generated.HOME
                .resolve("fixtures/implementations/correct/correct-login.yaml")
                .toAbsolutePath()
                .normalize();
        for (String part : List.of("1", "2")) {
            Sockspec.Outcome ran = run(
                    sockspec,
                    Stream.of(
                            "run",
                            "--quiet",
                            "--only",
                            "LOGIN-1",
                            "--only",
                            "LOGIN-2",
                            "-i",
                            program,
                            "--shard",
                            part + "/2",
                            "--out",
                            "shards/" + part));
            assertEquals(0, ran.status(), ran::said);
        }

        Sockspec.Outcome merged = run(SCRIPTS.resolve("merge-shards.sh"), Stream.of("shards", "site"));

        assertAll(
                () -> assertEquals(0, merged.status(), merged::said),
                () -> assertTrue(
                        Files.readString(directory.resolve("site/summary.md")).startsWith("# sockspec: HOLDS")),
                () -> assertTrue(Files.exists(directory.resolve("site/index.html"))));
    }

    @Test
    void mergeShards_nothingThere_fails() throws Exception {
        Files.createDirectory(directory.resolve("shards"));

        assertEquals(
                5,
                run(SCRIPTS.resolve("merge-shards.sh"), Stream.of("shards", "site"))
                        .status());
    }

    @Test
    void releaseVersion_tagThatIsNone_isRefused() throws Exception {
        Sockspec.Outcome outcome = run(SCRIPTS.resolve("release-version.sh"), Stream.of("v1"));

        assertEquals(new Sockspec.Outcome(2, "v1: a release is called v1.2.3\n"), outcome);
    }

    @Test
    void releaseVersion_anotherThanTheProjects_isRefused() throws Exception {
        Sockspec.Outcome outcome = run(SCRIPTS.resolve("release-version.sh"), Stream.of("v99.0.0"));

        assertAll(
                () -> assertEquals(2, outcome.status()),
                () -> assertTrue(outcome.said().startsWith("v99.0.0: the project's version is "), outcome::said));
    }

    /** The engine is a stand-in that says what it was asked: nothing is pushed from here. */
    @Test
    void releaseImage_buildsPushesAndTellsTheDigest() throws Exception {
        Path docker = Files.writeString(directory.resolve("docker"), """
                #!/bin/sh
                echo "docker $*" >>asked
                case $1 in
                  login) cat >token ;;
                  image) echo ghcr.io/owner/sockspec/reference@sha256:abc ;;
                esac
                """.replace(
                        "asked", directory.resolve("asked").toString())
                .replace("token", directory.resolve("token").toString()));
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", directory + ":" + System.getenv("PATH"));
        environment.put("IMAGE", "ghcr.io/Owner/sockspec/reference");
        environment.put("USER", "owner");
        environment.put("TOKEN", "a secret");
        environment.put("GITHUB_OUTPUT", directory.resolve("outputs").toString());

        Sockspec.Outcome outcome = run(SCRIPTS.resolve("release-image.sh"), Stream.of("v1.2.3"));

        String asked = Files.readString(directory.resolve("asked"));
        assertAll(
                () -> assertEquals(0, outcome.status(), outcome::said),
                () -> assertTrue(asked.contains("push ghcr.io/owner/sockspec/reference:v1.2.3"), asked),
                () -> assertTrue(!asked.contains("a secret") && !outcome.said().contains("a secret"), asked),
                () -> assertEquals("a secret", Files.readString(directory.resolve("token"))),
                () -> assertEquals(
                        "name=ghcr.io/owner/sockspec/reference\ndigest=sha256:abc\n",
                        Files.readString(directory.resolve("outputs"))));
    }

    private Sockspec.Outcome run(Path script, Stream<Object> arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of(script), arguments).map(String::valueOf).toList();
        ProcessBuilder step = new ProcessBuilder(command).directory(directory.toFile());
        step.environment().putAll(environment);
        return Sockspec.outcome(step, directory);
    }
}
