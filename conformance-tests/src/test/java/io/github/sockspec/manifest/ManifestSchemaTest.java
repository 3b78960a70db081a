package io.github.sockspec.manifest;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.docs.Generated;
import io.github.sockspec.program.Fixtures;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use and the loader know the same keys. */
class ManifestSchemaTest {
    private static final JsonNode SCHEMA = schema();

    private static JsonNode schema() {
        try (InputStream stream = Manifests.class.getResourceAsStream("manifest.schema.json")) {
            return new ObjectMapper().readTree(requireNonNull(stream));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("/properties", Manifests.KEYS),
                Arguments.of("/$defs/start/properties", StartSection.KEYS),
                Arguments.of("/$defs/start/properties/files/additionalProperties/enum", Fixtures.NAMES),
                Arguments.of(
                        "/properties/protocol/anyOf/0/enum",
                        Protocol.all().stream().map(Protocol::word).toList()),
                Arguments.of("/properties/role/enum", words(Role.values())),
                Arguments.of("/$defs/protocol/properties", ProtocolSection.KEYS),
                Arguments.of("/$defs/conversation/properties", ProtocolSection.CONVERSATION),
                Arguments.of("/$defs/turn/properties", ProtocolSection.TURN),
                Arguments.of("/$defs/keyed/properties", PartReader.keys()),
                Arguments.of("/$defs/keyed/properties/sized/enum", PartReader.SIZES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void schema_section_hasTheLoadersWords(String path, Collection<String> words) {
        Set<String> inSchema = new HashSet<>();
        JsonNode section = SCHEMA.at(path);
        section.fieldNames().forEachRemaining(inSchema::add);
        section.forEach(value -> {
            if (value.isTextual()) {
                inSchema.add(value.textValue());
            }
        });

        assertEquals(new HashSet<>(words), inSchema);
    }

    /** The dialects' part of the schema is made from the files that the loader reads. */
    @Test
    void schema_ofDialects_saysWhatTheirFilesSay() throws IOException {
        ObjectNode schema = SCHEMA.deepCopy();
        for (Protocol protocol : Protocol.all()) {
            ObjectNode section = (ObjectNode) schema.at("/$defs/" + protocol.word());
            section.set("properties", properties(protocol));
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines);

        Generated.requireCurrent(
                "conformance-tests/src/main/resources/io/github/sockspec/manifest/manifest.schema.json",
                new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n");
    }

    private static ObjectNode properties(Protocol protocol) throws IOException {
        Path file = Generated.HOME.resolve("fixtures/protocols/" + protocol.word() + "/dialect.yaml");
        ObjectNode made = new ObjectMapper().createObjectNode();
        JsonNode dialect = new YAMLMapper().readTree(Files.readString(file));
        dialect.properties().forEach(key -> {
            String[] path = key.getKey().split("[.]", -1);
            ObjectNode place = path.length == 1 ? made : (ObjectNode) made.at("/" + path[0] + "/properties");
            place.set(path[path.length - 1], property(key.getValue()));
        });
        return made;
    }

    private static ObjectNode property(JsonNode key) {
        ObjectNode property = new ObjectMapper().createObjectNode();
        property.set("description", key.get("about"));
        if (key.has("words")) {
            property.set("enum", key.get("words"));
        } else if (key.has("number")) {
            property.put("type", "integer");
            property.set("minimum", key.at("/number/0"));
            property.set("maximum", key.at("/number/1"));
        } else if (key.has("text")) {
            property.put("type", "string");
            if (key.get("text").asText().equals("some")) {
                property.put("minLength", 1);
            }
        } else {
            property.put("type", "object").put("additionalProperties", false).putObject("properties");
        }
        return property;
    }

    @Test
    void schema_everyProperty_isDescribed() {
        SCHEMA.findValues("properties").forEach(properties -> properties
                .properties()
                .forEach(property -> assertTrue(
                        property.getValue().has("description")
                                || property.getValue().has("$ref")
                                || property.getValue().has("const"),
                        property.getKey())));
    }

    private static Set<String> words(Enum<?>... values) {
        Set<String> words = new HashSet<>();
        Arrays.stream(values)
                .forEach(
                        value -> words.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return words;
    }
}
