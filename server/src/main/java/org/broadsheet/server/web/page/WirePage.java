package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// All papers that came in, newest first, by day.
///
/// @param category empty for all
/// @param nearby the categories of the papers shown, to narrow by
public record WirePage(
        Frame frame,
        String heading,
        String category,
        String count,
        List<Day> days,
        List<Link> nearby,
        Optional<Link> top,
        Optional<Link> next,
        Optional<EditionPage.Empty> empty) {
    public record Day(String title, String iso, List<Story> stories) {}
}
