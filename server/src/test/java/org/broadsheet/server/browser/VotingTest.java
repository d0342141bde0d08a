package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browsing.Shared.class)
class VotingTest {
    private static final String PAPER = "/papers/2405.19331";

    @Test
    void aVoteCountsAtOnceStaysAndIsTakenBack(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER)) {
            visit.page().evaluate("window.stayed = true");
            vote(visit.page(), "true", "1");
            assertThat(visit.page().locator("body")).isVisible();
            org.assertj.core.api.Assertions.assertThat(visit.page().evaluate("window.stayed"))
                    .as("the page was not loaded anew")
                    .isEqualTo(true);
            visit.page().reload();
            assertVote(visit.page(), "true", "1");
            vote(visit.page(), "false", "0");
            visit.assertClean();
        }
    }

    @Test
    void aVoteNeedsNoJavaScript(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER, Browsing.withoutJavaScript())) {
            vote(visit.page(), "true", "1");
            org.assertj.core.api.Assertions.assertThat(visit.page().url()).contains(PAPER);
            visit.page().reload();
            assertVote(visit.page(), "true", "1");
            vote(visit.page(), "false", "0");
        }
    }

    @Test
    void withoutJavaScriptTheReaderComesBackToThePaperTheyVotedFor(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers", Browsing.withoutJavaScript())) {
            Locator paper = visit.page().locator("[data-paper='2404.15264']");
            paper.locator("button.vote").click();
            org.assertj.core.api.Assertions.assertThat(visit.page().url())
                    .endsWith("/papers#t-2404.15264");
            assertThat(visit.page().locator(":target")).isInViewport();
            visit.page().locator("[data-paper='2404.15264'] button.vote").click();
        }
    }

    private static void vote(Page page, String pressed, String count) {
        page.locator("header button.vote").click();
        assertVote(page, pressed, count);
    }

    private static void assertVote(Page page, String pressed, String count) {
        Locator button = page.locator("header button.vote");
        assertThat(button).hasAttribute("aria-pressed", pressed);
        assertThat(button).hasText(count);
    }
}
