package io.github.sockspec.client;

import java.io.IOException;

/** The server failed the conversation. The message is one line: who, what, and at which byte of what. */
public final class PeerException extends IOException {
    /** What the server did: could not be reached, sent FIN too early, sent RST, was lost otherwise, and so on. */
    public enum Failure {
        UNREACHABLE,
        CLOSED,
        RESET,
        LOST,
        SILENT,
        MALFORMED
    }

    private final Failure failure;

    PeerException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /** What the server did. */
    public Failure failure() {
        return failure;
    }
}
