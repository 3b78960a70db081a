package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a client that has had a conversation owes its user, beside what it says and what of each reply it prints.
 *
 * @param prints what stands somewhere in its standard output; empty where it prints what it likes
 * @param exit the status that it ends with; empty where that is left open
 * @param end whether it ends without being ended
 */
public record Due(Optional<Bytes> prints, OptionalInt exit, End end) {
    /** Nothing: what it asks and prints of each reply says all. */
    public static final Due NOTHING = new Due(Optional.empty(), OptionalInt.empty(), End.LEFT_OPEN);

    /** How a client ends that has had all. */
    public enum End {
        /** It does not matter. */
        LEFT_OPEN,
        /** By itself, and with the same status however the replies were cut. */
        BY_ITSELF
    }

    /** The same, with {@code status} where it ends by itself with the one that it has when its replies come whole. */
    public Due endingWith(int status) {
        return end == End.BY_ITSELF && exit.isEmpty() ? new Due(prints, OptionalInt.of(status), end) : this;
    }

    /** Whether what it prints is told by nothing but what it prints when the replies come whole. */
    public boolean printsAsWhole() {
        return end == End.BY_ITSELF && prints.isEmpty();
    }
}
