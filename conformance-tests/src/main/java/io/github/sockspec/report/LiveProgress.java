package io.github.sockspec.report;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.run.Progress;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** What a person sees while cases run: a line for each program and grade when its last case is done, and a bar. */
public final class LiveProgress implements Progress, AutoCloseable {
    private static final int BAR_WIDTH = 78;

    private final PrintStream out;
    private final Colour paint;
    private final @Nullable PrintStream terminal;
    private final Map<Group, Integer> expected;
    private final Map<Group, List<CaseResult>> done = new HashMap<>();
    private @Nullable ProgressBar bar;

    /** The cases of one grade for one program. */
    public record Group(Implementation implementation, Grade grade) {}

    /**
     * Progress of which nothing is shown yet.
     *
     * @param expected how many cases each group has
     * @param terminal where a bar can be drawn; none when nobody would see it
     */
    public LiveProgress(PrintStream out, Colour paint, Map<Group, Integer> expected, @Nullable PrintStream terminal) {
        this.out = out;
        this.paint = paint;
        this.expected = Map.copyOf(expected);
        this.terminal = terminal;
    }

    @Override
    public synchronized void started(int cases) {
        if (terminal != null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("cases")
                    .setInitialMax(cases)
                    .setUpdateIntervalMillis(100)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, BAR_WIDTH))
                    .build();
        }
    }

    @Override
    public synchronized void finished(CaseResult result, Implementation implementation) {
        if (bar != null) {
            bar.step();
        }
        Group group = new Group(implementation, result.clause().grade());
        List<CaseResult> results = done.computeIfAbsent(group, each -> new ArrayList<>());
        results.add(result);
        if (results.size() == expected.getOrDefault(group, -1)) {
            print(line(group, results));
        }
    }

    private void print(String line) {
        if (terminal != null) {
            // The bar stands in this line; it draws itself again in the next.
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
        out.println(line);
    }

    private String line(Group group, List<CaseResult> results) {
        Map<Outcome, Long> counts = results.stream()
                .collect(Collectors.groupingBy(CaseResult::outcome, TreeMap::new, Collectors.counting()));
        String said = counts.entrySet().stream()
                .map(count -> paint.on(
                        FailureText.shade(count.getKey()),
                        count.getValue() + " " + count.getKey().word().replace('-', ' ')))
                .collect(Collectors.joining(", "));
        Implementation program = group.implementation();
        return String.format(
                        Locale.ROOT,
                        "%-32s %-14s ",
                        program.protocol().word() + " " + program.role().word() + "  "
                                + SafeText.line(program.name(), 80),
                        group.grade().word())
                + said;
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
