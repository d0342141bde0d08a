package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One reader's visit, in a browser context of its own. Whatever the browser complains of is noted.
record Visit(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
    private static final Set<String> TOLD = Set.of("error", "warning");

    static Visit start(BrowserContext context, String path) {
        List<String> complaints = new ArrayList<>();
        Page page = context.newPage();
        context.onConsoleMessage(message -> note(message, page, complaints));
        context.onWebError(error -> complaints.add("error: " + error.error()));
        context.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(request -> note(request, page, complaints));
        context.onRequestFailed(request -> complaints.add("not loaded: " + request.url()));
        page.navigate(path);
        return new Visit(context, page, complaints);
    }

    /// Fails if the browser said anything: an error, a violated policy, a dialog, a request to
    /// another host.
    void assertClean() {
        settle();
        assertThat(complaints).as("what the browser says of " + page.url()).isEmpty();
    }

    /// Waits until fonts are loaded and formulas typeset: all that a page does by itself.
    void settle() {
        PlaywrightAssertions.assertThat(page.locator("[data-latex]")).hasCount(0);
        page.evaluate("() => document.fonts.ready.then(() => true)");
    }

    /// The browser's own note that a page which is to be 404 is one is no complaint.
    private static void note(ConsoleMessage message, Page page, List<String> complaints) {
        boolean isPageItself = message.location().startsWith(page.url());
        boolean isStatus =
                message.text().startsWith("Failed to load resource: the server responded");
        if (TOLD.contains(message.type()) && !(isPageItself && isStatus)) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private static void note(Request request, Page page, List<String> complaints) {
        URI to = URI.create(request.url());
        boolean isOurs = "localhost".equals(to.getHost()) || "data".equals(to.getScheme());
        if (!isOurs) {
            complaints.add("asks another host: " + to + " from " + page.url());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
