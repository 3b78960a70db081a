package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an observation in {@code results.json}.
 *
 * @param at when it was seen, in milliseconds after the connection was asked for
 * @param fact connected, refused, sent, taken, unread, received, peer-finished, peer-reset, quiet, flooded or ended
 * @param offset of the first byte of what was sent or received; what was taken or left unread ends there
 * @param length how many bytes were sent or received
 * @param bytes the first of them, at most {@value #MOST_BYTES}
 * @param how confirmed or timed, for what was taken; in words otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedFact(
        double at,
        String fact,
        @Nullable Integer offset,
        @Nullable Integer length,
        @Nullable String bytes,
        @Nullable String how) {
    /** How many bytes of one write or read are kept. */
    public static final int MOST_BYTES = 1024;

    static RecordedFact of(Fact fact) {
        if (fact instanceof Fact.Sent sent) {
            return moved(fact, sent.offset(), sent.bytes());
        }
        if (fact instanceof Fact.Received received) {
            return moved(fact, received.offset(), received.bytes());
        }
        if (fact instanceof Fact.Taken taken) {
            return stated(fact, taken.offset(), taken.how().name().toLowerCase(Locale.ROOT));
        }
        if (fact instanceof Fact.Unread unread) {
            return stated(fact, unread.offset(), "for " + Millis.words(unread.waited()));
        }
        return stated(fact, null, manner(fact));
    }

    private static @Nullable String manner(Fact fact) {
        if (fact instanceof Fact.Refused refused) {
            return refused.why();
        }
        if (fact instanceof Fact.Quiet quiet) {
            return "for " + Millis.words(quiet.waited());
        }
        if (fact instanceof Fact.Flooded flooded) {
            return "more than " + flooded.limit() + " bytes";
        }
        if (fact instanceof Fact.Program program) {
            return program.did();
        }
        return fact instanceof Fact.Ended ended ? ended.how() : null;
    }

    private static RecordedFact moved(Fact fact, int offset, Bytes bytes) {
        String kept = bytes.slice(0, Math.min(bytes.length(), MOST_BYTES)).toHex();
        return new RecordedFact(Millis.of(fact.at()), word(fact), offset, bytes.length(), kept, null);
    }

    private static RecordedFact stated(Fact fact, @Nullable Integer offset, @Nullable String how) {
        return new RecordedFact(Millis.of(fact.at()), word(fact), offset, null, null, how);
    }

    /** The type's name, lower-case with hyphens. */
    static String word(Fact fact) {
        return fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
