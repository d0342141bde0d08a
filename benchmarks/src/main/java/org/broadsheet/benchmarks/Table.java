package org.broadsheet.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A Markdown table in the making.
public final class Table {
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    public Table(String... heads) {
        columns = heads.length;
        row((Object[]) heads);
        text.append("|").append(" --- |".repeat(columns)).append('\n');
    }

    /// One more row; numbers come formatted as text.
    public Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "%d cells in a table of %d columns".formatted(cells.length, columns));
        }
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell.toString());
        }
        text.append(texts.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
