package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case that ended otherwise than before.
 *
 * @param implementation the program's name, as it is now
 * @param before how it ended; null where it is new
 * @param after how it ends; null where it is gone
 */
public record Change(
        Kind kind,
        String implementation,
        @Nullable RecordedCase before,
        @Nullable RecordedCase after) {
    /** What became of it; in the order in which a reader wants to know. */
    public enum Kind {
        /** It held, and does not. */
        BROKEN("held, and fails now"),
        /** It held, and that was not shown any more. */
        LOST("held, and is not shown to hold now"),
        /** It fails, in another way than before. */
        CHANGED("fails in another way"),
        /** It failed, and holds. */
        FIXED("failed, and holds now"),
        /** It failed or was not shown to hold, and otherwise than before is not decided, or holds. */
        SHOWN("was not decided as it is now"),
        /** There was no such case, or it did not apply. */
        NEW("was not judged before"),
        /** There is no such case any more, or it does not apply. */
        GONE("is not judged any more");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The word used in results. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it means, in words that follow "a case that". */
        public String words() {
            return words;
        }

        /** Whether how it fails now is worth a reader's time. */
        boolean tellsHow() {
            return worse() || this == CHANGED;
        }

        /** Whether something got worse. */
        public boolean worse() {
            return this == BROKEN || this == LOST;
        }

        /** How a page colours it. */
        String tone() {
            return worse() ? "bad" : this == FIXED ? "good" : "doubt";
        }
    }

    /** The case as it is now, or as it was where it is gone. */
    public RecordedCase shown() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** How it failed before, where it fails in another way now; a list of at most one. */
    List<RecordedCase> formerly() {
        return kind == Kind.CHANGED && before != null ? List.of(before) : List.of();
    }

    /** The command that carries it out again. */
    String again() {
        return Objects.requireNonNullElse(shown().replay(), "-");
    }

    /** Why it ends as it does now; empty where it is gone. */
    String now() {
        return after == null ? "" : after.reason();
    }

    public String id() {
        return shown().id();
    }

    /** For example {@code pass → fail}. */
    public String verdicts() {
        return (before == null ? "none" : before.verdict()) + " → " + (after == null ? "none" : after.verdict());
    }
}
