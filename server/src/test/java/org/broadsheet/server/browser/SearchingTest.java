package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browsing.Shared.class)
class SearchingTest {
    /// Each number on the page is rounded to five places.
    private static final double ROUNDED = 0.5e-5;

    @Test
    void theBoxFindsByWordsAndByMeaning(Browsing browsing) {
        browsing.awaitMeaning();
        try (Visit visit = browsing.visit("/papers")) {
            search(visit.page(), "nonlinear heads");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/papers\\?q=nonlinear\\+heads$"));
            assertThat(visit.page().locator(".query")).containsText("words and meaning");
            assertThat(visit.page().locator(".hit").first().locator("mark").first()).isVisible();
            assertThat(ranks(visit.page(), "Words")).anyMatch(rank -> rank.matches("\\d+"));
            assertThat(ranks(visit.page(), "Meaning")).anyMatch(rank -> rank.matches("\\d+"));
        }
    }

    @Test
    void aQuestionWithoutAnyOfItsWordsIsAnsweredByMeaning(Browsing browsing) {
        browsing.awaitMeaning();
        try (Visit visit = browsing.visit("/papers?q=mouths+moving+to+a+voice")) {
            List<String> first = visit.page().locator(".hit h3").allTextContents().subList(0, 5);
            assertThat(first).anyMatch(title -> title.matches(".*(Talk|Audio).*"));
        }
    }

    @Test
    void whyIsThisHereAddsUpToTheScore(Browsing browsing) {
        browsing.awaitMeaning();
        try (Visit visit = browsing.visit("/papers?q=nonlinear+heads")) {
            Locator hit = visit.page().locator(".hit").first();
            hit.getByText("Why is this here?").click();
            Locator rows = hit.locator(".explain tbody tr");
            assertThat(rows.last()).isVisible();
            List<Double> adds =
                    rows.locator("td:last-child").allTextContents().stream()
                            .map(Double::valueOf)
                            .toList();
            double sum = adds.subList(0, adds.size() - 1).stream().mapToDouble(d -> d).sum();
            assertThat(adds).hasSizeGreaterThanOrEqualTo(3);
            assertThat(sum).isCloseTo(adds.getLast(), Offset.offset(adds.size() * ROUNDED));
            assertThat(hit.locator(".ranks dd").last())
                    .hasText(rows.last().locator("td").last().textContent());
        }
    }

    @Test
    void aKeywordLeadsToASearchThatFindsThePaper(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2308.16898")) {
            visit.page().locator("p.keys a").getByText("nonlinear heads").click();
            assertThat(visit.page().locator("#q")).hasValue(Pattern.compile(".*nonlinear heads.*"));
            assertThat(visit.page().locator(".hit[data-paper='2308.16898']")).isVisible();
        }
    }

    @Test
    void theNextPageShowsTheNextResults(Browsing browsing) {
        browsing.awaitMeaning();
        try (Visit visit = browsing.visit("/papers?q=neural+networks")) {
            List<String> first = hits(visit.page());
            visit.page().locator("a[rel=next]").click();
            visit.page().waitForURL(Pattern.compile(".*page=2.*"));
            assertThat(hits(visit.page())).isNotEmpty().doesNotContainAnyElementsOf(first);
            visit.page().locator("a[rel=prev]").click();
            visit.page().waitForURL(Pattern.compile(".*q=neural.networks"));
            assertThat(hits(visit.page())).isEqualTo(first);
        }
    }

    @Test
    void aClauseIsTakenOffByItself(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers?q=heads+date:2024")) {
            visit.page().locator(".chip").getByText("date:2024").click();
            assertThat(visit.page().locator("#q")).hasValue("heads");
        }
    }

    @Test
    void aSearchIsNarrowedByWhatItFound(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers?q=heads")) {
            String before = visit.page().locator(".query [role=status]").textContent();
            visit.page().locator(".facets a.choice").first().click();
            assertThat(visit.page().locator(".chip")).hasCount(1);
            assertThat(visit.page().locator(".query [role=status]")).not().hasText(before);
        }
    }

    @Test
    void similarPapersAreSearchedFromAResult(Browsing browsing) {
        browsing.awaitMeaning();
        try (Visit visit = browsing.visit("/papers?q=nonlinear+heads")) {
            String paper = hits(visit.page()).getFirst();
            visit.page().locator(".hit").first().getByText("Similar", exactly()).click();
            assertThat(visit.page().locator("#q")).hasValue("like:" + paper);
            assertThat(hits(visit.page())).isNotEmpty().doesNotContain(paper);
        }
    }

    @Test
    void aQueryThatCannotBeReadIsToldWhatIsAccepted(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            search(visit.page(), "date:yesterday");
            assertThat(visit.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .containsText("yesterday");
            assertThat(visit.page().locator("#q")).hasValue("date:yesterday");
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void search(Page page, String query) {
        page.locator("#q").fill(query);
        page.locator("#q").press("Enter");
        page.waitForURL("**/papers?q=*");
    }

    private static List<String> hits(Page page) {
        return page.locator(".hit").all().stream()
                .map(hit -> String.valueOf(hit.getAttribute("data-paper")))
                .toList();
    }

    private static List<String> ranks(Page page, String list) {
        return page.locator(".ranks div")
                .filter(new Locator.FilterOptions().setHasText(list))
                .locator("dd")
                .allTextContents();
    }
}
