package io.github.sockspec.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reference of manifests, made from the schema that editors use and that a test holds to what the loader takes. */
final class ManifestReference {
    private final JsonNode schema;
    private final StringBuilder text = new StringBuilder();

    private ManifestReference(JsonNode schema) {
        this.schema = schema;
    }

    static String of(JsonNode schema) {
        ManifestReference reference = new ManifestReference(schema);
        reference.head();
        reference.table("Manifest", "", schema);
        reference.table("start", "start", schema.at("/$defs/start"));
        reference.table("protocol, where it is written down", "protocol", schema.at("/$defs/protocol"));
        reference.table("One of the conversations", "", schema.at("/$defs/conversation"));
        reference.table("One of the turns", "", schema.at("/$defs/turn"));
        reference.table("A part that is said or heard", "", schema.at("/$defs/keyed"));
        for (String protocol : List.of("login", "exec", "hello")) {
            reference.table("dialect, for " + protocol, "dialect", schema.at("/$defs/" + protocol));
        }
        return reference.text.toString();
    }

    private void head() {
        text.append("""
                # Manifests

                <!-- Made from manifest.schema.json by a test; edit that. -->

                A manifest tells sockspec how a program is started and in which details it differs from the reference dialect. Every key
                is checked: a wrong one is named with its line, and with the keys there are.

                An editor that knows JSON Schema completes and checks a manifest with this first line, which names
                [the schema](../conformance-tests/src/main/resources/io/github/sockspec/manifest/manifest.schema.json) by a path from the
                manifest:

                ```yaml
                # yaml-language-server: $schema=path/to/manifest.schema.json
                ```

                """);
    }

    private void table(String title, String prefix, JsonNode object) {
        text.append("## ").append(title).append("\n\n");
        String description = object.path("description").asText();
        if (!description.isEmpty()) {
            text.append(description).append("\n\n");
        }
        text.append("| key | value | meaning |\n| --- | --- | --- |\n");
        rows(prefix, object);
        text.append('\n');
    }

    private void rows(String prefix, JsonNode object) {
        List<String> required = new ArrayList<>();
        object.path("required").forEach(key -> required.add(key.asText()));
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            JsonNode value = resolved(property.getValue());
            String name = prefix.isEmpty() ? property.getKey() : prefix + "." + property.getKey();
            row(name, value, required.contains(property.getKey()) ? " (required)" : "");
            if (!prefix.isEmpty()) {
                rows(name, value);
            }
        }
    }

    private void row(String name, JsonNode value, String required) {
        text.append("| `")
                .append(name)
                .append('`')
                .append(required)
                .append(" | ")
                .append(kind(value));
        text.append(" | ")
                .append(value.path("description").asText().replace("|", "\\|"))
                .append(" |\n");
    }

    private JsonNode resolved(JsonNode property) {
        String pointer = property.path("$ref").asText();
        return pointer.isEmpty() || property.has("description") ? property : schema.at(pointer.substring(1));
    }

    private static String kind(JsonNode value) {
        if (value.has("enum")) {
            List<String> words = new ArrayList<>();
            value.get("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return String.join(" ", words);
        }
        if (value.has("anyOf")) {
            return kind(value.get("anyOf").get(0)) + ", or a path, or a section";
        }
        if (value.has("$ref")) {
            return value.get("$ref").asText().endsWith("parts") ? "part or list" : "part";
        }
        return switch (value.path("type").asText()) {
            case "array" -> "list";
            case "object" -> "section";
            case "integer" -> "number" + range(value);
            case "boolean" -> "`true` `false`";
            default -> "text";
        };
    }

    private static String range(JsonNode value) {
        return value.has("minimum") && value.has("maximum")
                ? ", " + value.get("minimum").asText() + " to "
                        + value.get("maximum").asText()
                : "";
    }
}
