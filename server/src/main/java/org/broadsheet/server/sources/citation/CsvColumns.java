package org.broadsheet.server.sources.citation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the columns of a CSV file hold, told by the names in its first row.
public final class CsvColumns {
    /// What a column can hold, with the names that it goes by: small letters and digits only.
    enum Column {
        ID("id", "paperid", "identifier", "key", "citationkey"),
        DOI("doi", "doiurl", "doilink"),
        ARXIV("arxiv", "arxivid", "eprint", "arxivurl"),
        TITLE("title", "papertitle", "articletitle", "name"),
        AUTHORS("authors", "author", "authornames", "authorlist", "creators", "creator"),
        ABSTRACT("abstract", "abstracttext", "abstractnote", "summary"),
        DATE(
                "date",
                "published",
                "publicationdate",
                "publishdate",
                "publisheddate",
                "year",
                "publicationyear"),
        URL("url", "urls", "link", "links", "pdfurl", "pdflink", "pdf"),
        KEYWORDS("keywords", "keyword", "authorkeywords", "tags", "manualtags", "topics"),
        JOURNAL("journal", "publicationtitle", "sourcetitle", "venue", "booktitle", "conference"),
        COMMENT("comment", "comments", "note", "notes");

        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }
    }

    /// The columns by their usual names.
    public static final String ACCEPTED =
            Stream.of(Column.values())
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));

    private static final String SEPARATORS = ",;\t|";

    private final char separator;
    private final List<String> header;
    private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);

    private CsvColumns(char separator, List<String> header) {
        this.separator = separator;
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            for (Column column : Column.values()) {
                if (column.names.contains(bare(header.get(i)))) {
                    places.computeIfAbsent(column, _ -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    /// The columns that this first line names, with the separator of which most are known.
    public static CsvColumns of(String line) {
        CsvColumns best = new CsvColumns(',', cells(line, ','));
        for (char separator : SEPARATORS.toCharArray()) {
            CsvColumns columns = new CsvColumns(separator, cells(line, separator));
            if (columns.places.size() > best.places.size()) {
                best = columns;
            }
        }
        return best;
    }

    /// Whether any column is known; without one the line is no header.
    public boolean areKnown() {
        return !places.isEmpty() && header.size() > 1 || places.containsKey(Column.TITLE);
    }

    /// Whether there is a column for what no paper can lack.
    public boolean haveTitle() {
        return places.containsKey(Column.TITLE);
    }

    /// The names as the file has them.
    public String got() {
        return String.join(", ", header);
    }

    char separator() {
        return separator;
    }

    /// The names of columns that hold nothing we keep.
    List<String> unknown() {
        return header.stream()
                .filter(name ->
                        !name.isBlank()
                                && Stream.of(Column.values())
                                        .noneMatch(one -> one.names.contains(bare(name))))
                .toList();
    }

    int count() {
        return header.size();
    }

    /// The first cell of that column that is not blank.
    String text(List<String> row, Column column) {
        for (int place : places.getOrDefault(column, List.of())) {
            if (place < row.size() && !row.get(place).isBlank()) {
                return row.get(place).strip();
            }
        }
        return "";
    }

    /// The cells of a header, which hold no separators.
    private static List<String> cells(String line, char separator) {
        return Stream.of(line.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(cell -> cell.strip().replaceAll("^[\"']|[\"']$", "").strip())
                .toList();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
