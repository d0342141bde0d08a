package org.broadsheet.server.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Version;
import org.broadsheet.server.text.AuthorNames;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A record of arXiv's metadata snapshot. Its facts stand for the day of its `update_date`.
final class SnapshotRecord implements RecordKind {
    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})");

    @Override
    public Statement read(ObjectNode json, ArxivIds ids, Aside aside) {
        Naming naming = ids.naming(json.path("id"), aside::reject);
        String title =
                Fields.text(json, "title")
                        .orElseThrow(() -> new IllegalArgumentException("it has no title"));
        List<Version> versions = versions(json.path("versions"));
        Origin origin = new Origin(SourceName.ARXIV_SNAPSHOT, asOf(json, versions));
        PaperBuilder paper =
                Paper.of(naming.likeliest(), title, origin)
                        .abstractText(Fields.text(json, "abstract").orElse(""))
                        .authors(authors(json))
                        .categories(categories(json.path("categories")))
                        .versions(versions)
                        .reference(reference(json));
        if (!versions.isEmpty()) {
            paper.published(versions.getFirst().submitted());
        }
        return new Statement(naming, paper.build(), List.of(), List.of());
    }

    private static LocalDate asOf(ObjectNode json, List<Version> versions) {
        Optional<LocalDate> updated = Fields.day(json, "update_date");
        return updated.or(() -> versions.stream().map(Version::submitted).reduce((_, last) -> last))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "it has neither update_date nor versions; one is needed"));
    }

    private static List<Version> versions(JsonNode array) {
        List<Version> versions = new ArrayList<>();
        for (JsonNode node : array) {
            Matcher number = VERSION.matcher(Fields.text(node, "version").orElse(""));
            Optional<LocalDate> day = Fields.day(node, "created");
            if (number.matches() && day.isPresent()) {
                versions.add(new Version(Integer.parseInt(number.group(1)), day.get()));
            }
        }
        versions.sort(Comparator.comparingInt(Version::number));
        return versions;
    }

    private static List<String> authors(ObjectNode json) {
        JsonNode parsed = json.path("authors_parsed");
        return parsed.isArray() && !parsed.isEmpty()
                ? AuthorNames.parsed(parsed)
                : Fields.text(json, "authors").map(AuthorNames::of).orElse(List.of());
    }

    private static List<String> categories(JsonNode node) {
        return node.isArray()
                ? Fields.texts(node, "")
                : List.of(node.asString("").strip().split("\\s+"));
    }

    private static Reference reference(ObjectNode json) {
        return new Reference(
                Fields.text(json, "doi").orElse(""),
                Fields.text(json, "journal-ref").orElse(""),
                Fields.text(json, "comments").orElse(""));
    }
}
