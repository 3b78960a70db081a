package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges one run of a client: what it asks and prints is a function of the bytes it was sent, never of how they travelled;
 * and when they break off it says so and ends.
 */
public final class ClientJudge {
    /** By how much a client's memory may grow with what it is sent, in bytes. */
    private static final long GROWTH = 64L << 20;

    /** SIGILL, SIGBUS, SIGFPE, SIGSEGV. */
    private static final Set<Integer> CRASHES = Set.of(4, 7, 8, 11);

    private ClientJudge() {}

    /**
     * Whether it asked all that had to be asked, and nothing else, printed all that had to be printed, once, and ended as it
     * had to.
     */
    public static Finding works(ServerPart serverPart, Observation seen, ProgramRun run) {
        Finding asked = asked(serverPart, seen, run);
        Finding printed = asked instanceof Finding.Broken ? asked : PrintedText.of(serverPart, seen, run);
        return printed instanceof Finding.Broken ? printed : endsAsDue(serverPart.due(), run);
    }

    private static Finding endsAsDue(Due due, ProgramRun run) {
        if (due.exit().isPresent()) {
            return ends(run, due.exit().getAsInt());
        }
        return due.end() == Due.End.BY_ITSELF ? ends("with everything done", run) : Finding.HOLDS;
    }

    /** What it printed beside the payloads, which {@link #works} has found there. */
    public static Bytes beside(ServerPart serverPart, ProgramRun run) {
        return PrintedText.beside(serverPart, run);
    }

    /** Whether it ended by itself, with status 0. */
    public static Finding succeeds(ProgramRun run) {
        return ends(run, 0);
    }

    private static Finding ends(ProgramRun run, int status) {
        return run.exited(status)
                ? Finding.HOLDS
                : Finding.Broken.of("with everything done, " + RunEnd.of(run), "exit status " + status, RunEnd.of(run));
    }

    /** Whether it ended with a status of {@code whole}, those that it ends with when the replies come whole. */
    public static Finding endsAsWhole(List<ProgramRun> whole, ProgramRun run) {
        return whole.stream().anyMatch(each -> run.exited(each.status()))
                ? Finding.HOLDS
                : Finding.Broken.of(
                        "with its replies cut, " + RunEnd.of(run),
                        "exit status " + whole.get(0).status() + ", as when the replies come whole",
                        RunEnd.of(run));
    }

    /**
     * Whether it ended, however it did, or connected once more; {@code after} says in words after what. A signal that a program
     * gets for a mistake of its own is a crash and no end.
     */
    public static Finding leavesOrAsksAgain(String after, ProgramRun run) {
        boolean ended = run.fate() == Fate.EXITED
                || run.fate() == Fate.WAITED_FOR_INPUT
                || (run.fate() == Fate.KILLED && !CRASHES.contains(run.signal()));
        return ended || run.fate() == Fate.CONNECTED_AGAIN
                ? Finding.HOLDS
                : Finding.Broken.of(after + ", " + RunEnd.of(run), "an end, or another connection", RunEnd.of(run));
    }

    /** Whether, by what it has been sent over and over, it grew by less than it was sent. */
    public static Finding keepsNot(long sent, ProgramRun plain, ProgramRun run) {
        if (plain.peakBytes() == 0 || run.peakBytes() == 0) {
            return new Finding.Undecided("its memory can't be seen from here");
        }
        long grown = run.peakBytes() - plain.peakBytes();
        return grown < GROWTH || grown < sent - sent / 4
                ? Finding.HOLDS
                : Finding.Broken.of(
                        "its reply went on and on, and after " + mebibytes(sent) + " of it, it held " + mebibytes(grown)
                                + " of memory more than with the reply alone",
                        "less than " + mebibytes(GROWTH) + " more",
                        mebibytes(grown) + " more");
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
    public static Finding givesUp(String after, ServerPart asked, Observation seen, ProgramRun run) {
        Finding stopped = stopsAsking(after, asked, seen);
        return stopped == Finding.HOLDS ? givesUp(after, run) : stopped;
    }

    /** Whether it ended by itself, with a message and a status other than 0; {@code after} says in words after what. */
    public static Finding givesUp(String after, ProgramRun run) {
        if (run.fate() != Fate.EXITED || run.status() == 0) {
            String silently = run.exited(0) ? ", as if nothing were wrong: what is missing goes unnoticed" : "";
            return Finding.Broken.of(
                    after + ", " + RunEnd.of(run) + silently,
                    "an end with a message and a status other than 0",
                    RunEnd.of(run));
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
    private static Finding stopsAsking(String after, ServerPart asked, Observation seen) {
        Bytes received = seen.received();
        Map<String, Bytes> known = new HashMap<>();
        int heard = 0;
        for (Exchange exchange : asked.exchanges()) {
            Reply asks = exchange.asks().filled(known);
            if (!(asks.match(received, heard, StreamState.ENDED) instanceof Match.Complete complete)) {
                return Finding.HOLDS;
            }
            known.putAll(asks.keeps(received, heard));
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
    public static Finding keepsEmptyLine(ServerPart serverPart, Observation seen, ProgramRun run) {
        Finding works = works(serverPart, seen, run);
        ServerPart before = serverPart.withoutLast();
        boolean left = run.fate() == Fate.EXITED && !RunEnd.crashed(run);
        return works instanceof Finding.Broken && left && works(before, seen, run) == Finding.HOLDS
                ? Finding.HOLDS
                : works;
    }

    /** Whether it ended by itself, one way or the other. */
    public static Finding ends(String after, ProgramRun run) {
        return run.fate() == Fate.EXITED
                ? Finding.HOLDS
                : Finding.Broken.of(after + ", " + RunEnd.of(run), "an end", RunEnd.of(run));
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

    private static Finding asked(ServerPart serverPart, Observation seen, ProgramRun run) {
        if (!seen.has(Fact.Connected.class)) {
            return Finding.Broken.of("it never connected: " + RunEnd.of(run), "a connection", "none");
        }
        Bytes received = seen.received();
        Map<String, Bytes> known = new HashMap<>();
        int heard = 0;
        for (Exchange exchange : serverPart.exchanges()) {
            Reply asks = exchange.asks().filled(known);
            Match match = asks.match(received, heard, StreamState.ENDED);
            if (!(match instanceof Match.Complete complete)) {
                int at = match instanceof Match.Wrong wrong ? wrong.at() : received.length();
                String why = at < received.length()
                        ? "what it sent is not the request"
                        : "it did not go on to ask " + asks.describe() + ": " + RunEnd.of(seen, run);
                return new Finding.Broken(why, Side.awaited(asks), Side.came(received, heard, at));
            }
            known.putAll(asks.keeps(received, heard));
            heard = complete.end();
        }
        Bytes rest = received.from(heard);
        return rest.isEmpty() || rest.equals(serverPart.lastAsked())
                ? Finding.HOLDS
                : new Finding.Broken(
                        "it sent what nobody asked it to: " + rest,
                        Side.words("nothing behind the last request"),
                        Side.octets(received, heard, heard));
    }
}
