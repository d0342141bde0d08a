package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A plain list of what happened or how things stand, the latest or most important first.
///
/// @param operator the address of this page in the operator's navigation; empty on a page for
///   everybody
/// @param choices what else of it can be shown; none where there is nothing to choose
/// @param none what to say where there are no rows
/// @param older where the list goes on
public record LedgerPage(
        Frame frame,
        String operator,
        String headline,
        String intro,
        List<Choice> choices,
        List<Row> rows,
        String none,
        Optional<Link> older) {
    public LedgerPage {
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
    }

    /// A part of the list.
    ///
    /// @param current `true` for the one that is shown, else nothing
    public record Choice(Link link, @Nullable String current) {}

    /// @param subject what it is about, with where to see it; may lead nowhere
    public record Row(String title, Link subject, String note) {}
}
