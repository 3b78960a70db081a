package io.github.sockspec.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README has its readers copy does what it says. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    private Path directory;

    @Test
    void judgeYourOwnServer_copiedIntoAShell_findsWhatTheTextSays() throws Exception {
        String readme = Files.readString(Generated.HOME.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Judge your own server in 60 seconds"));
        int from = section.indexOf("```sh\n") + "```sh\n".length();
        String script = section.substring(from, section.indexOf("```\n", from))
                .replace("/tmp/mine", directory.resolve("mine").toString())
                .replace("./sockspec", Sockspec.command(directory).toString());

        Sockspec.Outcome outcome =
                Sockspec.outcome(new ProcessBuilder("bash", "-euc", script).directory(directory.toFile()), directory);

        assertAll(
                () -> assertEquals(1, outcome.status(), outcome::said),
                () -> assertTrue(outcome.said().contains("LOGIN-3"), outcome::said),
                () -> assertTrue(outcome.said().contains("LOGIN-4"), outcome::said));
    }

    @Test
    void documents_theirLinks_leadSomewhere() throws IOException {
        try (Stream<Path> top = Files.list(Generated.HOME);
                Stream<Path> docs = Files.list(Generated.HOME.resolve("docs"))) {
            List<Path> documents = Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            assertAll(documents.stream().map(document -> () -> links(document)));
        }
    }

    private static void links(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            Path to = document.resolveSibling(link.group(1));
            assertTrue(Files.exists(to), () -> document + " links to " + link.group(1) + ", which is not there");
        }
    }
}
