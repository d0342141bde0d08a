package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.house.House;

/// This is a reader with an account, in a browser of their own, who signed in as people do.
record SignedIn(Visit visit) implements AutoCloseable {
    static final String PASSWORD = "seven sheep on the hill";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static void join(House house, String name, String shown, Role role) {
        house.accounts()
                .join(new Accounts.Joining(name, shown, PASSWORD, ""), role, "http://localhost");
    }

    /// @param address of the node that they sign in at
    static SignedIn at(String address, String name, Chromium chromium, NewContextOptions options) {
        Visit visit =
                Visit.start(chromium.browser().newContext(options.setBaseURL(address)), "/sign-in");
        Page page = visit.page();
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/papers$"));
        return new SignedIn(visit);
    }

    Page page() {
        return visit.page();
    }

    Locator on(String path, String selector) {
        page().navigate(path);
        return page().locator(selector);
    }

    /// Loads the page again until that is on it: what the other does may come from another node.
    void sees(String path, String selector) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (on(path, selector).count() == 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "%s is not on %s:%n%s"
                                .formatted(
                                        selector,
                                        page().url(),
                                        page().locator("main").innerText()));
            }
        }
        assertThat(page().locator(selector).first()).isVisible();
    }

    /// Loads the page again until that is no longer on it.
    void seesNoMore(String path, String selector) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (on(path, selector).count() > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(selector + " is still on " + page().url());
            }
        }
    }

    @Override
    public void close() {
        visit.close();
    }
}
