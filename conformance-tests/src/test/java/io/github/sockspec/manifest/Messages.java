package io.github.sockspec.manifest;

/** What a failure says. */
public final class Messages {
    private Messages() {}

    public static String of(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
