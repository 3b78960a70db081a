package io.github.sockspec.report.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * The system's Chromium, without a window. Where there is none, the tests that need it are skipped and say so; with
 * {@code -Dsockspec.browser=required} they fail instead.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** It shall talk to nobody. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A busy machine may take long; a page that is right shows what is awaited at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. */
    public static Chromium start() {
        Path executable = executable().orElseThrow(Chromium::missing);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
        return new Chromium(playwright, browser);
    }

    private static RuntimeException missing() {
        String what = "no Chromium on the PATH (" + String.join(", ", NAMES) + "): the report can't be looked at";
        return "required".equals(System.getProperty("sockspec.browser"))
                ? new IllegalStateException(what)
                : new TestAbortedException(what);
    }

    private static Optional<Path> executable() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens {@code file} as a reader with these {@code habits}. */
    public Seen open(Path file, Browser.NewContextOptions habits) {
        BrowserContext reader = browser.newContext(habits);
        reader.setDefaultTimeout(PATIENCE.toMillis());
        Page page = reader.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().equals(file.toUri().toString())) {
                complaints.add("request: " + request.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(file.toUri().toString());
        return new Seen(page, complaints);
    }

    /** Opens {@code file} on a wide screen. */
    public Seen open(Path file) {
        return open(file, new Browser.NewContextOptions().setViewportSize(1200, 900));
    }

    /**
     * A page that was opened.
     *
     * @param complaints what the console said, what was fetched, what was asked: there should be none
     */
    public record Seen(Page page, List<String> complaints) implements AutoCloseable {
        @Override
        public void close() {
            page.context().close();
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
