package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an observation in {@code results.json}.
 *
 * @param at when it was seen, in milliseconds after the connection was asked for
 * @param fact connected, refused, sent, taken, unread, received, peer-finished, peer-reset, quiet, slipped, flooded,
 *     ended or program; of datagrams: asked, replied, departed, unbound or overrun
 * @param offset of the first byte of what was sent or received; what was taken or left unread ends there
 * @param length how many bytes were sent or received
 * @param bytes the first of them, at most {@value #MOST_BYTES}
 * @param how confirmed or timed, for what was taken; in words otherwise
 * @param asker which asker, from 0, a datagram belongs to; absent where bytes travel in a stream
 * @param peer the address that a datagram went to or came from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedFact(
        double at,
        String fact,
        @Nullable Integer offset,
        @Nullable Integer length,
        @Nullable Bytes bytes,
        @Nullable String how,
        @Nullable Integer asker,
        @Nullable String peer) {
    /** How many bytes of one write or read are kept. */
    public static final int MOST_BYTES = 1024;

    /** Where what was sent or received starts, or what was taken ends. */
    public int start() {
        return Objects.requireNonNullElse(offset, 0);
    }

    /** How many bytes it carries. */
    public int size() {
        return Objects.requireNonNullElse(length, 0);
    }

    /** Whether the kernel said that what was sent was read on its own. */
    public boolean confirmed() {
        return fact.equals("taken") && "confirmed".equals(how);
    }

    static RecordedFact of(Fact fact) {
        if (fact instanceof Fact.Sent sent) {
            return told(fact, sent.offset(), sent.bytes());
        }
        if (fact instanceof Fact.Received received) {
            return told(fact, received.offset(), received.bytes());
        }
        if (fact instanceof Fact.Taken taken) {
            return told(fact, taken.offset(), null);
        }
        if (fact instanceof Fact.Unread unread) {
            return told(fact, unread.offset(), null);
        }
        if (fact instanceof Fact.Datagram.Asked asked) {
            return told(fact, null, asked.bytes()).between(asked.asker(), asked.to());
        }
        if (fact instanceof Fact.Datagram.Replied replied) {
            return told(fact, null, replied.bytes()).between(replied.asker(), replied.from());
        }
        RecordedFact told = told(fact, null, null);
        return fact instanceof Fact.Departed departed ? told.between(departed.asker(), null) : told;
    }

    private static RecordedFact told(Fact fact, @Nullable Integer offset, @Nullable Bytes bytes) {
        return new RecordedFact(
                Millis.of(fact.at()),
                word(fact),
                offset,
                bytes == null ? null : bytes.length(),
                bytes == null ? null : bytes.slice(0, Math.min(bytes.length(), MOST_BYTES)),
                manner(fact),
                null,
                null);
    }

    private RecordedFact between(int of, @Nullable String and) {
        return new RecordedFact(at, fact, offset, length, bytes, how, of, and);
    }

    private static @Nullable String manner(Fact fact) {
        if (fact instanceof Fact.Taken taken) {
            return taken.how().name().toLowerCase(Locale.ROOT);
        }
        if (fact instanceof Fact.Departed departed) {
            return departed.how().name().toLowerCase(Locale.ROOT);
        }
        if (fact instanceof Fact.Unread unread) {
            return "for " + Millis.words(unread.waited());
        }
        if (fact instanceof Fact.Refused refused) {
            return refused.why();
        }
        if (fact instanceof Fact.Quiet quiet) {
            return "for " + Millis.words(quiet.waited());
        }
        if (fact instanceof Fact.Slipped slipped) {
            return "the control conversation took " + Millis.words(slipped.control()) + " in "
                    + Millis.words(slipped.waited());
        }
        if (fact instanceof Fact.Overrun overrun) {
            return overrun.datagrams() + " datagrams";
        }
        if (fact instanceof Fact.Flooded flooded) {
            return "more than " + flooded.limit() + " bytes";
        }
        if (fact instanceof Fact.Program program) {
            return program.did();
        }
        return fact instanceof Fact.Ended ended ? ended.how() : null;
    }

    /** The type's name, lower-case with hyphens. */
    static String word(Fact fact) {
        return fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
