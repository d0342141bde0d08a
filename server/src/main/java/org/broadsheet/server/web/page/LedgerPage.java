package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// A plain list of what happened or how things stand, the latest or most important first.
///
/// @param operator the address of this page in the operator's navigation; empty on a page for
///   everybody
/// @param none what to say where there are no rows
/// @param older where the list goes on
public record LedgerPage(
        Frame frame,
        String operator,
        String headline,
        String intro,
        List<Row> rows,
        String none,
        Optional<Link> older) {
    public LedgerPage {
        rows = List.copyOf(rows);
    }

    /// @param subject what it is about, with where to see it; may lead nowhere
    public record Row(String title, Link subject, String note) {}
}
