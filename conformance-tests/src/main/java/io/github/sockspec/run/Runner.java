package io.github.sockspec.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.suite.Encore;
import io.github.sockspec.suite.Session;
import io.github.sockspec.target.Containers;
import io.github.sockspec.target.Implementation;
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
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Carries a plan out: the cases are JUnit tests, so JUnit's launcher runs them. */
public final class Runner {
    private final Plan plan;
    private final Progress progress;
    private final Clock clock;
    private final Optional<Encore> encore;

    public Runner(Plan plan, Progress progress) {
        this(plan, progress, Clock.systemUTC());
    }

    private Runner(Runner like, Encore wanted) {
        plan = like.plan;
        progress = like.progress;
        clock = like.clock;
        encore = Optional.of(wanted);
    }

    /** This, but each case carries out just the one delivery that is asked for again. */
    public Runner again(Encore wanted) {
        return new Runner(this, wanted);
    }

    public Runner(Plan plan, Progress progress, Clock clock) {
        this.plan = plan;
        this.progress = progress;
        this.clock = clock;
        encore = Optional.empty();
    }

    /** The cases of this plan for {@code implementation}: those selected, of its side, in the plan's shard. */
    private List<CaseDescription> cases(Implementation implementation) {
        return plan.selection().of(Catalogue.all()).stream()
                .filter(each -> RunSession.takes(implementation, each.clause()))
                .filter(each -> plan.shard().takes(new Place(implementation.name(), each.id())))
                .toList();
    }

    /** Runs the cases and gathers their results; programs under test are ended when it returns. */
    public Results run() {
        Containers.expect(plan.implementations());
        Instant started = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long start = System.nanoTime();
        progress.started(plan.implementations().stream()
                .mapToInt(each -> cases(each).size())
                .sum());
        Map<Implementation, RunResult> runs = new HashMap<>();
        List<String> errors = new ArrayList<>();
        for (List<Implementation> together : Waves.of(plan.implementations())) {
            try (RunSession session = new RunSession(plan, together, progress, encore)) {
                errors.addAll(execute(together, session));
                session.results().forEach(result -> runs.put(result.implementation(), result));
            }
        }
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

    private Gate.Passage gated(List<RunResult> runs, List<String> errors) {
        List<String> failed = Stream.concat(errors.stream(), runs.stream().flatMap(run -> run.trouble().stream()))
                .toList();
        return plan.gate().judge(found(runs, failed));
    }

    /** What {@code runs} of this plan found, as a gate sees it. */
    public Gate.Found found(List<RunResult> runs, List<String> errors) {
        return new Gate.Found(
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
                && plan.implementations().stream().allMatch(each -> cases(each).isEmpty())) {
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
                    return Catalogue.all().stream()
                            .filter(each -> RunSession.takes(run.implementation(), each.clause()))
                            .filter(each -> !ran.contains(each.id()))
                            .map(each -> new Place(run.implementation().name(), each.id()));
                })
                .toList();
    }

    /** Runs the cases; what broke in the suite itself, a line each. */
    private List<String> execute(List<Implementation> together, Session session) {
        List<CaseDescription> cases = together.stream()
                .flatMap(each -> cases(each).stream())
                .distinct()
                .toList();
        if (cases.isEmpty()) {
            return List.of();
        }
        SuiteErrors errors = new SuiteErrors();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        try (LauncherSession launcher = LauncherFactory.openSession(config)) {
            launcher.getStore().put(Namespace.create("io.github.sockspec"), Session.KEY, session);
            launcher.getLauncher().execute(request(cases), errors);
        }
        return errors.errors();
    }

    private LauncherDiscoveryRequest request(List<CaseDescription> cases) {
        String workers = String.valueOf(plan.workers());
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(cases.stream()
                        .map(each -> selectMethod(each.method().getDeclaringClass(), each.method()))
                        .toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", workers)
                .build();
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
