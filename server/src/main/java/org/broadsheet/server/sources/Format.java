package org.broadsheet.server.sources;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.paper.Text;
import org.broadsheet.server.sources.citation.CsvColumns;

/// The formats that can be imported, told by a file's content and never by its name.
enum Format {
    SEARCH_PAGE("saved search page"),
    DAILY("hosted daily papers"),
    SNAPSHOT("arXiv metadata snapshot"),
    OAI("arXiv OAI-PMH"),
    BIBTEX("BibTeX"),
    RIS("RIS"),
    CSL_JSON("CSL-JSON"),
    CSV("CSV");

    static final String ACCEPTED =
            "accepted are a search page saved as text, a day of hosted daily papers as JSON,"
                    + " arXiv's metadata snapshot as JSON lines, an answer of arXiv's OAI-PMH"
                    + " interface, and citations as BibTeX, RIS, CSL-JSON or CSV; each plain or"
                    + " packed with gzip, bzip2, xz or zstd";

    private static final Pattern SNAPSHOT_FIELD =
            field("update_date|versions|authors_parsed|categories|journal-ref");
    private static final Pattern DAILY_FIELD =
            field("paper|upvotes|publishedAt|submittedOnDailyAt|submittedBy|numComments");
    private static final Pattern OAI_ROOT = Pattern.compile("<(?:\\w+:)?OAI-PMH[\\s>]");
    private static final Pattern CSL_FIELD =
            field("DOI|issued|container-title|date-parts|citation-key|archive_location");
    private static final Pattern CSL_TYPE =
            Pattern.compile(
                    "\"type\"\\s*:\\s*\"(?:article(?:-journal|-magazine)?|journal-article|paper-conference"
                            + "|proceedings-article|posted-content|preprint|chapter|book|manuscript|thesis|report)\"");
    private static final Pattern BIBTEX_ENTRY = Pattern.compile("(?m)^\\s*@\\s*[A-Za-z]+\\s*[{(]");
    private static final Pattern RIS_BEGINNING =
            Pattern.compile("(?m)^\\s*TY(?:  ?-| - )\\s*[A-Z]{2,}\\s*$");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\t|]");
    private static final Pattern PAGE_HEADING = Pattern.compile("(?m)^\\s*Daily Papers\\s*$");
    private static final Pattern PAGE_AUTHORS =
            Pattern.compile("(?m)^\\s*•\\s*[\\d,]+ authors?\\b");
    private static final Pattern EMPTY_DAY = Pattern.compile("\\s*\\[\\s*]\\s*");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0E-\\x1A\\x1C-\\x1F]");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    /// The words for it in a report.
    String label() {
        return label;
    }

    /// The format of a file that begins so.
    static Format of(byte[] sample) throws FileRefused {
        String text = new String(sample, StandardCharsets.UTF_8);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new FileRefused("holds nothing but white space; " + ACCEPTED);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return ofJson(text);
        }
        if (start.startsWith("<") && OAI_ROOT.matcher(text).find()) {
            return OAI;
        }
        if (isHtml(start)) {
            throw new FileRefused(
                    "is an HTML page; open it in a browser and save it as text; " + ACCEPTED);
        }
        if (PAGE_HEADING.matcher(text).find() || PAGE_AUTHORS.matcher(text).find()) {
            return SEARCH_PAGE;
        }
        if (BIBTEX_ENTRY.matcher(text).find()) {
            return BIBTEX;
        }
        if (RIS_BEGINNING.matcher(text).find()) {
            return RIS;
        }
        if (isCsv(start)) {
            return CSV;
        }
        throw new FileRefused(whatElse(text, start) + "; " + ACCEPTED);
    }

    /// Whether a JSON file that begins so has a record in every line, and is not one array or
    /// objects that each take several lines.
    static boolean isLines(byte[] sample) {
        String start = new String(sample, StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("{") && !start.lines().findFirst().orElse("").strip().equals("{");
    }

    private static boolean isHtml(String start) {
        return start.regionMatches(true, 0, "<!doctype html", 0, 14)
                || start.regionMatches(true, 0, "<html", 0, 5);
    }

    private static boolean isCsv(String start) throws FileRefused {
        List<String> lines = start.lines().limit(4).toList();
        CsvColumns columns = CsvColumns.of(lines.getFirst());
        if (columns.areKnown()) {
            if (!columns.haveTitle()) {
                throw new FileRefused(
                        "is CSV without a column \"title\"; its columns are %s; accepted are %s"
                                .formatted(shown(columns.got()), CsvColumns.ACCEPTED));
            }
            return true;
        }
        if (areRows(lines)) {
            throw new FileRefused(
                    "looks like CSV, but its first row does not name the columns; it is %s; accepted names are %s"
                            .formatted(shown(lines.getFirst()), CsvColumns.ACCEPTED));
        }
        return false;
    }

    /// Whether all these lines have as many separators, and more than one.
    private static boolean areRows(List<String> lines) {
        List<Long> counts =
                lines.stream().map(line -> SEPARATOR.matcher(line).results().count()).toList();
        return lines.size() > 1 && counts.getFirst() > 1 && Set.copyOf(counts).size() == 1;
    }

    private static Format ofJson(String text) throws FileRefused {
        boolean isDaily = DAILY_FIELD.matcher(text).find();
        if (!isDaily && (CSL_FIELD.matcher(text).find() || CSL_TYPE.matcher(text).find())) {
            return CSL_JSON;
        }
        if (!isDaily && SNAPSHOT_FIELD.matcher(text).find()) {
            return SNAPSHOT;
        }
        if (isDaily || EMPTY_DAY.matcher(text).matches()) {
            return DAILY;
        }
        throw new FileRefused(
                "is JSON, but not of a known kind; it begins " + shown(text) + "; " + ACCEPTED);
    }

    private static String whatElse(String text, String start) {
        if (start.startsWith("PK\u0003\u0004")) {
            return "is a zip archive; unpack it first";
        }
        if (text.startsWith("ustar", 257)) {
            return "is a tar archive; unpack it first";
        }
        if (start.startsWith("%PDF")) {
            return "is a PDF";
        }
        if (CONTROLS.matcher(text).find()) {
            return "is binary, or text in an encoding other than UTF-8";
        }
        return "has no known format; it begins " + shown(start);
    }

    private static String shown(String text) {
        String line = Text.oneLine(text);
        return '"' + (line.length() <= 60 ? line : line.substring(0, 57) + "...") + '"';
    }

    private static Pattern field(String names) {
        return Pattern.compile("\"(?:" + names + ")\"\\s*:");
    }
}
