package io.github.sockspec.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sockspec.report.RecordedCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference for other programs. */
public final class DifferenceJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DifferenceJson() {}

    /** The whole file; {@code exit} is the command's status. */
    private record Written(int schema, int exit, String verdict, List<String> circumstances, List<Program> programs) {}

    private record Program(String name, List<String> program, Map<String, String> grades, List<Changed> changes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Changed(
            String kind,
            boolean worse,
            @JsonInclude(JsonInclude.Include.ALWAYS) String id,
            String clause,
            @Nullable Side before,
            @Nullable Side after) {
        static Changed of(Change change) {
            return new Changed(
                    change.kind().word(),
                    change.kind().worse(),
                    change.id(),
                    change.shown().clause(),
                    Side.of(change.before()),
                    Side.of(change.after()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Side(
            String verdict,
            String reason,
            String expected,
            String actual,
            @Nullable String replay) {
        static @Nullable Side of(@Nullable RecordedCase found) {
            return found == null
                    ? null
                    : new Side(
                            found.verdict(),
                            found.reason(),
                            found.compared().expected(),
                            found.compared().actual(),
                            found.replay());
        }
    }

    public static String of(Difference difference) {
        Written written = new Written(
                1,
                difference.exit().code(),
                difference.headline(),
                difference.circumstances(),
                difference.programs().stream()
                        .map(each -> new Program(
                                each.name(),
                                each.program(),
                                each.grades(),
                                each.changes().stream().map(Changed::of).toList()))
                        .toList());
        try {
            return JSON.writeValueAsString(written) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a difference can't be written as JSON", impossible);
        }
    }
}
