package io.github.sockspec.run;

import java.util.regex.Pattern;

/**
 * Findings in words that stay the same from run to run. Numbers (times, ports, counts, processes) and the names of scratch
 * directories change although nothing has; and whether a peer that gives up is met as a close, a reset or a refusal is a
 * race between its end and the harness.
 */
public final class StableWording {
    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern END = Pattern.compile("(the answer to message \\d+ is not right: )?"
            + "the connection was (refused|closed \\(FIN\\)|reset \\(RST\\))( after \\d+ bytes?)?");

    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)*");

    /** What stands for every way in which a connection ends too early. */
    public static final String ENDED = "the connection ended";

    private StableWording() {}

    /** {@code text} with {@code #} for each number, and one word for all early ends of a connection. */
    public static String steady(String text) {
        String named = RANDOM.matcher(text).replaceAll("#");
        return NUMBER.matcher(END.matcher(named).replaceAll(ENDED)).replaceAll("#");
    }
}
