package io.github.sockspec.observation;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What one run of a client or a tool showed besides what it said over the network.
 *
 * @param fate how it ended, or what it did when it was ended
 * @param status its exit status; a signal's number with 128 added where one killed it, -1 where it did not end
 * @param output what it wrote to standard output, bounded
 * @param errors what it wrote to standard error, bounded
 * @param waited how long its end was waited for, from when nothing more was to come to it
 * @param cpu CPU time it used while its end was waited for
 * @param peakBytes the most memory it was seen to hold; 0 where that can't be seen
 */
public record ProgramRun(
        Fate fate, int status, Bytes output, Bytes errors, Duration waited, Duration cpu, long peakBytes) {
    private static final int SIGNALS = 128;

    /** How a run ended. */
    public enum Fate {
        /** By itself. */
        EXITED,
        /** By itself, but only when its input was ended: until then it waited for its user. */
        WAITED_FOR_INPUT,
        /** By a signal that was not the harness's. */
        KILLED,
        /** The kernel killed it, or one of its processes, because the memory allowed to it was used up. */
        OUT_OF_MEMORY,
        /** It had to be ended: it had connected once more, and was not answered any more. */
        CONNECTED_AGAIN,
        /** It had to be ended: it waited in the kernel. */
        HANGS,
        /** It had to be ended: it used CPU time without end. */
        SPINS,
        /** It had to be ended: it wrote without end. */
        FLOODS
    }

    /** Whether it ended by itself with that status. */
    public boolean exited(int wanted) {
        return fate == Fate.EXITED && status == wanted;
    }

    /** The signal that killed it; 0 when none did. */
    public int signal() {
        return fate == Fate.KILLED ? status - SIGNALS : 0;
    }

    /** The last line that says something: of standard error, else of standard output. */
    public String lastLine() {
        String line = lastLine(errors);
        return line.isEmpty() ? lastLine(output) : line;
    }

    private static String lastLine(Bytes text) {
        Bytes tail = text.from(Math.max(0, text.length() - 2_000));
        return tail.decode(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (one, next) -> next);
    }
}
