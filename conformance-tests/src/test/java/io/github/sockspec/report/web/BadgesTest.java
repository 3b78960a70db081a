package io.github.sockspec.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class BadgesTest {
    private final Path directory;

    BadgesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void write_oneProgram_drawsEachGrade() throws Exception {
        List<Path> files = Badges.write(results(seen("LOGIN-3", "fail"), seen("LOGIN-4", "pass")), directory);

        assertEquals(
                List.of("interoperates.svg", "robust.svg", "survives.svg", "bounded.svg"),
                files.stream()
                        .map(file -> directory.relativize(file).toString())
                        .toList());
        assertEquals("robust: 1/2", title(files.get(1)));
        assertEquals("bounded: not judged", title(files.get(3)));
    }

    @Test
    void write_mustThatFails_isColouredBad() throws IOException {
        assertTrue(robust(seen("LOGIN-3", "fail")).contains("<rect class=\"bad\""));
    }

    @Test
    void write_shouldThatFails_isColouredDoubtful() throws IOException {
        assertTrue(robust(seen("LOGIN-11", "warn"), seen("LOGIN-3", "pass")).contains("<rect class=\"doubtful\""));
    }

    @Test
    void write_mustThatIsUndecided_isNotColouredGood() throws IOException {
        assertTrue(robust(seen("LOGIN-3", "inconclusive")).contains("<rect class=\"bad\""));
    }

    @Test
    void write_severalPrograms_givesEachADirectory() throws IOException {
        Badges.write(
                Recorded.results(
                        Recorded.run("../A b", seen("LOGIN-3", "pass")),
                        Recorded.run("a-b", seen("LOGIN-3", "pass")),
                        Recorded.run("名", seen("LOGIN-3", "pass"))),
                directory);

        try (Stream<Path> places = Files.list(directory)) {
            assertEquals(
                    List.of("a-b", "a-b-2", "program"),
                    places.map(place -> place.getFileName().toString()).sorted().toList());
        }
    }

    private String robust(RecordedCase... cases) throws IOException {
        Badges.write(results(cases), directory);
        return Files.readString(directory.resolve("robust.svg"));
    }

    private static RecordedCase seen(String clause, String verdict) {
        return new Recorded.Case(clause, verdict).seen();
    }

    private static RecordedResults results(RecordedCase... cases) {
        return Recorded.results(Recorded.run("mine", cases));
    }

    private static String title(Path svg) throws Exception {
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        return read.getElementsByTagName("title").item(0).getTextContent();
    }
}
