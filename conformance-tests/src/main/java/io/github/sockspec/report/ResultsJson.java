package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sockspec.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@code results.json}: what other programs rely on. Its fields are those of {@link RecordedResults}. */
public final class ResultsJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            // A later release may add fields; what this one knows stays readable.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Bytes.class, InHexadecimal.class)
            .build();

    private ResultsJson() {}

    /** How bytes are written. */
    private abstract static class InHexadecimal {
        @JsonValue
        abstract String toHex();

        @JsonCreator
        static Bytes hex(String digits) {
            return Bytes.hex(digits);
        }
    }

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(RecordedResults results, Path file) {
        byte[] json;
        try {
            json = JSON.writeValueAsBytes(results);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the results can't be written as JSON", impossible);
        }
        ReportFile.write(file, out -> out.write(json));
    }

    /**
     * Reads what {@link #write} wrote, also with a release that writes more fields.
     *
     * @throws IllegalArgumentException when it isn't there or isn't such a file; the message says which and why
     */
    public static RecordedResults read(Path file) {
        try {
            RecordedResults results = JSON.readValue(Files.readAllBytes(file), RecordedResults.class);
            if (results == null) {
                throw new IllegalArgumentException(file + ": not a results.json: it says null");
            }
            if (results.schema() != 1) {
                throw new IllegalArgumentException(
                        file + ": schema is " + results.schema() + "; this release reads schema 1");
            }
            return results;
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(file + ": there is no such file", missing);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(file + ": not a results.json: " + wrong.getOriginalMessage(), wrong);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " can't be read", unreadable);
        }
    }
}
