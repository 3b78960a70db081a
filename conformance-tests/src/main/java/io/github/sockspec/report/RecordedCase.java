package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One case in {@code results.json}.
 *
 * @param id {@code protocol/role/CLAUSE/conversation@delivery}
 * @param clause the published identifier
 * @param level MUST, SHOULD or MAY
 * @param grade the grade's word
 * @param verdict pass, fail, warn, not-applicable or inconclusive
 * @param reason in words; empty for a pass that needs none
 * @param deliveries those that cut, join or end a byte stream
 * @param confirmed those of them in which every cut was read on its own
 * @param failed those on which the clause did not hold
 * @param planned extra: how many there would have been, had the case not been stopped early
 * @param smallest the smallest failing delivery; absent where no delivery failed
 * @param compared expected, actual, received and wrongAt: what had to come, and what came
 * @param lastWords extra: the program's own output around that moment; hostile input to whoever shows it
 * @param replay the command that carries the case out again; absent unless something was found wrong
 * @param script extra: a stand-alone Python program that shows the failure, relative to this file; absent where there is none
 * @param capture extra: the failing delivery as pcapng, relative to this file; absent where there is none
 * @param millis wall time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedCase(
        @JsonProperty(required = true) String id,
        String clause,
        String level,
        String grade,
        @JsonProperty(required = true) String verdict,
        String reason,
        int deliveries,
        int confirmed,
        int failed,
        int planned,
        @Nullable Delivered smallest,
        @JsonUnwrapped Compared compared,
        String lastWords,
        @Nullable String replay,
        @Nullable String script,
        @Nullable String capture,
        double millis) {
    /** What a file lacks, because something else than this suite wrote it, is empty. */
    public RecordedCase {
        clause = Objects.requireNonNullElse(clause, "");
        level = Objects.requireNonNullElse(level, "");
        grade = Objects.requireNonNullElse(grade, "");
        reason = Objects.requireNonNullElse(reason, "");
        compared = Objects.requireNonNullElse(compared, Compared.NOTHING);
        lastWords = Objects.requireNonNullElse(lastWords, "");
    }

    /** Whether it ended so. */
    public boolean is(Outcome outcome) {
        return verdict.equals(outcome.word());
    }

    /**
     * A delivery as it was carried out.
     *
     * @param write the bytes of each write; where the protocol has datagrams, of each datagram, as it was said
     * @param end keep, fin, half-close or rst
     * @param moment extra: when it ended: after-read, after-first-byte or after-replies
     * @param pace extra: prompt, or stalled
     * @param askers extra: which asker, from 0, said each datagram; absent where bytes travel in a stream
     * @param plan extra: the word of the plan by which datagrams got through, or of the welcome a client was given
     * @param passages extra: how each of the first datagrams got through, as {@code replay} takes it; absent where all
     *     passed as they were sent
     * @param seen extra: what happened, in order
     * @param afterwards extra: what happened to the client that came behind it, where that shows the failure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivered(
            @JsonProperty(required = true) List<Bytes> write,
            String end,
            @Nullable String moment,
            String pace,
            @Nullable List<Integer> askers,
            @Nullable String plan,
            @Nullable String passages,
            List<RecordedFact> seen,
            @Nullable List<RecordedFact> afterwards) {
        /** A delivery is prompt and keeps its connection unless it says otherwise. */
        public Delivered {
            end = Objects.requireNonNullElse(end, "keep");
            pace = Objects.requireNonNullElse(pace, "prompt");
            seen = Objects.requireNonNullElse(seen, List.of());
        }
    }
}
