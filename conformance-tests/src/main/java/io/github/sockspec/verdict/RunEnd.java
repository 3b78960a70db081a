package io.github.sockspec.verdict;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a program did in the end, in words: hang, spin, flood, crash and silence are told apart by facts. */
public final class RunEnd {
    /** How the runtimes of the common languages begin or name an error that nobody caught. */
    private static final List<String> UNCAUGHT = List.of(
            "Traceback (most recent call last)", "Exception in thread", "Unhandled exception", "panic:", "panicked at");

    private static final int LONGEST_LINE = 200;

    private RunEnd() {}

    /** As {@link #of(ProgramRun)}, with the time in which nothing happened before its stream was ended. */
    static String of(Observation seen, ProgramRun run) {
        return seen.first(Fact.Quiet.class)
                .filter(quiet -> run.fate() == ProgramRun.Fate.EXITED)
                .map(quiet -> "it hangs: it waited for more for "
                        + quiet.waited().toMillis() + " ms, and only when its stream was ended, " + of(run))
                .orElseGet(() -> of(run));
    }

    static String of(ProgramRun run) {
        return switch (run.fate()) {
            case EXITED -> exited(run);
            case WAITED_FOR_INPUT ->
                "it went on to wait for its user, as if nothing were wrong: only when its input was ended, "
                        + exited(run);
            case KILLED -> "it crashed: signal " + run.signal() + " killed it";
            case OUT_OF_MEMORY -> "it used up all the memory it was allowed, and the kernel killed it";
            case CONNECTED_AGAIN -> "it connected again";
            case HANGS ->
                "it hangs: after " + run.waited().toMillis() + " ms it still waits in the kernel, with "
                        + run.cpu().toMillis() + " ms of CPU time used";
            case SPINS ->
                "it spins: with nothing left to read it used " + run.cpu().toMillis() + " ms of CPU time in "
                        + run.waited().toMillis() + " ms, without end";
            case FLOODS -> "it writes without end";
        };
    }

    /** The same as a fact among others, without its last words: how it ended, or what it did when it was ended. */
    public static String did(ProgramRun run) {
        return switch (run.fate()) {
            case EXITED -> "exited with status " + run.status();
            case WAITED_FOR_INPUT ->
                "waited for its user, and exited with status " + run.status() + " when its input was ended";
            case KILLED -> "was killed by signal " + run.signal();
            case OUT_OF_MEMORY -> "was killed by the kernel, for its memory was used up";
            case CONNECTED_AGAIN -> "connected again, and was ended then";
            case HANGS, SPINS, FLOODS ->
                run.fate().name().toLowerCase(Locale.ROOT) + ", " + run.cpu().toMillis() + " ms of CPU time in "
                        + run.waited().toMillis() + " ms";
        };
    }

    private static String exited(ProgramRun run) {
        String last = run.lastLine();
        String line = last.length() > LONGEST_LINE ? last.substring(0, LONGEST_LINE) + "…" : last;
        String words = crashed(run) ? "it crashed, with status " : "it ended with status ";
        return words + run.status() + (line.isEmpty() || run.status() == 0 ? "" : " (" + line + ")");
    }

    /** Whether an error that nobody caught ended it. */
    static boolean crashed(ProgramRun run) {
        String errors = run.errors().decode(StandardCharsets.UTF_8);
        return run.status() != 0 && UNCAUGHT.stream().anyMatch(errors::contains);
    }
}
