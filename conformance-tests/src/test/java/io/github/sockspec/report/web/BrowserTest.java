package io.github.sockspec.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The report as a reader meets it, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final String SHOWN = ".case:not([hidden])";

    private final Path directory;
    private Chromium chromium;

    BrowserTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void page_opened_saysTheVerdictAndNothingToTheConsole() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            assertEquals("BROKEN", seen.page().locator("h1").textContent());
            assertTrue(seen.page().locator(".findings").textContent().contains("LOGIN-4"));
            assertEquals(List.of(), seen.complaints());
        }
    }

    @Test
    void search_asOneTypes_leavesWhatFits() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            Page page = seen.page();
            page.locator("#search").pressSequentially("joined one by one");

            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("1 of 6 cases");
            assertEquals(1, page.locator(SHOWN).count());
            assertEquals(1, page.locator(".clause:visible").count());
            page.locator("#search").press("Escape");
            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("6 cases");
        }
    }

    @Test
    void search_nothingFits_saysSo() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            seen.page().locator("#search").fill("no such thing");

            PlaywrightAssertions.assertThat(seen.page().locator("#nothing")).isVisible();
            assertEquals(0, seen.page().locator(SHOWN).count());
        }
    }

    @Test
    void filter_byVerdictAndMenus_leavesWhatFits() {
        try (Chromium.Seen seen = chromium.open(ReportPages.several(directory))) {
            Page page = seen.page();
            page.locator(".chip.pass").click();
            assertEquals(4, page.locator(SHOWN).count());
            page.locator("#by-program").selectOption("p1");
            assertEquals(3, page.locator(SHOWN).count());
            page.locator("button[type=reset]").click();

            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("9 cases");
            assertEquals(List.of(), seen.complaints());
        }
    }

    @Test
    void case_byKeyboard_opensAndShowsItsTimelineAndBytes() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            Page page = seen.page();
            Locator first = page.locator(".case.fail").first();
            assertFalse(first.locator(".ladder > svg").isVisible());
            first.locator("summary").first().focus();
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(first.locator(".ladder > svg")).isVisible();
            assertTrue(first.locator(".ladder").textContent().contains("cut behind byte 1"));
            assertEquals(
                    "73 75 63 63 65 73 73",
                    first.locator(".expected mark").first().textContent());
        }
    }

    @Test
    void slash_anywhere_leadsToTheSearch() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            seen.page().keyboard().press("/");

            PlaywrightAssertions.assertThat(seen.page().locator("#search")).isFocused();
            assertEquals("", seen.page().locator("#search").inputValue());
        }
    }

    @Test
    void copy_ofTheCommand_putsItOnTheClipboard() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            Page page = seen.page();
            Locator first = page.locator(".case.fail").first();
            first.locator("summary").first().click();
            first.locator(".copy button").click();
            PlaywrightAssertions.assertThat(page.locator("#status")).hasText("Copied to the clipboard");
            page.locator("#search").focus();
            page.keyboard().press("Control+V");

            PlaywrightAssertions.assertThat(page.locator("#search")).hasValue("./sockspec replay");
        }
    }

    @Test
    void theme_ofTheSystem_canBeOverruled() {
        Browser.NewContextOptions dark = new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK);
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory), dark)) {
            Object atNight = seen.page().evaluate("getComputedStyle(document.body).backgroundColor");
            seen.page().locator("#theme").selectOption("light");
            Object byDay = seen.page().evaluate("getComputedStyle(document.body).backgroundColor");

            assertNotEquals(atNight, byDay);
            assertEquals("rgb(255, 255, 255)", byDay);
        }
    }

    @Test
    void matrix_cell_opensItsCase() {
        try (Chromium.Seen seen = chromium.open(ReportPages.several(directory))) {
            Page page = seen.page();
            page.locator("#search").fill("right");
            Locator cell = page.locator("a.cell.fail").first();
            assertTrue(cell.textContent().contains("one-recv-login, LOGIN-3: 2 fail"), cell.textContent());
            cell.focus();
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(page.locator(".case.fail details[open] .ladder > svg"))
                    .isVisible();
            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("9 cases");
            assertEquals(List.of(), seen.complaints());
        }
    }

    @Test
    void narrowScreen_everythingOpen_neverScrollsSideways() {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(360, 740);
        for (Path file :
                List.of(ReportPages.single(directory.resolve("one")), ReportPages.several(directory.resolve("many")))) {
            try (Chromium.Seen seen = chromium.open(file, phone)) {
                openAll(seen.page());

                assertEquals(360, seen.page().evaluate("document.documentElement.scrollWidth"));
            }
        }
    }

    @Test
    void script_switchedOff_leavesAWholePage() {
        Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Chromium.Seen seen = chromium.open(ReportPages.several(directory), plain)) {
            Page page = seen.page();
            assertEquals(9, page.locator(SHOWN).count());
            assertFalse(page.locator("#filter").isVisible());
            // Not by a click: one that meets a page which still moves waits by the page's own timer, which never ends
            // here.
            page.locator(".case.fail summary").first().press("Enter");

            PlaywrightAssertions.assertThat(page.locator(".ladder > svg").first())
                    .isVisible();
        }
    }

    @Test
    void policy_markupAndScriptAddedLater_isRefused() {
        try (Chromium.Seen seen = chromium.open(ReportPages.single(directory))) {
            Page page = seen.page();
            for (String attempt : List.of(
                    "document.body.innerHTML = '<img src=x onerror=\"window.ran = 1\">'",
                    "document.body.appendChild(document.createElement('script')).text = 'window.ran = 1'",
                    "document.querySelector('h1').setAttribute('onclick', 'window.ran = 1');"
                            + "document.querySelector('h1').click()")) {
                page.evaluate("() => { try { " + attempt + " } catch (refused) { } }");
                assertEquals(null, page.evaluate("window.ran"), attempt);
            }
        }
    }

    @Test
    void filter_of2000Cases_touchesOnlyWhatChanges() {
        try (Chromium.Seen seen = chromium.open(ReportPages.large(directory))) {
            Page page = seen.page();
            page.evaluate("""
                    () => {
                      window.touched = 0;
                      new MutationObserver((changes) => { window.touched += changes.length; })
                        .observe(document.getElementById('clauses'), { attributes: true, subtree: true });
                    }""");
            page.locator("#search").fill("login");
            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("2000 cases");
            assertEquals(0, page.evaluate("window.touched"));
            page.locator(".chip.fail").click();

            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("200 of 2000 cases");
            int touched = (Integer) page.evaluate("window.touched");
            assertTrue(
                    touched >= 1800
                            && touched
                                    <= 1800 + page.locator(".clause, .program").count(),
                    "touched " + touched);
        }
    }

    @Test
    void accessibility_everythingOpen_hasNoViolation() {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Browser.NewContextOptions habits = new Browser.NewContextOptions()
                    .setColorScheme(colours)
                    .setBypassCSP(true)
                    .setViewportSize(1200, 900);
            for (Path file : List.of(
                    ReportPages.single(directory.resolve("one")), ReportPages.several(directory.resolve("many")))) {
                try (Chromium.Seen seen = chromium.open(file, habits)) {
                    openAll(seen.page());

                    assertEquals(List.of(), Axe.violations(seen.page()), colours + " " + file);
                }
            }
        }
    }

    private static void openAll(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    }
}
