package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code results.json}, schema 1, field by field: what one run leaves behind for other programs, for {@code replay} and
 * for later comparison. Every duration is in milliseconds, every run of bytes in lower-case hexadecimal.
 *
 * <p>The schema's own fields are {@code schema}, {@code suite}, {@code seed}, {@code exit} and {@code runs}; the others
 * are extra.
 *
 * @param schema 1
 * @param suite which suite judged
 * @param seed what samples were drawn with
 * @param exit the exit status
 * @param runs one for each implementation
 * @param options extra: every resolved option by name
 * @param notes extra: what a reader must know besides
 * @param millis extra: wall time of the whole run
 * @param started extra: when it began, as {@code 2027-01-31T12:00:00Z}; absent from what older releases wrote
 * @param shard extra: which part of a divided run this is, as {@code 2/8}; absent where it is all of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedResults(
        @JsonProperty(required = true) int schema,
        Suite suite,
        long seed,
        int exit,
        @JsonProperty(required = true) List<Run> runs,
        Map<String, String> options,
        List<String> notes,
        double millis,
        @Nullable String started,
        @Nullable String shard) {
    /** What a file lacks, because something else than this suite wrote it, is empty. */
    public RecordedResults {
        suite = Objects.requireNonNullElse(suite, new Suite("sockspec", "of unknown version"));
        options = Objects.requireNonNullElse(options, Map.of());
        notes = Objects.requireNonNullElse(notes, List.of());
    }

    /** The cases of all runs. */
    public List<RecordedCase> cases() {
        return runs.stream().flatMap(run -> run.cases().stream()).toList();
    }

    /** The suite that judged. */
    public record Suite(String name, String version) {}

    /**
     * All that was found out about one implementation.
     *
     * @param grades by the grade's word; only those with a clause that could be judged
     * @param cases in the order of their names
     * @param summary how many cases ended in each way, by the outcome's word
     * @param latency extra: the longest plain conversation at the start; absent when none was answered
     * @param patience extra: how long an answer was waited for
     * @param learned extra: what was learned of its answers, a line for each message; absent where nothing was
     * @param trouble extra: what kept the suite or its surroundings from working
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            @JsonProperty(required = true) Program implementation,
            Map<String, Fraction> grades,
            @JsonProperty(required = true) List<RecordedCase> cases,
            Map<String, Long> summary,
            @Nullable Double latency,
            double patience,
            @Nullable List<String> learned,
            @Nullable String trouble) {
        public Run {
            grades = Objects.requireNonNullElse(grades, Map.of());
            summary = Objects.requireNonNullElse(summary, Map.of());
        }
    }

    /**
     * The program that was judged.
     *
     * @param dialect extra: {@code reference}, or the dialect in full; a change of it changes what the run means
     * @param identity absent when it never ran
     * @param files extra: what it is made of, by name, each with a short hash of its content; absent from what older
     *     releases wrote
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Program(
            @JsonProperty(required = true) String name,
            String protocol,
            String role,
            String dialect,
            @Nullable Identity identity,
            @Nullable Map<String, String> files) {
        public Program {
            protocol = Objects.requireNonNullElse(protocol, "");
            role = Objects.requireNonNullElse(role, "");
            dialect = Objects.requireNonNullElse(dialect, "");
        }

        /** What makes a program one and the same. */
        public record Key(String name, String protocol, String role) {
            /** Whether both take the same side of the same protocol. */
            public boolean sameSide(Key other) {
                return protocol.equals(other.protocol) && role.equals(other.role);
            }
        }

        public Key key() {
            return new Key(name, protocol, role);
        }

        /** For example {@code exec server  course-exec-server}. */
        public String title() {
            return protocol + " " + role + "  " + name;
        }
    }

    /**
     * Which program really listened.
     *
     * @param address extra: where it listened
     * @param portWasFree extra: whether nothing listened there before the start
     * @param ownsSocket extra: whether the listening socket belongs to what was started
     * @param isolation extra: how it was kept apart
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identity(
            @Nullable Long pid,
            String executable,
            @Nullable String image,
            String address,
            boolean portWasFree,
            boolean ownsSocket,
            String isolation) {
        public Identity {
            executable = Objects.requireNonNullElse(executable, "");
            address = Objects.requireNonNullElse(address, "");
            isolation = Objects.requireNonNullElse(isolation, "");
        }
    }

    /** How many clauses of a grade hold, and of how many that count. */
    public record Fraction(int held, int of) {
        /** For example {@code 9/9}. */
        public String text() {
            return held + "/" + of;
        }
    }
}
