package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.docs.Generated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** The source of the manual pages says what the commands say of themselves. */
class ManPageTest {
    private static final Path PAGES = Generated.HOME.resolve("docs/man");

    @Test
    void manPages_sayWhatTheCommandsSay(@TempDir Path directory) throws IOException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine sockspec = Main.commandLine(new Terminal(nowhere, nowhere, Terminal.Kind.PIPE));
        assertEquals(
                0,
                ManPageGenerator.generateManPage(
                        directory.toFile(), null, new boolean[0], true, sockspec.getCommandSpec()));

        Set<String> pages = names(directory);
        for (String page : pages) {
            Generated.requireCurrent("docs/man/" + page, page(directory.resolve(page)));
        }
        assertEquals(pages, names(PAGES), "no page is left of a command that is gone");
    }

    /** One end of line everywhere, and none of the generator's trailing blanks. */
    private static String page(Path file) throws IOException {
        return Files.readString(file).lines().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n";
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
