package org.broadsheet.lab;

import java.util.List;

/// Rows of text and figures.
///
/// @param rows each as long as `columns`
public record Table(String id, Caption caption, List<String> columns, List<List<String>> rows)
        implements Exhibit {
    public Table {
        Texts.requireName("exhibit", id);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        Exhibit.requireSome("the table " + id, columns);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "the table %s has %d columns, and a row of %d"
                                .formatted(id, columns.size(), row.size()));
            }
        }
    }
}
