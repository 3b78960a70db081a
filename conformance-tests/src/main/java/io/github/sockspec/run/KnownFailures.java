package io.github.sockspec.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file {@code known-failures.yaml}: a list of {@code {pattern, reason, contains}}, all three required. */
public record KnownFailures(List<KnownFailure> entries) {
    public static final KnownFailures NONE = new KnownFailures(List.of());

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build()
            .readerFor(new TypeReference<List<Written>>() {});

    private record Written(String pattern, String reason, String contains) {
        @SuppressWarnings("UnusedMethod") // Jackson calls it.
        Written {
            if (pattern.isBlank() || reason.isBlank() || contains.isBlank()) {
                throw new IllegalArgumentException("an empty text says nothing, or tolerates everything");
            }
        }
    }

    public KnownFailures {
        entries = List.copyOf(entries);
    }

    /**
     * Reads {@code file}.
     *
     * @throws IllegalArgumentException when it can't be read or breaks the schema: one line that names file and line
     */
    public static KnownFailures read(Path file) {
        try {
            List<Written> written = YAML.readValue(Files.readString(file));
            return new KnownFailures(written.stream()
                    .map(each -> new KnownFailure(new Glob(each.pattern()), each.reason(), each.contains()))
                    .toList());
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    file + ":"
                            + (wrong.getLocation() == null
                                    ? 1
                                    : wrong.getLocation().getLineNr()) + ": " + wrong.getOriginalMessage()
                            + "; an entry is {pattern: …, reason: …, contains: …}",
                    wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whether {@code result} is a failure that was waited for. */
    public boolean expects(CaseResult result) {
        return entries.stream().anyMatch(entry -> entry.expects(result));
    }

    /** What is wrong with the entries themselves, seen from {@code results}: those that match nothing, or that pass. */
    public List<String> complaints(List<CaseResult> results) {
        List<String> complaints = new ArrayList<>();
        for (KnownFailure entry : entries) {
            List<CaseResult> spokenOf = results.stream().filter(entry::speaksOf).toList();
            if (spokenOf.isEmpty()) {
                complaints.add("known failure " + entry.pattern() + " matches no case that ran");
            } else if (spokenOf.stream().noneMatch(KnownFailures::fails)) {
                complaints.add("known failure " + entry.pattern() + " passes now (" + entry.reason() + ")");
            }
        }
        return complaints;
    }

    private static boolean fails(CaseResult result) {
        return result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN;
    }
}
