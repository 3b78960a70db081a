package io.github.sockspec.kernel;

/** The harness itself could not go on: no descriptor left, no rights. Never the fault of the program under test. */
public final class WireFailure extends RuntimeException {
    public WireFailure(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
