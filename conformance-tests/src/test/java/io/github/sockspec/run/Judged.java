package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Servers that were judged by a whole run, and what is known of them beforehand. */
record Judged(Results results) {
    static final Path SERVERS =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/implementations");

    /** Fewer samples than by default: what is shown here is verdicts, not coverage. */
    private static final Sampling SAMPLING = new Sampling(42, 16);

    private static final Progress SILENT = new Progress() {
        @Override
        public void started(int cases) {}

        @Override
        public void finished(CaseResult result, Implementation implementation) {}
    };

    /** Judges the servers of these manifests side by side, by the cases that {@code only} matches. */
    static Judged of(Path out, Collection<Path> manifests, String... only) {
        List<Glob> globs = Arrays.stream(only).map(Glob::new).toList();
        List<Implementation> servers = manifests.stream().map(Manifests::read).toList();
        Selection selection = new Selection(globs, List.of(), Optional.empty());
        return new Judged(new Runner(
                        new Plan(servers, selection, SAMPLING, out, Gate.of(KnownFailures.NONE), 2, Shard.WHOLE),
                        SILENT)
                .run());
    }

    static Judged of(Path out, String manifest, String... only) {
        return of(out, List.of(SERVERS.resolve(manifest)), only);
    }

    /** The cases of all servers. */
    List<CaseResult> cases() {
        return results.runs().stream().flatMap(run -> run.cases().stream()).toList();
    }

    List<CaseResult> cases(Outcome outcome) {
        return cases().stream().filter(each -> each.outcome() == outcome).toList();
    }

    /** The clauses of which a case had that outcome. */
    Set<String> clauses(Outcome outcome) {
        return cases(outcome).stream().map(each -> each.clause().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a case did not apply because it asks what only a container can show, and this was none. */
    static boolean asksOfContainersAlone(CaseResult each) {
        return each.outcome() == Outcome.NOT_APPLICABLE && each.reason().startsWith("it does not run in a container");
    }

    /** Whether replies would have to be joined for it, and the program asks nothing more before it is answered. */
    static boolean asksOfThoseAloneThatDoNotWait(CaseResult each) {
        return each.outcome() == Outcome.NOT_APPLICABLE && each.reason().equals(ClientTrial.WAITS_FOR_EACH_REPLY);
    }

    /** What came out, where it is not a pass, a line each. */
    String text() {
        return results.exit() + "\n" + results.notes() + "\n"
                + results.runs().stream()
                        .flatMap(run -> run.cases().stream()
                                .filter(each ->
                                        each.outcome() != Outcome.PASS && each.outcome() != Outcome.NOT_APPLICABLE)
                                .map(each -> run.implementation().name() + " " + each.outcome() + " " + each.id() + ": "
                                        + each.reason() + " expected " + shortened(each.expected()) + " actual "
                                        + shortened(each.actual())))
                        .collect(Collectors.joining("\n"));
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** Requires these clauses, and no others, to fail and to warn. */
    void requires(Set<String> fails, Set<String> warns) {
        assertAll(
                () -> assertEquals(new TreeSet<>(fails), clauses(Outcome.FAIL), this::text),
                () -> assertEquals(new TreeSet<>(warns), clauses(Outcome.WARN), this::text));
    }

    /** Requires every case to hold, or not to be applicable. */
    void requiresNoAlarm() {
        requires(Set.of(), Set.of());
        assertAll(
                () -> assertEquals(Set.of(), clauses(Outcome.INCONCLUSIVE), this::text),
                () -> assertEquals(ExitStatus.HOLDS, results.exit(), this::text));
    }
}
