package io.github.sockspec.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes baselines: known failures, one for each finding of a run, so that the next run is measured by this one. */
public final class Baseline {
    /** How much of a finding's first line must be found again. */
    private static final int MOST_WORDS = 160;

    private static final String HEAD = """
            # What is known not to hold, a finding each: written by --update-baseline, to be kept by hand. Say in `reason` why it
            # is tolerated, and until when: `until: 2027-01-31`. A `#` in `contains` stands for any number.
            """;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private Baseline() {}

    /**
     * The baseline after a run: the entries of the old one that still excuse something or speak of what was not run, and
     * one for each finding that nothing excuses. Entries that match nothing any more, pass or are over are gone.
     *
     * @param gate the old baseline, what else is known, and the day
     * @param found the results of the run
     */
    public static KnownFailures of(Gate gate, Found found) {
        List<KnownFailure> kept = new ArrayList<>(gate.baseline().orElse(KnownFailures.NONE).entries().stream()
                .filter(entry -> worthKeeping(entry, gate, found))
                .toList());
        KnownFailures excused = new KnownFailures(kept);
        found.judgements().stream()
                .filter(each -> each.fails() || each.outcome() == Outcome.INCONCLUSIVE)
                .filter(each ->
                        !excused.expects(each, gate.today()) && !gate.known().expects(each, gate.today()))
                .map(each -> entry(each, gate))
                .forEach(kept::add);
        return new KnownFailures(kept);
    }

    private static boolean worthKeeping(KnownFailure entry, Gate gate, Found found) {
        List<Judgement> spokenOf = found.judgements().stream()
                .filter(each -> entry.speaksOf(each.place()))
                .toList();
        return spokenOf.isEmpty()
                ? found.leftOut().stream().anyMatch(entry::speaksOf) || ofAnother(entry, found)
                : !entry.over(gate.today())
                        && spokenOf.stream().anyMatch(each -> each.outcome() != Outcome.PASS && entry.describes(each));
    }

    /** Whether it speaks of a program that this run did not judge. */
    private static boolean ofAnother(KnownFailure entry, Found found) {
        return entry.implementation()
                .map(name -> !found.implementations().contains(name))
                .orElse(false);
    }

    private static KnownFailure entry(Judgement found, Gate gate) {
        String words = StableWording.steady(found.reason().isBlank() ? found.said() : found.reason())
                .strip();
        return new KnownFailure(
                new Glob(found.place().id()),
                "as it was on " + gate.today(),
                words.substring(0, Math.min(words.length(), MOST_WORDS)),
                Optional.empty(),
                Optional.of(found.place().implementation()));
    }

    /**
     * Writes {@code baseline} to {@code file}.
     *
     * @throws UncheckedIOException when that can't be done; its message names the file
     */
    public static void write(KnownFailures baseline, Path file) {
        List<Map<String, String>> entries =
                baseline.entries().stream().map(Baseline::written).toList();
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, HEAD + YAML.writeValueAsString(entries));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a baseline can't be written as YAML", impossible);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " can't be written", unwritable);
        }
    }

    private static Map<String, String> written(KnownFailure entry) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("pattern", entry.pattern().text());
        entry.implementation().ifPresent(name -> written.put("implementation", name));
        written.put("contains", entry.contains());
        written.put("reason", entry.reason());
        entry.until().ifPresent(day -> written.put("until", day.toString()));
        return written;
    }
}
