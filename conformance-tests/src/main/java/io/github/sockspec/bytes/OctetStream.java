package io.github.sockspec.bytes;

import java.util.Arrays;

/** Octets that more are appended to. What is there by now is a value, had without a copy. For one thread at a time. */
public final class OctetStream {
    private static final int FIRST = 256;

    private byte[] octets = new byte[FIRST];
    private int length;

    /** Appends the first {@code count} of {@code more}. */
    public void append(byte[] more, int count) {
        if (count > octets.length - length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + count));
        }
        System.arraycopy(more, 0, octets, length, count);
        length += count;
    }

    public int length() {
        return length;
    }

    /** All octets so far; what is appended later changes nothing of it. */
    public Bytes soFar() {
        return Bytes.over(octets, length);
    }
}
