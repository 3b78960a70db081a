package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A conversation that somebody has written down.
 *
 * @param about what it is about, in a sentence; empty where nothing is said of it
 * @param turns in order, at least one
 * @param prints what a client that has had it must print, somewhere
 * @param exit the status that a client which has had it ends with
 */
public record WrittenConversation(String about, List<WrittenTurn> turns, Optional<Bytes> prints, OptionalInt exit) {
    public WrittenConversation {
        turns = List.copyOf(turns);
    }
}
