package org.broadsheet.server.sources.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Version;
import org.broadsheet.server.text.AuthorNames;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;

/// An item of a listing. Its facts stand for the day of its announcement. Whether it is new, listed
/// in a further category, or replaced, is its announce type: of a new paper the first version is
/// stated, of the others no version and no day, which the listing does not tell.
///
/// @param listed the day of the whole listing, for items that state none
/// @param place where in the listing, for an item without an id
record RssItem(Element item, String listed, String source, String place, Instant now) {
    private static final Pattern ID =
            Pattern.compile("^(?:oai:arXiv\\.org:|https?://[^/]+/abs/)(.+?)(?:v\\d{1,4})?$");
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?s)^\\s*arXiv:\\S+\\s+Announce Type:\\s*([a-z-]+)\\s+(?:Abstract:\\s*)?");

    /// What an announcement is of.
    enum Announced {
        NEW,
        CROSS,
        REPLACE,
        REPLACE_CROSS;

        static Announced of(String text) {
            return switch (text) {
                case "new" -> NEW;
                case "cross" -> CROSS;
                case "replace" -> REPLACE;
                case "replace-cross" -> REPLACE_CROSS;
                default ->
                        throw new IllegalArgumentException(
                                "its announce type is \"%s\"; accepted are new, cross, replace, replace-cross"
                                        .formatted(SafeXml.line(text)));
            };
        }
    }

    Reading read() {
        try {
            return statement();
        } catch (IllegalArgumentException e) {
            return new Reading.SetAside(
                    new Reject(
                            source,
                            item.text("guid").or(() -> item.text("link")).orElse(place),
                            String.valueOf(e.getMessage()),
                            item.raw(),
                            now));
        }
    }

    private Statement statement() {
        PaperId id = id();
        String description = item.text("description").orElse("");
        Matcher head = HEAD.matcher(description);
        boolean hasHead = head.find();
        Announced announced =
                Announced.of(
                        item.text("announce_type").orElseGet(() -> hasHead ? head.group(1) : ""));
        LocalDate day = ArxivDays.past("pubDate", item.text("pubDate").orElse(listed), now);
        String abstractText = hasHead ? description.substring(head.end()) : description;
        PaperBuilder paper =
                Paper.of(id, title(), new Origin(SourceName.ARXIV_RSS, day))
                        .abstractText(abstractText)
                        .authors(
                                AuthorNames.of(
                                        String.join(
                                                ", ",
                                                item.all("creator").map(Element::text).toList())))
                        .categories(item.all("category").map(Element::text).toList())
                        .reference(
                                new Reference(
                                        item.text("DOI").or(() -> item.text("doi")).orElse(""),
                                        item.text("journal_reference").orElse(""),
                                        ""));
        if (announced == Announced.NEW) {
            paper.published(day).versions(List.of(new Version(1, day)));
        }
        String withdrawn = Withdrawal.reason("", abstractText);
        if (!withdrawn.isEmpty()) {
            paper.withdrawn(withdrawn);
        }
        return new Statement(new Naming.Exact(id), paper.build(), List.of(), List.of());
    }

    private PaperId id() {
        String text =
                item.text("guid")
                        .or(() -> item.text("link"))
                        .orElseThrow(() -> new IllegalArgumentException("it has no guid"));
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            throw new IllegalArgumentException(
                    "its guid is \"%s\"; accepted is oai:arXiv.org:2308.16898v1"
                            .formatted(SafeXml.line(text)));
        }
        return PaperId.of(id.group(1));
    }

    private String title() {
        return item.text("title")
                .orElseThrow(() -> new IllegalArgumentException("it has no title"));
    }
}
