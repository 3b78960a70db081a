package io.github.sockspec.history;

/** Results that don't belong together; the message says in one line which and why. */
public final class Unmergeable extends IllegalArgumentException {
    Unmergeable(String message) {
        super(message);
    }
}
