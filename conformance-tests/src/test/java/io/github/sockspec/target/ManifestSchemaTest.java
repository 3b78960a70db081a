package io.github.sockspec.target;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sockspec.spec.BodyRule;
import io.github.sockspec.spec.IntegerFormat;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import java.io.IOException;
import java.io.InputStream;
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
                Arguments.of("/$defs/request/properties", DialectSection.REQUEST),
                Arguments.of("/$defs/login/properties", DialectSection.LOGIN),
                Arguments.of("/$defs/hello/properties", DialectSection.HELLO),
                Arguments.of("/$defs/exec/properties", ExecSection.KEYS),
                Arguments.of("/$defs/exec/properties/reply/properties", ExecSection.REPLY),
                Arguments.of("/properties/protocol/enum", Protocol.all().stream().map(Protocol::word).toList()),
                Arguments.of("/properties/role/enum", words(Role.values())),
                Arguments.of("/$defs/exec/properties/body/enum", words(BodyRule.values())),
                Arguments.of("/$defs/exec/properties/reply/properties/integer/enum", words(IntegerFormat.values())));
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
