package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// A reader's inbox.
///
/// @param shown which of them: `unread`, `all` or `done`
/// @param told what was just done, or empty
/// @param older the address of the page after this one
public record NoticesPage(
        Frame frame,
        String shown,
        long unread,
        List<Row> rows,
        String told,
        Optional<String> older) {
    public NoticesPage {
        rows = List.copyOf(rows);
    }

    /// @param text what happened, in a sentence
    /// @param url where it leads, or empty
    /// @param state `unread`, `read` or `done`
    public record Row(String id, String text, String url, Remark.Moment at, String state) {}

    public String current(String filter) {
        return filter.equals(shown) ? "page" : "";
    }
}
