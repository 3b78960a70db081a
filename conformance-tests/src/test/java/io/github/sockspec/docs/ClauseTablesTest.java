package io.github.sockspec.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of clauses in PROTOCOL.md are those of the clauses' own files. */
class ClauseTablesTest {
    @Test
    void protocolText_saysWhatTheClausesFilesSay() throws IOException {
        String text = Files.readString(Generated.HOME.resolve("PROTOCOL.md"));
        for (Protocol protocol : Protocol.withClauses()) {
            String file = "fixtures/protocols/" + protocol.word() + "/clauses.yaml";
            String start = "<!-- Made from " + file + " by a test; edit that. -->\n";
            String end = "<!-- The end of the clauses of " + protocol.word() + ". -->";
            int from = text.indexOf(start) + start.length();
            text = text.substring(0, from) + table(file) + text.substring(text.indexOf(end, from));
        }
        Generated.requireCurrent("PROTOCOL.md", text);
    }

    private static String table(String file) throws IOException {
        StringBuilder table = new StringBuilder("\n| id | level | grade | requirement |\n| --- | --- | --- | --- |\n");
        JsonNode clauses = new YAMLMapper().readTree(Files.readString(Generated.HOME.resolve(file)));
        for (Map.Entry<String, JsonNode> each : clauses.properties()) {
            JsonNode clause = each.getValue();
            table.append("| ")
                    .append(each.getKey())
                    .append(" | ")
                    .append(clause.path("level").asText())
                    .append(" | ")
                    .append(clause.path("grade").asText())
                    .append(" | ")
                    .append(clause.path("sentence").asText().replace("|", "\\|"))
                    .append(" |\n");
        }
        return table.append('\n').toString();
    }
}
