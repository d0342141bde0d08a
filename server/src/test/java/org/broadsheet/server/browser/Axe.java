package org.broadsheet.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The accessibility rules of WCAG 2.2 AA that axe-core can decide. Its own builder brings all that
/// it looked at to Java; this brings only what is wrong, in a third of the time.
record Axe(Page page) {
    private static final String SOURCE = "/axe.min.js";

    /// Looks at what depends on the colour scheme alone.
    static final String COLOURS =
            "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}, resultTypes: ['violations']}";

    /// Looks at everything.
    static final String ALL =
            "{runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},"
                    + " resultTypes: ['violations']}";

    /// To be made once for a page; its context must bypass the policy.
    static Axe on(Page page) {
        page.evaluate(source());
        return new Axe(page);
    }

    /// What keeps somebody from reading the page.
    ///
    /// @param look [#ALL] or [#COLOURS]
    @SuppressWarnings("unchecked") // what the script makes is a list of strings
    List<String> barriers(String look) {
        return (List<String>)
                page.evaluate(
                        "() => axe.run(document, "
                                + look
                                + ").then((found) => found.violations.flatMap((rule) => rule.nodes.map("
                                + "(node) => `${rule.id}: ${node.html} ${node.failureSummary}`)))");
    }

    private static String source() {
        try (InputStream file = AxeBuilder.class.getResourceAsStream(SOURCE)) {
            return new String(
                    Objects.requireNonNull(file, SOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
