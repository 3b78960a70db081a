package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.List;

/**
 * One turn of a conversation that somebody has written down.
 *
 * @param say what the client says; empty where the server speaks first or twice
 * @param hear what the client then hears; empty where nothing need come before the next message
 */
public record WrittenTurn(List<Part> say, List<Part> hear) {
    public WrittenTurn {
        say = List.copyOf(say);
        hear = List.copyOf(hear);
    }

    /** Whether what the client hears is learned from the program itself. */
    public boolean learns() {
        return hear.contains(new Part.Learned());
    }

    /** What is said, where the turn stands by itself as a datagram; what differs each time has letters x in its place. */
    public Bytes datagram() {
        return Message.of(say, new KeptNames()).bytes();
    }

    /** What must answer that. */
    public Reply answer() {
        KeptNames names = new KeptNames();
        Message.of(say, names);
        return Replies.of(hear, names);
    }
}
