package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every kind of page.
@ExtendWith(Browsing.Shared.class)
class EveryPageTest {
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final List<Integer> WIDTHS = List.of(1360, 390);

    @ParameterizedTest
    @EnumSource
    void theBrowserHasNothingToComplainOfAndNothingComesFromElsewhere(
            PageKind kind, Browsing browsing) {
        try (Visit visit = browsing.visit(kind.path())) {
            visit.assertClean();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneNeedsNoScrollingToTheSide(PageKind kind, Browsing browsing) {
        try (Visit visit = browsing.visit(kind.path(), Browsing.phone())) {
            assertThat(Layout.overflow(visit.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyoneCanReadItInLightAndDarkWideAndNarrow(PageKind kind, Browsing browsing) {
        try (Visit visit = browsing.visit(kind.path(), Browsing.wide().setBypassCSP(true))) {
            List<String> barriers = new ArrayList<>();
            for (int width : WIDTHS) {
                visit.page().setViewportSize(width, 900);
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    visit.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
                    barriers(visit.page())
                            .forEach(one -> barriers.add(width + " " + scheme + " " + one));
                }
            }
            assertThat(barriers).isEmpty();
        }
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .withTags(WCAG_22_AA)
                        .setLegacyMode(
                                true) // no frames here, and the other mode opens a page for each
                        // look
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(EveryPageTest::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
