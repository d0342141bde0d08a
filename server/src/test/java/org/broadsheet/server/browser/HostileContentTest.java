package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Papers from outside carry whatever somebody wrote; the pages show it and act on none of it.
@ExtendWith(Browsing.Shared.class)
class HostileContentTest {
    static Stream<String> lists() {
        return Stream.of(
                "/papers/date/" + Oddities.DAY,
                "/papers/month/2025-10",
                "/wire",
                "/papers?q=trapped",
                "/papers?q=keyword:trapped");
    }

    static Stream<PaperId> papers() {
        return Oddities.TRAPS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListShowsThemAllAsText(String path, Browsing browsing) {
        try (Visit visit = browsing.visit(path, Browsing.phone())) {
            assertThat(visit.page().locator("main")).containsText("Trapped title");
            assertHarmless(visit);
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aPaperShowsItAsText(PaperId paper, Browsing browsing) {
        try (Visit visit = browsing.visit(Addresses.paper(paper), Browsing.phone())) {
            assertThat(visit.page().locator("h1")).containsText("Trapped title");
            assertHarmless(visit);
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void anAuthorsPageShowsItAsText(PaperId paper, Browsing browsing) {
        String name = "Author No1 " + Oddities.TRAPS.get(paper);
        try (Visit visit = browsing.visit(Addresses.author(AuthorKey.of(name)), Browsing.phone())) {
            assertThat(visit.page().locator("h1")).containsText("Author No1");
            assertHarmless(visit);
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void whatWasTypedComesBackAsText(PaperId paper, Browsing browsing) {
        String typed = String.valueOf(Oddities.TRAPS.get(paper));
        try (Visit visit = browsing.visit(Addresses.search(typed), Browsing.phone())) {
            assertHarmless(visit);
        }
        try (Visit visit =
                browsing.visit(Addresses.author(AuthorKey.of("x " + typed)), Browsing.phone())) {
            assertHarmless(visit);
        }
    }

    @Test
    void everyOneOfManyAuthorsIsNamed(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2510.90001")) {
            assertThat(visit.page().locator("header .by a")).hasCount(Oddities.CROWD);
            visit.page().locator("details.more summary").click();
            assertThat(visit.page().getByText("Author No" + Oddities.CROWD + " <script>").first())
                    .isVisible();
        }
    }

    @SuppressWarnings("unchecked") // what the script makes is a list of strings
    private static void assertHarmless(Visit visit) {
        visit.assertClean();
        assertThat(visit.page().evaluate("window." + Oddities.SPRUNG)).isNull();
        assertThat(Layout.overflow(visit.page())).isEmpty();
        List<String> links =
                (List<String>)
                        visit.page()
                                .evaluate(
                                        "[...document.links].map((link) => new URL(link.href).protocol)");
        assertThat(links).allMatch(protocol -> protocol.matches("https?:"));
    }
}
