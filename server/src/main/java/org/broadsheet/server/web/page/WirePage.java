package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// All papers that came in, newest first, by day.
///
/// @param nearby the categories of the papers shown, to narrow by
public record WirePage(
        Frame frame,
        String heading,
        Form form,
        String count,
        List<Day> days,
        List<Link> nearby,
        Optional<Link> top,
        Optional<Link> next,
        Optional<EditionPage.Empty> empty) {
    public record Day(String title, String iso, List<Story> stories) {}

    /// What the wire is narrowed by.
    ///
    /// @param category empty for all
    /// @param from a day as in `2025-11-07`, or empty
    /// @param to likewise
    /// @param code only papers with code
    /// @param run only papers that were run here
    /// @param fresh only papers in no edition yet
    /// @param isNarrowed whether anything is asked for
    public record Form(
            String category,
            String words,
            List<Choice> sources,
            String from,
            String to,
            boolean code,
            boolean run,
            boolean fresh,
            boolean isNarrowed) {}

    public record Choice(String value, String label, boolean isChosen) {}
}
