package io.github.sockspec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sockspec.run.ExitStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run hands on to later steps of a job: {@code name=value}, a line each. */
public final class JobOutputs {
    private JobOutputs() {}

    /**
     * The outputs {@code verdict} (holds, broken, …: the exit status in a word), {@code exit} and {@code grades}: JSON, by
     * the program's name, such as {@code {"mine":{"interoperates":"9/9"}}}.
     */
    public static List<String> of(RecordedResults results) {
        return List.of("verdict=" + verdict(results.exit()), "exit=" + results.exit(), "grades=" + grades(results));
    }

    private static String verdict(int code) {
        return ExitStatus.of(code)
                .map(status -> status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("unknown");
    }

    private static String grades(RecordedResults results) {
        Map<String, Map<String, String>> grades = new LinkedHashMap<>();
        results.runs().forEach(run -> {
            Map<String, String> held = new LinkedHashMap<>();
            run.grades().forEach((grade, fraction) -> held.put(grade, fraction.text()));
            grades.put(run.implementation().name(), held);
        });
        try {
            return JsonMapper.builder().build().writeValueAsString(grades);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the grades can't be written as JSON", impossible);
        }
    }
}
