package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.Counterpart.Exchange;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;

/**
 * Judges one run of a client: what it asks and prints is a function of the bytes it was sent, never of how they travelled;
 * and when they break off it says so and ends.
 */
public final class ClientJudge {
    private ClientJudge() {}

    /** Whether it asked all that had to be asked, and nothing else, and printed all that had to be printed, once. */
    public static Finding works(Counterpart counterpart, Observation seen, ProgramRun run) {
        Finding asked = asked(counterpart, seen, run);
        return asked instanceof Finding.Broken ? asked : Printed.of(counterpart, seen, run);
    }

    /** What it printed beside the payloads, which {@link #works} has found there. */
    public static Bytes beside(Counterpart counterpart, ProgramRun run) {
        return Printed.beside(counterpart, run);
    }

    /** Whether it ended by itself, with status 0. */
    public static Finding succeeds(ProgramRun run) {
        return run.exited(0)
                ? Finding.HOLDS
                : Finding.Broken.of("with everything done, " + Demeanour.of(run), "exit status 0", Demeanour.of(run));
    }

    /** Whether the kernel let it live, within the memory that it was allowed. */
    public static Finding keepsWithinMemory(ProgramRun run) {
        return run.fate() == Fate.OUT_OF_MEMORY
                ? Finding.Broken.of(
                        "out of memory: the kernel killed it (OOM kill)",
                        "an end by itself, in the memory that it was allowed",
                        "an OOM kill")
                : Finding.HOLDS;
    }

    /**
     * Whether it asked nothing more than {@code asked} holds, and ended by itself, with a message and a status other than 0;
     * {@code after} says in words after what.
     */
    public static Finding givesUp(String after, Counterpart asked, Observation seen, ProgramRun run) {
        Finding stopped = stopsAsking(after, asked, seen);
        return stopped == Finding.HOLDS ? givesUp(after, run) : stopped;
    }

    /** Whether it ended by itself, with a message and a status other than 0; {@code after} says in words after what. */
    public static Finding givesUp(String after, ProgramRun run) {
        if (run.fate() != Fate.EXITED || run.status() == 0) {
            String silently = run.exited(0) ? ", as if nothing were wrong: what is missing goes unnoticed" : "";
            return Finding.Broken.of(
                    after + ", " + Demeanour.of(run) + silently,
                    "an end with a message and a status other than 0",
                    Demeanour.of(run));
        }
        return run.lastLine().isEmpty()
                ? Finding.Broken.of(
                        after + ", it ended with status " + run.status() + " but without a word",
                        "a message",
                        "no output at all")
                : Finding.HOLDS;
    }

    /** Whether it told its user {@code what} it was told, on either stream. */
    public static Finding tells(Bytes what, ProgramRun run) {
        return run.output().indexOf(what, 0) >= 0 || run.errors().indexOf(what, 0) >= 0
                ? Finding.HOLDS
                : new Finding.Broken(
                        "it did not print what the server answered",
                        Side.octets(what),
                        Side.octets(run.output(), 0, run.output().length()));
    }

    /** It may say on leaving what one says then. */
    private static Finding stopsAsking(String after, Counterpart asked, Observation seen) {
        Bytes received = seen.received();
        int heard = 0;
        for (Exchange exchange : asked.exchanges()) {
            if (!(exchange.asks().match(received, heard, true) instanceof Match.Complete complete)) {
                return Finding.HOLDS;
            }
            heard = complete.end();
        }
        Bytes rest = received.from(heard);
        return rest.isEmpty() || rest.equals(asked.lastAsked())
                ? Finding.HOLDS
                : new Finding.Broken(
                        after + ", what is no reply was taken for one, and it asked again",
                        Side.words("nothing more is asked"),
                        Side.octets(received, heard, heard));
    }

    /** Whether it did not send the empty line that it was given before its last request; it may leave instead. */
    public static Finding keepsEmptyLine(Counterpart counterpart, Observation seen, ProgramRun run) {
        Finding works = works(counterpart, seen, run);
        Counterpart before = counterpart.withoutLast();
        boolean left = run.fate() == Fate.EXITED && !Demeanour.crashed(run);
        return works instanceof Finding.Broken && left && works(before, seen, run) == Finding.HOLDS
                ? Finding.HOLDS
                : works;
    }

    /** Whether it ended by itself, one way or the other. */
    public static Finding ends(String after, ProgramRun run) {
        return run.fate() == Fate.EXITED
                ? Finding.HOLDS
                : Finding.Broken.of(after + ", " + Demeanour.of(run), "an end", Demeanour.of(run));
    }

    /** Whether it kept below {@code most} bytes of memory. */
    public static Finding bounded(ProgramRun run, long most) {
        if (run.peakBytes() == 0) {
            return new Finding.Undecided("its memory can't be seen from here");
        }
        return run.peakBytes() <= most
                ? Finding.HOLDS
                : Finding.Broken.of(
                        "it held " + mebibytes(run.peakBytes()) + " of memory",
                        "at most " + mebibytes(most),
                        mebibytes(run.peakBytes()));
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static Finding asked(Counterpart counterpart, Observation seen, ProgramRun run) {
        if (!seen.has(Fact.Connected.class)) {
            return Finding.Broken.of("it never connected: " + Demeanour.of(run), "a connection", "none");
        }
        Bytes received = seen.received();
        int heard = 0;
        for (Exchange exchange : counterpart.exchanges()) {
            Match match = exchange.asks().match(received, heard, true);
            if (!(match instanceof Match.Complete complete)) {
                return notAsked(exchange, heard, match, seen, run);
            }
            heard = complete.end();
        }
        Bytes rest = received.from(heard);
        return rest.isEmpty() || rest.equals(counterpart.lastAsked())
                ? Finding.HOLDS
                : new Finding.Broken(
                        "it sent what nobody asked it to: " + rest,
                        Side.words("nothing behind the last request"),
                        Side.octets(received, heard, heard));
    }

    private static Finding notAsked(Exchange exchange, int heard, Match match, Observation seen, ProgramRun run) {
        Bytes received = seen.received();
        int at = match instanceof Match.Wrong wrong ? wrong.at() : received.length();
        boolean missing = at >= received.length();
        return new Finding.Broken(
                missing
                        ? "it did not go on to ask " + exchange.asks().describe() + ": " + Demeanour.of(seen, run)
                        : "what it sent is not the request",
                Side.awaited(exchange.asks()),
                Side.came(received, heard, at));
    }
}
