package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browsing.Shared.class)
class WithoutJavaScriptTest {
    @Test
    void theFrontPageIsWhole(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers", Browsing.withoutJavaScript())) {
            assertThat(visit.page().locator("main [data-paper]")).hasCount(30);
            assertThat(visit.page().locator("[data-toggle-theme]")).isHidden();
        }
    }

    @Test
    void aSearchIsMadeReadAndTurned(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers", Browsing.withoutJavaScript())) {
            visit.page().locator("#q").fill("plain paper");
            visit.page().locator("form.find button").click();
            assertThat(visit.page().locator(".hit mark").first()).isVisible();
            visit.page().locator(".hit").first().getByText("Why is this here?").click();
            assertThat(visit.page().locator(".hit").first().locator(".explain")).isVisible();
            visit.page().locator("a[rel=next]").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*page=2.*"));
            assertThat(visit.page().locator(".hit").first()).isVisible();
        }
    }

    @Test
    void formulasReadAsText(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2303.13071", Browsing.withoutJavaScript())) {
            assertThat(visit.page().locator("h1")).hasText(Pattern.compile("PanoHead.* 360°"));
        }
        try (Visit visit =
                browsing.visit(Addresses.paper(Oddities.MATHS), Browsing.withoutJavaScript())) {
            assertThat(visit.page().locator("h1")).hasText("Attention where W=KQᵀ");
            assertThat(visit.page().locator("main")).containsText("f(x) =");
            assertThat(visit.page().locator("math")).hasCount(0);
        }
    }

    @Test
    void theWireIsNarrowedAndTurned(Browsing browsing) {
        try (Visit visit = browsing.visit("/wire", Browsing.withoutJavaScript())) {
            visit.page().locator("#cat").fill("cs.CL");
            visit.page().locator("form[action='/wire'] button").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*cat=cs.CL.*"));
            visit.page().locator("a[rel=next]").click();
            assertThat(visit.page().locator("[data-paper]").first()).isVisible();
        }
    }
}
