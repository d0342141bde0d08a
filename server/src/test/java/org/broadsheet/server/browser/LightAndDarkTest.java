package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browsing.Shared.class)
class LightAndDarkTest {
    @Test
    void thePageFollowsTheSystem(Browsing browsing) {
        try (Visit light =
                        browsing.visit(
                                "/papers", Browsing.wide().setColorScheme(ColorScheme.LIGHT));
                Visit dark =
                        browsing.visit(
                                "/papers", Browsing.wide().setColorScheme(ColorScheme.DARK))) {
            assertThat(brightness(light.page(), "background-color"))
                    .isGreaterThan(brightness(light.page(), "color"));
            assertThat(brightness(dark.page(), "background-color"))
                    .isLessThan(brightness(dark.page(), "color"));
        }
    }

    @Test
    void theButtonTurnsItDarkUntilItIsPressedAgain(Browsing browsing) {
        try (Visit visit =
                browsing.visit("/papers", Browsing.wide().setColorScheme(ColorScheme.LIGHT))) {
            Locator button = visit.page().locator("[data-toggle-theme]");
            String light = colour(visit.page(), "background-color");
            button.click();
            assertThat(button).hasAttribute("aria-pressed", "true");
            String dark = colour(visit.page(), "background-color");
            assertThat(dark).isNotEqualTo(light);
            visit.page().reload();
            assertThat(colour(visit.page(), "background-color")).isEqualTo(dark);
            visit.page().navigate("/wire");
            assertThat(colour(visit.page(), "background-color")).isEqualTo(dark);
            button.click();
            assertThat(colour(visit.page(), "background-color")).isEqualTo(light);
        }
    }

    @Test
    void aReaderOfADarkSystemMayChooseLight(Browsing browsing) {
        try (Visit visit =
                browsing.visit("/papers", Browsing.wide().setColorScheme(ColorScheme.DARK))) {
            visit.page().locator("[data-toggle-theme]").click();
            visit.page().reload();
            assertThat(brightness(visit.page(), "background-color"))
                    .isGreaterThan(brightness(visit.page(), "color"));
        }
    }

    private static String colour(Page page, String property) {
        return (String)
                page.evaluate(
                        "(property) => getComputedStyle(document.documentElement).getPropertyValue(property)",
                        property);
    }

    /// 0 to 765, whatever notation the style is written in.
    private static int brightness(Page page, String property) {
        return (int)
                page.evaluate(
                        """
                        (colour) => {
                          const pen = document.createElement("canvas").getContext("2d");
                          pen.fillStyle = colour;
                          pen.fillRect(0, 0, 1, 1);
                          const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
                          return red + green + blue;
                        }
                        """,
                        colour(page, property));
    }
}
