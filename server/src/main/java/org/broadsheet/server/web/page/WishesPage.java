package org.broadsheet.server.web.page;

import java.util.List;

/// What a reader wants to be told about.
///
/// @param address where mails reach the reader; empty where none is confirmed
public record WishesPage(Frame frame, List<Row> rows, String address, boolean isKept) {
    public WishesPage {
        rows = List.copyOf(rows);
    }

    /// @param name of the kind, as the form sends it
    public record Row(String name, String label, boolean isOnPage, boolean isByMail) {}
}
