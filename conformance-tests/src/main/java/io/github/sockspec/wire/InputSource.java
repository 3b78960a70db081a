package io.github.sockspec.wire;

import java.util.List;

/** Whoever sits at the client while it is served: gives it its input. */
public interface InputSource {
    /** Gives the client these lines, one after the other. */
    void type(List<String> lines);

    /** Expects that the client ends by itself, with its input still open. */
    void expectEnd();

    /** Lets the client know that no more input comes. */
    void endInput();

    /** Whether the client has ended, or has shown that it will not end by itself. */
    boolean gone();
}
