package io.github.sockspec.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.ClassPath;
import io.github.sockspec.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversation files under {@code fixtures/conversations/}, each read once. Thread-safe. */
public final class Scripts {
    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build()
            .readerFor(Script.class);

    private static final Map<String, Script> READ = new ConcurrentHashMap<>();

    private Scripts() {}

    /**
     * The conversation {@code name} of {@code protocol}.
     *
     * @throws IllegalArgumentException when there is no such file or it breaks the schema; the message names the file,
     *     the line and what was expected
     */
    public static Script of(Protocol protocol, String name) {
        String path = "fixtures/conversations/" + protocol.word() + "/" + name + ".yaml";
        return READ.computeIfAbsent(path, Scripts::load);
    }

    private static Script load(String path) {
        Bytes file = ClassPath.file(path)
                .orElseThrow(() -> new IllegalArgumentException(path + ": no such conversation file"));
        return read(path, file.decode(StandardCharsets.UTF_8));
    }

    /**
     * Reads one conversation.
     *
     * @param file its name, for messages
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Script read(String file, String yaml) {
        try {
            return YAML.readValue(yaml);
        } catch (JsonProcessingException wrong) {
            String line = wrong.getLocation() == null
                    ? ""
                    : String.format(Locale.ROOT, "%d: ", wrong.getLocation().getLineNr());
            throw new IllegalArgumentException(file + ":" + line + wrong.getOriginalMessage(), wrong);
        }
    }
}
