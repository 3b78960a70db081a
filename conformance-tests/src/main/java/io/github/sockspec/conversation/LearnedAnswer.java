package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;

/** What became of one message's answer when it was to be learned from the program itself. */
public sealed interface LearnedAnswer {
    /**
     * It can be told, and where it ends.
     *
     * @param reply what must come from now on
     * @param differed what differed between the askings, in words; empty where nothing did
     */
    record Known(Reply reply, String differed) implements LearnedAnswer {}

    /** Nothing can be expected of it. {@code why} is one line, which says what helps. */
    record Unknown(String why) implements LearnedAnswer {}

    /** Its message can't be said, for the connection ends before it. */
    record Unsaid(String why) implements LearnedAnswer {}

    /**
     * An answer as it was heard once.
     *
     * @param bytes all that came until it was quiet
     * @param state whether the connection had ended by then
     */
    record Heard(Bytes bytes, StreamState state) {}
}
