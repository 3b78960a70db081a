package io.github.sockspec.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManifestReferenceTest {
    @Test
    void manifestReference_saysWhatTheSchemaSays() throws IOException {
        String schema = "conformance-tests/src/main/resources/io/github/sockspec/manifest/manifest.schema.json";

        Generated.requireCurrent(
                "docs/manifest.md",
                ManifestReference.of(new ObjectMapper()
                        .readTree(Generated.HOME.resolve(schema).toFile())));
    }
}
