package org.broadsheet.server.sources.citation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.citation.CsvColumns.Column;
import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// Reads CSV files whose first row names the columns. Cells may hold line ends in quotes.
///
/// Rows are split before they are parsed: a quote that never closes spoils the row in which it
/// stands, and not those behind it.
public final class CsvReadings implements CitationReadings {
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST = 8 << 20;

    private final CitationFile file;
    private final AnyEncoding lines;
    private final Deque<String> again = new ArrayDeque<>();
    private final CsvColumns columns;
    private final CSVFormat format;
    private int number;
    private boolean isTold;

    private record Raw(String place, String text, boolean isClosed) {}

    /// @param in from its first byte; the header is read at once
    public CsvReadings(CitationFile file, InputStream in) {
        this.file = file;
        lines = new AnyEncoding(in);
        String header = line();
        while (header != null && header.isBlank()) {
            header = line();
        }
        columns = CsvColumns.of(header == null ? "" : header);
        format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(columns.separator())
                        .setIgnoreEmptyLines(true)
                        .setTrailingData(true)
                        .setLenientEof(true)
                        .get();
        List<String> unknown = columns.unknown();
        if (!unknown.isEmpty()) {
            file.notes().accept("these columns are not read: " + String.join(", ", unknown));
        }
    }

    @Override
    public @Nullable Reading next() {
        Raw raw = raw();
        if (raw == null) {
            if (!isTold) {
                isTold = true;
                lines.tell(file);
            }
            return null;
        }
        try {
            return citation(cells(raw))
                    .statement(
                            SourceName.CITATION_FILE,
                            file.today(),
                            why -> file.reject(raw.place(), raw.text(), why));
        } catch (IllegalArgumentException e) {
            return file.aside(raw.place(), raw.text(), String.valueOf(e.getMessage()));
        }
    }

    private List<String> cells(Raw raw) {
        if (!raw.isClosed()) {
            throw new IllegalArgumentException("a quote in the row is not closed");
        }
        try (CSVParser parser = CSVParser.parse(raw.text(), format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw new IllegalArgumentException("the row is empty");
            }
            List<String> cells = records.getFirst().toList();
            if (cells.size() > columns.count()
                    && cells.stream().skip(columns.count()).anyMatch(cell -> !cell.isBlank())) {
                throw new IllegalArgumentException(
                        "the row has %d cells and the header %d; put cells that hold a \"%s\" in quotes"
                                .formatted(cells.size(), columns.count(), columns.separator()));
            }
            return cells;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("the row is no CSV: " + e.getMessage(), e);
        }
    }

    private Citation citation(List<String> row) {
        Citation citation =
                new Citation()
                        .title(columns.text(row, Column.TITLE))
                        .authors(CitedNames.ofCell(columns.text(row, Column.AUTHORS)))
                        .abstractText(columns.text(row, Column.ABSTRACT))
                        .keywords(columns.text(row, Column.KEYWORDS))
                        .journal(columns.text(row, Column.JOURNAL))
                        .comment(columns.text(row, Column.COMMENT))
                        .published(CitedDates.of(columns.text(row, Column.DATE)));
        CitedIds ids = citation.ids();
        ids.arxiv(columns.text(row, Column.ARXIV));
        ids.doi(columns.text(row, Column.DOI));
        takeId(ids, columns.text(row, Column.ID));
        ids.address(columns.text(row, Column.URL));
        ids.mention(columns.text(row, Column.JOURNAL));
        return citation;
    }

    /// An id of a paper, or a key of the file's own, which says nothing.
    private static void takeId(CitedIds ids, String text) {
        ids.bare(text);
        ids.address(text);
        if (text.matches("(?i)(?:doi|acl|openreview|local):.*") || text.startsWith("10.")) {
            ids.id(PaperId.parse(text));
        }
    }

    /// The lines of the next row, or null after the last.
    private @Nullable Raw raw() {
        String first = line();
        while (first != null && first.isBlank()) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        String place = "row %d (line %d)".formatted(++number, lines.number() - again.size());
        List<String> taken = new ArrayList<>(List.of(first));
        int letters = first.length();
        boolean isOpen = isOdd(first);
        while (isOpen && taken.size() < MOST_LINES && letters < LONGEST) {
            String line = line();
            if (line == null) {
                break;
            }
            taken.add(line);
            letters += line.length();
            isOpen ^= isOdd(line);
        }
        if (isOpen) {
            taken.subList(1, taken.size()).reversed().forEach(again::push);
            return new Raw(place, first, false);
        }
        return new Raw(place, String.join("\n", taken), true);
    }

    private static boolean isOdd(String line) {
        return line.chars().filter(letter -> letter == '"').count() % 2 != 0;
    }

    private @Nullable String line() {
        return again.isEmpty() ? lines.line() : again.pop();
    }
}
