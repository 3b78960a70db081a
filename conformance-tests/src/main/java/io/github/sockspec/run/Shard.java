package io.github.sockspec.run;

import io.github.sockspec.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a run that is divided among machines. Which part a case belongs to depends on its name and the
 * implementation's alone, so every machine divides alike: the first eight bytes, as an unsigned big-endian number, of
 * SHA-256 over {@code implementation LF case} in UTF-8, modulo the number of parts, is the part's index less one.
 *
 * @param index which part, from 1
 * @param of how many parts there are
 */
public record Shard(int index, int of) {
    /** All of it. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (index < 1 || index > of) {
            throw new IllegalArgumentException(complaint(index + "/" + of));
        }
    }

    /**
     * The shard that is written {@code i/n}.
     *
     * @throws IllegalArgumentException when it is none; the message says what one is
     */
    public static Shard of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(complaint(written));
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static String complaint(String written) {
        return "a shard is i/n with i from 1 to n, like 2/8, not " + written;
    }

    /** Whether this is everything. */
    public boolean whole() {
        return of == 1;
    }

    /** Whether this part has the case of {@code place}. */
    public boolean takes(Place place) {
        return Long.remainderUnsigned(hash(place.implementation() + "\n" + place.id()), of) == index - 1;
    }

    private static long hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Bytes.utf8(text).toArray());
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return index + "/" + of;
    }
}
