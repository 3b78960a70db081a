package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.run.ExitStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class HtmlReportTest {
    @Test
    void of_hostileProgram_addsNoElement() throws Exception {
        String page = HtmlReport.of(Recording.of(Sample.results(
                ExitStatus.BROKEN,
                Sample.run(Sample.program(Sample.HOSTILE), Sample.fail(Sample.HOSTILE + "\u0000", Sample.CUT)))));

        assertFalse(page.contains("<script"), page);
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertEquals(0, read.getElementsByTagName("script").getLength());
        assertTrue(read.getElementsByTagName("h2").item(0).getTextContent().contains("<script>alert(1)</script>"));
    }

    @Test
    void of_brokenRun_fetchesNothing() {
        String page = HtmlReport.of(Recording.of(Sample.broken()));

        assertTrue(page.startsWith("<!DOCTYPE html><html lang=\"en\">"), page);
        assertFalse(page.contains("src=") || page.contains("href=") || page.contains("url("), page);
    }

    @Test
    void write_file_isReadableByOthers(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("index.html");
        HtmlReport.write(Recording.of(Sample.broken()), file);

        assertTrue(
                Files.getPosixFilePermissions(file).contains(java.nio.file.attribute.PosixFilePermission.OTHERS_READ));
    }
}
