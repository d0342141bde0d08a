package org.broadsheet.server.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// How a page is laid out.
final class Layout {
    private Layout() {}

    /// The parts that stand out over the right edge, where the page is wider than its window.
    @SuppressWarnings("unchecked") // what the script makes is a list of strings
    static List<String> overflow(Page page) {
        return (List<String>)
                page.evaluate(
                        """
                        () => {
                          const root = document.documentElement;
                          if (root.scrollWidth <= root.clientWidth) return [];
                          const out = [...document.querySelectorAll("body *")]
                              .filter((part) => part.getBoundingClientRect().right > root.clientWidth + 1)
                              .map((part) => part.outerHTML.slice(0, 200));
                          return [`${root.scrollWidth} > ${root.clientWidth}`, ...out.slice(0, 10)];
                        }
                        """);
    }
}
