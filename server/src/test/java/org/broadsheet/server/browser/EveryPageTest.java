package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every kind of page.
@ExtendWith(Browsing.Shared.class)
class EveryPageTest {
    private static final List<Integer> WIDTHS = List.of(1360, 390);

    @ParameterizedTest
    @EnumSource
    void theBrowserHasNothingToComplainOfAndNothingComesFromElsewhere(
            PageKind kind, Browsing browsing) {
        try (Visit visit = browsing.visit(kind, Browsing.wide())) {
            visit.assertClean();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneNeedsNoScrollingToTheSide(PageKind kind, Browsing browsing) {
        try (Visit visit = browsing.visit(kind, Browsing.phone())) {
            assertThat(Layout.overflow(visit.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyoneCanReadItInLightAndDarkWideAndNarrow(PageKind kind, Browsing browsing) {
        try (Visit visit = browsing.visit(kind, Browsing.wide().setBypassCSP(true))) {
            Axe axe = Axe.on(visit.page());
            look(visit.page(), ColorScheme.LIGHT);
            for (int width : WIDTHS) {
                visit.page().setViewportSize(width, 900);
                assertThat(axe.barriers(Axe.ALL)).as("%d wide", width).isEmpty();
            }
            // The colours of a scheme are the same at every width.
            look(visit.page(), ColorScheme.DARK);
            assertThat(axe.barriers(Axe.COLOURS)).as("dark").isEmpty();
        }
    }

    private static void look(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }
}
