package io.github.sockspec.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/**
 * The last of what a program wrote, however much that was. A thread of its own reads on for as long as anybody writes, so
 * that no program ever waits for its output to be read.
 */
final class LastWords {
    /** How much is kept. */
    static final int LIMIT = 64 << 10;

    private static final long MOMENT_MILLIS = 500;
    private static final int LINE_LIMIT = 300;

    private final byte[] ring = new byte[LIMIT];
    private final Thread reader;
    private long written;

    private LastWords(InputStream stream) {
        reader = new Thread(() -> drain(stream), "sockspec output reader");
        reader.setDaemon(true);
    }

    static LastWords of(InputStream stream) {
        LastWords words = new LastWords(stream);
        words.reader.start();
        return words;
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                keep(buffer, length);
            }
        } catch (IOException closed) {
            // The program has ended and its pipe with it: what was read is what there was.
        }
    }

    private synchronized void keep(byte[] buffer, int length) {
        for (int at = 0; at < length; at++) {
            ring[(int) (written++ % LIMIT)] = buffer[at];
        }
    }

    /** Whether nobody can write any more. */
    boolean ended() {
        return !reader.isAlive();
    }

    /** Waits a moment for what was written before the end. */
    void awaitEnd() {
        try {
            reader.join(MOMENT_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many bytes were written so far. */
    synchronized long written() {
        return written;
    }

    String text() {
        return since(0);
    }

    /** What was written after the first {@code from} bytes, as far as it is kept. */
    synchronized String since(long from) {
        int length = (int) Math.min(Math.max(0, written - from), LIMIT);
        byte[] kept = new byte[length];
        for (int at = 0; at < length; at++) {
            kept[at] = ring[(int) ((written - length + at) % LIMIT)];
        }
        return new String(kept, UTF_8);
    }

    /** The last line that says something, without control characters, for a message of one line. */
    String lastLine() {
        String line = text().lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .reduce("", (one, next) -> next);
        return line.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(LINE_LIMIT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
