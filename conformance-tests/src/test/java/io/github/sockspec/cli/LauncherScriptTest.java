package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code sockspec}, in a project of its own, with a Maven and a Java that only say what they were asked. */
class LauncherScriptTest {
    private final Path home;
    private final Path tools;

    LauncherScriptTest(@TempDir Path directory) {
        this.home = directory.resolve("a project");
        this.tools = directory.resolve("tools");
    }

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(home.resolve("conformance-tests/src/main"));
        Files.createDirectories(home.resolve("fixtures"));
        Files.createDirectories(tools.resolve("system"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("conformance-tests/pom.xml"), "<project/>");
        Files.copy(
                Path.of(System.getProperty("sockspec.home", ".")).resolve("sockspec"),
                home.resolve("sockspec"),
                StandardCopyOption.COPY_ATTRIBUTES);
        tool("mvn", "echo built >>'" + home + "/builds'; : >'" + home + "/conformance-tests/target/sockspec.jar'");
        java("17.0.1");
    }

    @Test
    void firstUse_buildsAndPassesArgumentsOn() throws Exception {
        Said said = sockspec("run", "--only", "a b", "it's", "");

        assertEquals(0, said.status(), said.err());
        assertTrue(said.err().contains("building"), said.err());
        assertTrue(said.out().endsWith("<run><--only><a b><it's><>\n"), said.out());
    }

    @Test
    void secondUse_buildsNothing() throws Exception {
        sockspec("list");

        Said said = sockspec("list");

        assertEquals("", said.err());
        assertEquals(1, builds());
    }

    @Test
    void newerSource_buildsAgain() throws Exception {
        sockspec("list");
        Path source = Files.writeString(home.resolve("conformance-tests/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        sockspec("list");

        assertEquals(2, builds());
    }

    @Test
    void throughLinks_findsItsOwnDirectory() throws Exception {
        Path far = Files.createDirectories(home.resolveSibling("elsewhere/deep"));
        Files.createSymbolicLink(far.resolve("one"), home.resolve("sockspec"));
        Files.createSymbolicLink(far.resolve("two"), Path.of("one"));

        Said said = said(far, List.of(far.resolve("two").toString(), "list"));

        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains(home.toRealPath() + "/conformance-tests/target/sockspec.jar"), said.out());
    }

    @Test
    void failedBuild_saysSoAndIsTriedAgain() throws Exception {
        tool("mvn", "echo 'the compiler complains'; exit 1");

        Said said = sockspec("list");

        assertEquals(5, said.status());
        assertTrue(said.err().contains("the compiler complains"), said.err());
        assertTrue(said.err().contains("sockspec: the build failed"), said.err());
        assertFalse(Files.exists(home.resolve("conformance-tests/target/sockspec.built")));
    }

    @Test
    void oldJava_saysSo() throws Exception {
        java("11.0.2");

        Said said = sockspec("list");

        assertEquals(5, said.status());
        assertTrue(said.err().contains("Java 17 or newer is needed"), said.err());
    }

    @Test
    void noMaven_saysSo() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Said said = sockspec("list");

        assertEquals(5, said.status());
        assertTrue(said.err().contains("mvn is missing"), said.err());
    }

    private void java(String release) throws IOException {
        tool("java", """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2021-10-19' >&2; exit 0; fi
                for word; do printf '<%%s>' "$word"; done; echo
                """.formatted(release));
    }

    private void tool(String name, String body) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private long builds() throws IOException {
        return Files.readString(home.resolve("builds")).lines().count();
    }

    private Said sockspec(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("sockspec").toString()));
        command.addAll(List.of(args));
        return said(home, command);
    }

    /** Carried out with the stand-in tools before, and no Maven behind, the system's own. */
    private Said said(Path directory, List<String> command) throws Exception {
        Path err = Files.createTempFile(tools, "said", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools + ":" + systemTools());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }

    /** A directory with the few commands the script needs, so that a Maven of the system's isn't found. */
    private Path systemTools() throws IOException {
        for (String name : List.of(
                "dirname", "readlink", "find", "head", "mktemp", "mkdir", "mv", "rm", "cat", "sed", "stat", "flock")) {
            for (String place : List.of("/bin/", "/usr/bin/")) {
                if (Files.exists(Path.of(place + name))) {
                    tool("system/" + name, "exec " + place + name + " \"$@\"");
                }
            }
        }
        return tools.resolve("system");
    }
}
