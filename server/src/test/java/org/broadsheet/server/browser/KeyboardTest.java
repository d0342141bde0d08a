package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Browsing.Shared.class)
class KeyboardTest {
    @Test
    void jAndKMoveFromPaperToPaperAndOOpens(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            Page page = visit.page();
            Locator papers = page.locator("main [data-paper]");
            type(page, "j");
            assertThat(headline(papers.nth(0))).isFocused();
            type(page, "jj");
            assertThat(headline(papers.nth(2))).isFocused();
            type(page, "k");
            assertThat(headline(papers.nth(1))).isFocused();
            String paper = papers.nth(1).getAttribute("data-paper");
            type(page, "o");
            assertThat(page).hasURL(Pattern.compile(".*/papers/" + paper));
        }
    }

    @Test
    void theSlashGoesToTheSearchFieldWhereKeysAreLetters(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            type(visit.page(), "/");
            assertThat(visit.page().locator("#q")).isFocused();
            type(visit.page(), "jov?gw");
            assertThat(visit.page().locator("#q")).hasValue("jov?gw");
            assertThat(visit.page().locator("dialog")).hasCount(0);
        }
    }

    @Test
    void theQuestionMarkShowsTheKeysAndEscapeHidesThem(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            type(visit.page(), "?");
            Locator help = visit.page().locator("dialog.help");
            assertThat(help).isVisible();
            assertThat(help).containsText("go to Trending");
            visit.page().keyboard().press("Escape");
            assertThat(help).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "t, .*/papers$",
        "w, .*/papers/week/2025-W45",
        "m, .*/papers/month/2025-11",
        "r, .*/papers/trending",
        "i, .*/wire"
    })
    void gAndALetterGoToASection(String key, String address, Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2008.02217")) {
            type(visit.page(), "g" + key);
            assertThat(visit.page()).hasURL(Pattern.compile(address));
        }
    }

    @Test
    void vVotesForThePaperThatWasReached(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            type(visit.page(), "jj");
            Locator vote = visit.page().locator("main [data-paper]").nth(1).locator("button.vote");
            type(visit.page(), "v");
            assertThat(vote).hasAttribute("aria-pressed", "true");
            type(visit.page(), "v");
            assertThat(vote).hasAttribute("aria-pressed", "false");
        }
    }

    @Test
    void theFirstTabStopSkipsToThePapers(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().locator(".skip")).isFocused();
            assertThat(visit.page().locator(".skip")).isInViewport();
            assertThat(visit.page().url()).endsWith("/papers");
        }
    }

    private static Locator headline(Locator paper) {
        return paper.locator(":is(h2, h3) a").first();
    }

    private static void type(Page page, String keys) {
        page.keyboard().type(keys);
    }
}
