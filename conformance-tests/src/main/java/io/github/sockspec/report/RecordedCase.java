package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sockspec.bytes.Bytes;
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
 * @param expected what had to come
 * @param actual what came
 * @param received extra: the first bytes that came on the failing connection, at most {@value #MOST_RECEIVED}
 * @param wrongAt extra: the offset of the first wrong or missing byte among all that came; -1 when no byte is to blame
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
        String expected,
        String actual,
        String received,
        int wrongAt,
        String lastWords,
        @Nullable String replay,
        @Nullable String script,
        @Nullable String capture,
        double millis) {
    /** How many received bytes are kept; enough to see any difference, not a 16 MiB reply. */
    public static final int MOST_RECEIVED = 4096;

    /** What a file lacks, because something else than this suite wrote it, is empty. */
    public RecordedCase {
        clause = Objects.requireNonNullElse(clause, "");
        level = Objects.requireNonNullElse(level, "");
        grade = Objects.requireNonNullElse(grade, "");
        reason = Objects.requireNonNullElse(reason, "");
        expected = Objects.requireNonNullElse(expected, "");
        actual = Objects.requireNonNullElse(actual, "");
        received = Objects.requireNonNullElse(received, "");
        lastWords = Objects.requireNonNullElse(lastWords, "");
    }

    /** The first bytes that came. */
    Bytes receivedBytes() {
        return Bytes.hex(received);
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
            @JsonProperty(required = true) List<String> write,
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

        /** The bytes of each write. */
        public List<Bytes> writes() {
            return write.stream().map(Bytes::hex).toList();
        }
    }
}
