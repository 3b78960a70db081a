package io.github.sockspec.server;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts one connection's bytes into requests. */
interface RequestReader {
    /**
     * Waits for the next request.
     *
     * @return its bytes without the end mark and without blanks around them; null at the end of the stream
     * @throws TooLongException when it is longer than allowed; the rest of the stream can't be told apart any more
     */
    byte @Nullable [] next() throws IOException;

    /** A request is longer than allowed. */
    final class TooLongException extends IOException {
        TooLongException(int maxBytes) {
            super("a request is longer than " + maxBytes + " bytes");
        }
    }

    /** {@return the bytes from start to end without the spaces, tabs and line ends around them} */
    static byte[] strip(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
