package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {
    private final Path directory;

    JUnitXmlTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void collect_failureWithControlCharacters_isValidForAReader() throws Exception {
        run(Hostile.class);
        Path target = directory.resolve("out/junit.xml");

        JUnitXml.collect(directory, target);

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(target.toFile()));
        Document report =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(target.toFile());
        assertEquals("2", report.getDocumentElement().getAttribute("tests"));
        assertEquals("1", report.getDocumentElement().getAttribute("failures"));
        Element failure = (Element) report.getElementsByTagName("failure").item(0);
        assertTrue(failure.getAttribute("message").contains("<script>"), failure.getAttribute("message"));
    }

    @Test
    void collect_nothingWritten_saysSo() {
        String message = String.valueOf(assertThrows(
                        IllegalStateException.class, () -> JUnitXml.collect(directory, directory.resolve("junit.xml")))
                .getMessage());

        assertTrue(message.startsWith("JUnit wrote no report"), message);
    }

    @Test
    void collect_cutShort_isRefused() throws Exception {
        Files.writeString(directory.resolve("TEST-junit-jupiter.xml"), "<testsuite><testcase name='a'");

        String message = String.valueOf(assertThrows(
                        IllegalStateException.class, () -> JUnitXml.collect(directory, directory.resolve("junit.xml")))
                .getMessage());

        assertTrue(message.contains("is not well-formed"), message);
        assertFalse(Files.exists(directory.resolve("junit.xml")));
    }

    private void run(Class<?> tests) {
        LauncherFactory.create()
                .execute(
                        request().selectors(selectClass(tests)).build(),
                        new LegacyXmlReportGeneratingListener(directory, new PrintWriter(Writer.nullWriter())));
    }

    /** Stands for a case whose program sent what XML can't hold. Nested and not public: only run from here. */
    static class Hostile {
        @Test
        void holds_always() {}

        @Test
        void fails_always() {
            throw new AssertionError("\u0000\u001b[2J\ufffe\ud800 ]]> & " + Sample.HOSTILE);
        }
    }
}
