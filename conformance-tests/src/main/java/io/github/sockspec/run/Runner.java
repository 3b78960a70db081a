package io.github.sockspec.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.suite.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/** Carries a plan out: the cases are JUnit tests, so JUnit's launcher runs them. */
public final class Runner {
    /** Where JUnit's own report is written, below the plan's directory. */
    public static final String JUNIT_DIRECTORY = "junit";

    private final Plan plan;
    private final Progress progress;

    public Runner(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** The selected cases that at least one of the implementations can be judged by. */
    public List<CaseDescription> cases() {
        return plan.selection().of(Catalogue.all()).stream()
                .filter(each -> plan.implementations().stream()
                        .anyMatch(implementation -> RunSession.takes(implementation, each.clause())))
                .toList();
    }

    /** Runs the cases and gathers their results; programs under test are ended when it returns. */
    public Results run() {
        long start = System.nanoTime();
        List<CaseDescription> cases = cases();
        progress.started(Math.toIntExact(plan.implementations().stream()
                .mapToLong(implementation -> cases.stream()
                        .filter(each -> RunSession.takes(implementation, each.clause()))
                        .count())
                .sum()));
        List<RunResult> runs;
        List<String> errors;
        try (RunSession session = new RunSession(plan, progress)) {
            errors = cases.isEmpty() ? List.of() : execute(cases, session);
            runs = session.results();
        }
        List<String> complaints = plan.known()
                .complaints(runs.stream().flatMap(run -> run.cases().stream()).toList());
        return new Results(
                version(),
                plan.sampling().seed(),
                options(),
                Gate.of(runs, plan.known(), complaints, errors),
                runs,
                Duration.ofNanos(System.nanoTime() - start),
                Stream.concat(errors.stream(), complaints.stream()).toList());
    }

    /** Runs the cases; what broke in the suite itself, a line each. */
    private List<String> execute(List<CaseDescription> cases, Session session) {
        SuiteErrors errors = new SuiteErrors();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        try (LauncherSession launcher = LauncherFactory.openSession(config);
                PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
            launcher.getStore().put(Namespace.create("io.github.sockspec"), Session.KEY, session);
            launcher.getLauncher()
                    .execute(request(cases), errors, new LegacyXmlReportGeneratingListener(junitDirectory(), nowhere));
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

    private Path junitDirectory() {
        try {
            return Files.createDirectories(plan.out().resolve(JUNIT_DIRECTORY));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(plan.out() + ": no report can be written there", unwritable);
        }
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
        return options;
    }

    private static String version() {
        String version = Runner.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
