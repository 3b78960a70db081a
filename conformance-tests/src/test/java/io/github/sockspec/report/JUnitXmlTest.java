package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Results;
import io.github.sockspec.verdict.Outcome;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {
    private static Document read(Results results, Path directory) throws Exception {
        Path file = directory.resolve("out/junit.xml");
        JUnitXml.write(Recording.of(results), file);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(Files.readString(file, StandardCharsets.UTF_8))));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void write_everyOutcome_isCountedForAReader(@TempDir Path directory) throws Exception {
        Element suite = read(Sample.broken(), directory).getDocumentElement();

        assertEquals("5", suite.getAttribute("tests"));
        assertEquals("2", suite.getAttribute("failures"), "what failed, and what was not shown");
        assertEquals("1", suite.getAttribute("skipped"));
    }

    @Test
    void write_hostileWords_areTextOnly(@TempDir Path directory) throws Exception {
        String hostile = "\u0000\u001b[2J\ufffe\ud800 ]]> & " + Sample.HOSTILE;
        Results results = Sample.results(
                ExitStatus.BROKEN,
                Sample.run(
                        Sample.program(hostile),
                        Sample.plain(
                                "exec/server/EXEC-5/echo@whole", Clause.required("EXEC-5"), Outcome.FAIL, hostile)));

        Element failure = (Element)
                read(results, directory).getElementsByTagName("failure").item(0);

        assertTrue(failure.getAttribute("message").contains("<script>"), failure.getAttribute("message"));
        assertTrue(failure.getAttribute("message").contains("\\x1b[2J"), failure.getAttribute("message"));
    }

    @Test
    void write_noCase_isAnEmptySuite(@TempDir Path directory) throws Exception {
        Document report = read(Sample.results(ExitStatus.NOTHING_RAN, Sample.run(Sample.course())), directory);

        assertEquals("0", report.getDocumentElement().getAttribute("tests"));
    }
}
