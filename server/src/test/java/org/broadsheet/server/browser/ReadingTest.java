package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browsing.Shared.class)
class ReadingTest {
    private static final String PANOHEAD =
            "PanoHead: Geometry-Aware 3D Full-Head Synthesis in 360°";

    @Test
    void theFrontPageShowsTheThirtyPapersOfTheFirstEdition(Browsing browsing) {
        try (Visit visit = browsing.visit("/")) {
            assertThat(visit.page().locator("main [data-paper]")).hasCount(30);
            assertThat(new HashSet<>(papers(visit.page()))).hasSize(30);
            assertThat(visit.page().locator("time[datetime='2025-11-07']").first()).isVisible();
            assertThat(visit.page().getByText("Summaries by Broadsheet").first()).isVisible();
        }
    }

    @Test
    void aHeadlineLeadsToItsPaper(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            Locator headline = visit.page().locator("main h2 a").first();
            String title = headline.textContent().strip();
            headline.click();
            assertThat(visit.page().locator("h1")).hasText(title);
            assertThat(visit.page()).hasURL(Pattern.compile(".*/papers/\\d{4}\\.\\d{5}$"));
        }
    }

    @Test
    void thePaperSaysWhoseItsSummaryIs(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2008.02217")) {
            assertThat(visit.page().locator("main"))
                    .containsText("Summary by Broadsheet, not the authors’ abstract");
        }
    }

    @Test
    void datesLeadFromEditionToEditionPastEmptyDays(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/date/2025-11-07")) {
            visit.page().locator("a[rel=prev]").first().click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/papers/date/" + Oddities.DAY));
            visit.page().locator("a[rel=next]").first().click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/papers/date/2025-11-07"));
        }
    }

    @Test
    void anAuthorsNameLeadsToTheirPapers(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2401.12900")) {
            Locator author = visit.page().locator("p.by a").first();
            String name = author.textContent().strip();
            author.click();
            assertThat(visit.page().locator("h1")).hasText(name);
            assertThat(visit.page().locator("[data-paper='2401.12900']")).isVisible();
        }
    }

    @Test
    void theWireGoesOnWithPapersNotSeenBefore(Browsing browsing) {
        try (Visit visit = browsing.visit("/wire")) {
            List<String> first = papers(visit.page());
            visit.page().locator("a[rel=next]").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*cursor=.*"));
            assertThat(papers(visit.page())).isNotEmpty().doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void formulasAreTypeset(Browsing browsing) {
        try (Visit visit = browsing.visit(Addresses.paper(Oddities.MATHS))) {
            assertThat(visit.page().locator("h1 math msup")).isVisible();
            assertThat(visit.page().locator("h1 math annotation")).hasText("W=KQ^\\top");
            assertThat(visit.page().locator("section math[display=block] mfrac")).isVisible();
            visit.assertClean();
        }
    }

    @Test
    void aDegreeSignNeedsNoTypesetting(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2303.13071")) {
            assertThat(visit.page().locator("h1")).hasText(PANOHEAD);
            visit.assertClean();
        }
    }

    private static List<String> papers(Page page) {
        return page.locator("main [data-paper]").all().stream()
                .map(paper -> String.valueOf(paper.getAttribute("data-paper")))
                .toList();
    }
}
