package io.github.sockspec.program;

/** The program could not be started or reached: the fault of the surroundings, not a verdict. Exit status 5. */
public class StartFailure extends RuntimeException {
    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
