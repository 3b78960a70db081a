package io.github.sockspec.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;

/** The last of what a server wrote, however much that was, over all its starts. */
final class RecentOutput extends Sink {
    /** How much is kept. */
    static final int LIMIT = 64 << 10;

    private static final int LINE_LIMIT = 300;

    private final byte[] ring = new byte[LIMIT];
    private long written;
    private long start;

    @Override
    public synchronized void write(byte[] octets, int from, int length) {
        for (int at = from; at < from + length; at++) {
            ring[(int) (written++ % LIMIT)] = octets[at];
        }
    }

    /** From here on the words are those of another start. */
    synchronized void startAgain() {
        start = written;
    }

    @Override
    synchronized long written() {
        return written;
    }

    /** What was written since the last start. */
    synchronized String text() {
        return since(start);
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

    /** The end of a message of one line: the last line that says something, without control characters. */
    String quoted() {
        String line = text().lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .reduce("", (one, next) -> next);
        String shown = line.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(LINE_LIMIT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return shown.isEmpty() ? "; it wrote nothing" : "; its last words: " + shown;
    }
}
