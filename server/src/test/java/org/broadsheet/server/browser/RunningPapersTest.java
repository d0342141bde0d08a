package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.broadsheet.server.trial.coin.Coin;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs of a stranger's reproduction, in processes of their own, as a reader asks for them.
@ExtendWith(Browsing.Shared.class)
class RunningPapersTest {
    private static final String PAPER = Addresses.paper(Coin.PAPER);

    /// A process starts within seconds; on a busy machine within more of them.
    private static final double PATIENCE_MILLIS = 60_000;

    @Test
    void aRunIsStartedWatchedStoppedRunAgainAndItsReportRead(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER)) {
            Page page = visit.page();
            ask(page, "123", "never");
            page.evaluate("window.stayed = true");
            awaitProgress(page);
            assertThat(page.locator("#now .exhibits svg")).isVisible();
            assertThat(page.locator("#now .metrics")).containsText("share of heads");
            assertThat(page.evaluate("window.stayed"))
                    .as("the page was not loaded anew")
                    .isEqualTo(true);

            stop(page);
            button(page, "Run again").click();
            awaitProgress(page);
            stop(page);

            ask(page, "124", "well");
            Locator caption = page.locator(".claims caption");
            assertThat(caption)
                    .containsText(
                            "quick size, seed 1, tosses 124",
                            new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            caption.locator("a").click();
            assertThat(page.locator(".heat").first()).isVisible();
            // A stream ends when the reader goes to another page.
            assertThat(visit.complaints())
                    .allMatch(one -> one.startsWith("not loaded: ") && one.endsWith("/events"));
        }
    }

    @Test
    void theSameRunIsNotRunTwice(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER)) {
            ask(visit.page(), "125", "well");
            assertThat(visit.page().locator(".claims caption"))
                    .containsText(
                            "tosses 125", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            ask(visit.page(), "125", "well");
            assertThat(visit.page().locator(".notice")).containsText("it was not run again");
        }
    }

    @Test
    void itAllWorksWithoutJavaScript(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER, Browsing.withoutJavaScript())) {
            ask(visit.page(), "126", "never");
            awaitProgress(visit.page());
            stop(visit.page());
            ask(visit.page(), "126", "well");
            assertThat(visit.page().locator(".claims caption"))
                    .containsText(
                            "tosses 126", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    @Test
    void aValueThatIsNotAcceptedIsToldAtItsFieldWhichHasTheFocus(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER)) {
            ask(visit.page(), "nine", "well");
            Locator field = visit.page().locator("#f-set-tosses");
            assertThat(field).hasValue("nine");
            assertThat(field).isFocused();
            assertThat(visit.page().locator("#f-set-tosses-e")).containsText("you gave nine");
            assertThat(visit.page().locator("#f-set-end")).hasValue("well");
        }
    }

    @Test
    void everyoneCanReadARunUnderWayAndAFailedOne(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER, Browsing.wide().setBypassCSP(true))) {
            Page page = visit.page();
            ask(page, "127", "never");
            awaitProgress(page);
            assertReadable(page);
            stop(page);
            ask(page, "127", "badly");
            assertThat(page.locator("#now .notice"))
                    .containsText(
                            "the coin fell into <the> drain",
                            new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertReadable(page);
            ask(page, "0", "well");
            assertThat(page.locator(".error").first()).isVisible();
            assertReadable(page);
        }
    }

    private static void assertReadable(Page page) {
        Axe axe = Axe.on(page);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            assertThat(axe.barriers(Axe.ALL)).as(scheme.toString()).isEmpty();
        }
    }

    private static void ask(Page page, String tosses, String end) {
        page.locator("#f-set-tosses").fill(tosses);
        page.locator("#f-set-end").selectOption(end);
        page.locator("#settings button").click();
    }

    /// The coin is tossed twice before it waits to be stopped.
    private static void awaitProgress(Page page) {
        assertThat(
                        page.locator(
                                "#now .stage",
                                new Page.LocatorOptions().setHasText("Repetition 2 of 5")))
                .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("#now .metrics"))
                .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static Locator button(Page page, String label) {
        return page.locator("#now button", new Page.LocatorOptions().setHasText(label));
    }

    private static void stop(Page page) {
        button(page, "Stop").click();
        assertThat(page.locator("#now h3")).containsText("was stopped");
    }
}
