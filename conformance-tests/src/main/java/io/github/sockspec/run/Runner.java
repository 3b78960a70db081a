package io.github.sockspec.run;

import io.github.sockspec.program.Containers;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.trial.RepeatedDelivery;
import io.github.sockspec.verdict.CaseResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries a plan out: program by program that can run side by side, case by case. */
public final class Runner {
    private final Plan plan;
    private final Progress progress;
    private final Clock clock;
    private final Optional<RepeatedDelivery> repeatedDelivery;

    public Runner(Plan plan, Progress progress) {
        this(plan, progress, Clock.systemUTC());
    }

    private Runner(Runner like, RepeatedDelivery wanted) {
        plan = like.plan;
        progress = like.progress;
        clock = like.clock;
        repeatedDelivery = Optional.of(wanted);
    }

    /** This, but each case carries out just the one delivery that is asked for again. */
    public Runner again(RepeatedDelivery wanted) {
        return new Runner(this, wanted);
    }

    public Runner(Plan plan, Progress progress, Clock clock) {
        this.plan = plan;
        this.progress = progress;
        this.clock = clock;
        repeatedDelivery = Optional.empty();
    }

    /** Runs the cases and gathers their results; programs under test are ended when it returns. */
    public Results run() {
        Containers.expect(plan.implementations());
        Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long start = System.nanoTime();
        progress.started(plan.implementations().stream()
                .mapToInt(each -> plan.cases(each).size())
                .sum());
        Map<Implementation, RunResult> runs = new HashMap<>();
        List<String> errors = new ArrayList<>();
        carryOut(runs, errors);
        List<RunResult> ordered = plan.implementations().stream()
                .map(runs::get)
                .filter(Objects::nonNull)
                .toList();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Gate.Passage passage = gated(ordered, errors);
        return new Results(
                version(),
                plan.sampling().seed(),
                options(),
                passage.exit(),
                ordered,
                took,
                notes(errors, passage),
                Optional.of(started),
                plan.shard());
    }

    private void carryOut(Map<Implementation, RunResult> runs, List<String> errors) {
        boolean interrupted = false;
        for (List<Implementation> together : Waves.of(plan.implementations())) {
            try (RunSession session = new RunSession(plan, together, progress, repeatedDelivery)) {
                errors.addAll(Workers.carryOut(interrupted ? List.of() : session.jobs(), plan.workers()));
                // Whoever is interrupted ends its programs as ever.
                interrupted |= Thread.interrupted();
                session.results().forEach(result -> runs.put(result.implementation(), result));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Gate.Passage gated(List<RunResult> runs, List<String> errors) {
        List<String> failed = Stream.concat(errors.stream(), runs.stream().flatMap(run -> run.trouble().stream()))
                .toList();
        return plan.gate().judge(found(runs, failed));
    }

    /** What {@code runs} of this plan found, as a gate sees it. */
    public Found found(List<RunResult> runs, List<String> errors) {
        return new Found(
                plan.implementations().stream().map(Implementation::name).collect(Collectors.toSet()),
                judgements(runs),
                leftOut(runs),
                errors,
                plan.shard());
    }

    private List<String> notes(List<String> errors, Gate.Passage passage) {
        List<String> notes = new ArrayList<>(errors);
        notes.addAll(passage.notes());
        if (!plan.shard().whole()
                && plan.implementations().stream()
                        .allMatch(each -> plan.cases(each).isEmpty())) {
            notes.add("shard " + plan.shard() + " has none of the cases");
        }
        return notes;
    }

    private static List<Judgement> judgements(List<RunResult> runs) {
        return runs.stream()
                .flatMap(run -> run.cases().stream()
                        .map(each -> Judgement.of(run.implementation().name(), each)))
                .toList();
    }

    /** The places of the catalogue that were not asked for, or belong to another shard. */
    private static List<Place> leftOut(List<RunResult> runs) {
        return runs.stream()
                .flatMap(run -> {
                    Set<String> ran = run.cases().stream().map(CaseResult::id).collect(Collectors.toSet());
                    return Catalogue.of(run.implementation()).stream()
                            .filter(each -> !ran.contains(each.id()))
                            .map(each -> new Place(run.implementation().name(), each.id()));
                })
                .toList();
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("seed", String.valueOf(plan.sampling().seed()));
        options.put("samples", String.valueOf(plan.sampling().size()));
        options.put("workers", String.valueOf(plan.workers()));
        options.put("only", plan.selection().only().toString());
        options.put("skip", plan.selection().skip().toString());
        options.put("grade", plan.selection().grade().map(grade -> grade.word()).orElse("all"));
        options.put("out", plan.out().toString());
        options.put("shard", plan.shard().whole() ? "all" : plan.shard().toString());
        return options;
    }

    private static String version() {
        String version = Runner.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
