package io.github.sockspec.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of known failures, which is also the file of a baseline: a list of {@code {pattern, reason, contains}}, all
 * three required, with {@code until} and {@code implementation} where wanted.
 */
public record KnownFailures(List<KnownFailure> entries) {
    public static final KnownFailures NONE = new KnownFailures(List.of());

    private static final ObjectReader YAML = new YAMLMapper().readerFor(new TypeReference<List<Written>>() {});

    /** An entry as it is written. */
    record Written(
            @JsonProperty(required = true) String pattern,
            @JsonProperty(required = true) String reason,
            @JsonProperty(required = true) String contains,
            @Nullable String until,
            @Nullable String implementation) {
        @SuppressWarnings("UnusedMethod") // Jackson calls it.
        Written {
            if (blank(pattern) || blank(reason) || blank(contains)) {
                throw new IllegalArgumentException("an empty text says nothing, or tolerates everything");
            }
            if (implementation != null && implementation.isBlank()) {
                throw new IllegalArgumentException("an implementation has a name");
            }
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        KnownFailure entry() {
            return new KnownFailure(new Glob(pattern), reason, contains, day(), Optional.ofNullable(implementation));
        }

        private Optional<LocalDate> day() {
            try {
                return Optional.ofNullable(until).map(LocalDate::parse);
            } catch (DateTimeException wrong) {
                throw new IllegalArgumentException("until is a day like 2027-01-31, not " + until, wrong);
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
            if (written == null) {
                throw new IllegalArgumentException(file + ":1: it is empty; where nothing is known, write []");
            }
            return new KnownFailures(
                    written.stream().map(each -> entry(file, each)).toList());
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
            throw new IllegalArgumentException(
                    file + ":" + line + ": " + wrong.getOriginalMessage()
                            + "; an entry is {pattern: …, reason: …, contains: …}, with until: and implementation: where"
                            + " wanted",
                    wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static KnownFailure entry(Path file, Written written) {
        try {
            return written.entry();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ":1: " + written.pattern() + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Whether {@code found} is what was waited for, on that day. */
    public boolean expects(Judgement found, LocalDate today) {
        return entries.stream().anyMatch(entry -> !entry.over(today) && entry.describes(found));
    }

    /**
     * What is wrong with the entries themselves: those that match nothing, that pass, or whose time is over.
     * What this run did not judge although it could have, and other programs than its own, an entry may speak of.
     */
    List<String> complaints(Found found, LocalDate today) {
        List<String> complaints = new ArrayList<>();
        for (KnownFailure entry : entries) {
            List<Judgement> spokenOf = found.judgements().stream()
                    .filter(each -> entry.speaksOf(each.place()))
                    .toList();
            if (spokenOf.isEmpty()) {
                if (found.leftOut().stream().noneMatch(entry::speaksOf)
                        && entry.implementation()
                                .map(found.implementations()::contains)
                                .orElse(true)) {
                    complaints.add("known failure " + entry.name() + " matches no case that ran");
                }
            } else if (spokenOf.stream()
                    .allMatch(each -> each.outcome() == Outcome.PASS || each.outcome() == Outcome.NOT_APPLICABLE)) {
                complaints.add("known failure " + entry.name() + " passes now (" + entry.reason() + ")");
            } else if (entry.over(today)) {
                complaints.add("known failure " + entry.name() + " was tolerated until "
                        + entry.until().map(LocalDate::toString).orElse("") + " (" + entry.reason() + ")");
            }
        }
        return complaints;
    }
}
