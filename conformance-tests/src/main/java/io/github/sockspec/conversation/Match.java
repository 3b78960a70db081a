package io.github.sockspec.conversation;

/** How far a received stream satisfies one reply. */
public sealed interface Match {
    /**
     * Right so far; more bytes, or the end, must come.
     *
     * @param length the length the stream must at least have before it can be complete; 0 when that is not known
     */
    record More(int length) implements Match {}

    /**
     * The reply is there.
     *
     * @param end the offset in the stream at which the next reply starts
     */
    record Complete(int end) implements Match {}

    /**
     * It can't become right any more.
     *
     * @param at the offset in the stream of the first byte that is wrong or missing
     * @param why in words
     */
    record Wrong(int at, String why) implements Match {}
}
