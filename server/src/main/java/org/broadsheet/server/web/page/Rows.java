package org.broadsheet.server.web.page;

import java.util.List;

/// A table of text.
///
/// @param note what was left out of it; empty for nothing
public record Rows(List<String> columns, List<List<String>> rows, String note) {
    public Rows {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
