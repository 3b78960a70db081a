package io.github.sockspec.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BesideTest {
    private final Path directory;
    private final AdjacentFiles beside;

    BesideTest(@TempDir Path outer) {
        directory = outer.resolve("out");
        beside = new AdjacentFiles(directory);
    }

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(directory.resolve("repro"));
        Files.writeString(directory.resolve("repro/a b.py"), "print()\n");
        Files.writeString(directory.resolveSibling("secret"), "not for a page");
        Files.createSymbolicLink(directory.resolve("link"), directory.resolveSibling("secret"));
    }

    @Test
    void text_fileBelow_isRead() {
        assertEquals(Optional.of("print()\n"), beside.text("repro/a b.py"));
        assertEquals(Optional.of("repro/a%20b.py"), beside.link("repro/a b.py"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "none", "repro", "../secret", "repro/../../secret", "link", "a\0b", "javascript:alert(1)"})
    void text_anythingElse_isNotThere(String name) {
        assertEquals(Optional.empty(), beside.text(name));
        assertEquals(Optional.empty(), beside.link(name));
    }

    @Test
    void text_hugeFile_isOnlyLinked() throws IOException {
        Files.writeString(directory.resolve("huge"), "#".repeat(100_000));

        assertEquals(Optional.empty(), beside.text("huge"));
        assertEquals(Optional.of("huge"), beside.link("huge"));
    }
}
