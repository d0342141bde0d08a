package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Browsing.Shared.class)
class TalkingTest {
    private static final String PAPER = "/papers/2210.12101";
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)><script>alert(2)</script>"
                    + " [x](javascript:alert(3)) ![y](https://evil.example/y.png)"
                    + " $\\href{javascript:alert(4)}{z}$";

    @Test
    void aCommentIsSaidAnsweredAndChangedWithoutLeavingThePage(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER)) {
            Page page = visit.page();
            page.evaluate("window.stayed = true");
            say(page.locator("#discussion > form.say"), "With $x_1^2$ and `code`:\n\n> quoted");
            Locator first = page.locator("article.comment").filter(with("and code:")).first();
            assertThat(first.locator("math")).isVisible();
            first.locator(":is(a, button):text-is('Quote')").click();
            say(first.locator("form.say"), "Quite **so**.");
            assertThat(page.locator("article.comment--1 strong")).hasText("so");
            Locator answer = page.locator("article.comment--1").filter(with("Quite so."));
            answer.locator(":is(a, button):text-is('Edit')").click();
            say(answer.locator("form.say"), "Not *so*.");
            assertThat(page.locator("article.comment--1 em")).hasText("so");
            assertThat(page.locator("article.comment--1 a:text-is('edited')")).isVisible();
            org.assertj.core.api.Assertions.assertThat(page.evaluate("window.stayed"))
                    .as("the page was not loaded anew")
                    .isEqualTo(true);
            visit.assertClean();
        }
    }

    @Test
    void aCommentNeedsNoJavaScript(Browsing browsing) {
        try (Visit visit = browsing.visit(PAPER, Browsing.withoutJavaScript())) {
            Page page = visit.page();
            page.locator("#discussion > form.say textarea").fill("A *draft*");
            page.locator(":is(a, button):text-is('Preview')").click();
            assertThat(page.locator(".preview em")).hasText("draft");
            say(page.locator("form.say"), "Without a script: $x_1^2$");
            assertThat(page.locator(":target")).containsText("Without a script: x₁²");
            page.locator(":target a:text-is('Edit')").click();
            say(page.locator("form.say"), "Without a script, changed");
            assertThat(page.locator(":target")).containsText("changed");
            page.locator(":target a:text-is('edited')").click();
            assertThat(page.locator("ol.wordings li")).hasCount(2);
        }
    }

    @Test
    void fromAListOfCommentsAFormLeadsToTheThreadItIsAbout(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2402.04347")) {
            Page page = visit.page();
            say(page.locator("#discussion > form.say"), "Listed below");
            assertThat(page.locator("article.comment")).hasCount(1);
            page.navigate("/comments");
            Locator listed = page.locator("article.comment").filter(with("Listed below"));
            listed.locator(":is(a, button):text-is('Edit')").click();
            say(page.locator("form.say"), "Listed above");
            assertThat(page.locator(":target")).containsText("Listed above");
            visit.assertClean();
        }
    }

    @Test
    void whatStrangersWriteDoesNothing(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers/2205.02902")) {
            say(visit.page().locator("#discussion > form.say"), HOSTILE);
            assertThat(visit.page().locator("article.comment")).containsText("<script>");
            assertThat(visit.page().locator("article.comment :is(img, script)")).hasCount(0);
            visit.page().reload();
            assertThat(visit.page().locator("article.comment")).containsText("<script>");
            visit.assertClean();
        }
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void say(Locator form, String text) {
        form.locator("textarea").fill(text);
        form.locator("button[value=keep]").click();
    }
}
