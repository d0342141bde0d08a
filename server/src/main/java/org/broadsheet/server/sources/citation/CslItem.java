package org.broadsheet.server.sources.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.paper.SourceName;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads an item of CSL-JSON, as reference managers export it and DOI resolvers answer it: these
/// write titles as arrays and abstracts in JATS. Dates are `date-parts`, `raw` or `literal`.
///
/// Its form: https://docs.citationstyles.org/en/stable/specification.html
public final class CslItem {
    private CslItem() {}

    /// What the item states.
    ///
    /// @param source who says it
    /// @param today when it is read
    /// @param otherwise makes what is set aside from the reason, for an id that stays unclear
    /// @throws IllegalArgumentException saying what is wrong with it
    public static Statement read(
            ObjectNode item,
            SourceName source,
            LocalDate today,
            Function<String, Reject> otherwise) {
        Citation citation =
                new Citation()
                        .title(Texts.untagged(text(item, "title")))
                        .authors(names(item.path("author")))
                        .abstractText(Texts.untagged(text(item, "abstract")))
                        .journal(Texts.untagged(text(item, "container-title")))
                        .comment(text(item, "note"))
                        .published(day(item.path("issued")))
                        .published(day(item.path("published")))
                        .published(day(item.path("submitted")));
        keywords(item, citation);
        takeIds(item, citation.ids());
        return citation.statement(source, today, otherwise);
    }

    private static void keywords(ObjectNode item, Citation citation) {
        citation.keywords(text(item, "keyword"));
        for (JsonNode subject : item.path("categories")) {
            citation.keywords(subject.asString(""));
        }
    }

    private static void takeIds(ObjectNode item, CitedIds ids) {
        String archive = text(item, "archive").toLowerCase(Locale.ROOT);
        if (archive.equals("arxiv")) {
            ids.bare(text(item, "archive_location"));
        }
        ids.doi(text(item, "DOI"));
        ids.address(text(item, "URL"));
        ids.address(text(item, "id"));
        for (String name : List.of("number", "note", "container-title", "archive_location")) {
            ids.mention(text(item, name));
        }
    }

    /// A field's text; of an array its first.
    private static String text(ObjectNode item, String name) {
        JsonNode node = item.path(name);
        JsonNode one = node.isArray() ? node.path(0) : node;
        return one.isString() || one.isNumber() ? one.asString() : "";
    }

    private static List<String> names(JsonNode authors) {
        List<String> names = new ArrayList<>();
        for (JsonNode author : authors) {
            String name = author.isString() ? author.stringValue() : name(author);
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String name(JsonNode author) {
        String literal = part(author, "literal");
        if (!literal.isEmpty()) {
            return literal;
        }
        String name = part(author, "name");
        return name.isEmpty()
                ? String.join(
                        " ",
                        part(author, "given"),
                        part(author, "dropping-particle"),
                        part(author, "non-dropping-particle"),
                        part(author, "family"),
                        part(author, "suffix"))
                : name;
    }

    private static String part(JsonNode author, String name) {
        return author.path(name).asString("").strip();
    }

    private static Optional<LocalDate> day(JsonNode date) {
        if (date.isString() || date.isNumber()) {
            return CitedDates.of(date.asString());
        }
        JsonNode parts = date.path("date-parts").path(0);
        if (parts.path(0).isNumber() || parts.path(0).isString()) {
            return CitedDates.day(
                    parts.path(0).asString(""),
                    parts.path(1).asString(""),
                    parts.path(2).asString(""));
        }
        String raw = part(date, "raw");
        return CitedDates.of(raw.isEmpty() ? part(date, "literal") : raw);
    }
}
