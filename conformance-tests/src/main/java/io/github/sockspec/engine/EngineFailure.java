package io.github.sockspec.engine;

/** There is no engine, or it did not do what it was asked: one line that says what. */
public final class EngineFailure extends RuntimeException {
    public EngineFailure(String message) {
        super(message);
    }

    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
