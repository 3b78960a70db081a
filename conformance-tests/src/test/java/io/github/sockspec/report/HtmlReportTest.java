package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.web.HtmlReport;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as text; {@code BrowserTest} looks at it as a reader does. */
class HtmlReportTest {
    private final Path directory;

    HtmlReportTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void write_hostileProgram_addsNoMarkup() throws IOException {
        String page = page(Sample.results(
                ExitStatus.BROKEN,
                Sample.run(Sample.program(Sample.HOSTILE), Sample.fail(Sample.HOSTILE + "\u0000", Sample.CUT))));

        assertEquals(1, page.split("<script", -1).length - 1);
        assertEquals(1, page.split("</script", -1).length - 1);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    }

    @Test
    void write_hostileProgram_leavesNoCharacterThatHides() throws IOException {
        String page = page(Sample.results(
                ExitStatus.BROKEN,
                Sample.run(Sample.program(Sample.HOSTILE), Sample.fail(Sample.HOSTILE + "\u0000", Sample.CUT))));

        String harmless = page.replace("\n", "");
        assertEquals(SafeText.line(harmless), harmless);
        assertTrue(page.contains("\\u{202e}"), page);
    }

    @Test
    void write_anyRun_fetchesNothing() throws IOException {
        String page = page(Sample.broken());

        assertFalse(Pattern.compile("\\ssrc=|url\\(|@import|https?:|<link|<iframe|<img|<object")
                .matcher(page)
                .find());
        assertTrue(page.contains("content=\"default-src &#39;none&#39;; "), page);
    }

    @Test
    void write_policy_namesTheScriptAndStyleThatAreThere() throws Exception {
        String page = page(Sample.broken());

        for (String element : new String[] {"script", "style"}) {
            Matcher content = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                    .matcher(page);
            assertTrue(content.find());
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
            String allowed = element + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
            assertTrue(page.replace("&#39;", "'").replace("&#x3D;", "=").contains(allowed), allowed);
        }
    }

    @Test
    void write_file_isReadableByOthers() throws IOException {
        page(Sample.broken());

        assertTrue(Files.getPosixFilePermissions(directory.resolve("index.html"))
                .contains(PosixFilePermission.OTHERS_READ));
    }

    private String page(Results results) throws IOException {
        Path file = directory.resolve("index.html");
        HtmlReport.write(Recording.of(results), file);
        return Files.readString(file);
    }
}
