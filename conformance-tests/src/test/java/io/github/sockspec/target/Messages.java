package io.github.sockspec.target;

/** What a failure says. */
final class Messages {
    private Messages() {}

    static String of(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
