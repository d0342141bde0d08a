package org.broadsheet.storage.jdbc;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.paper.Version;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A paper as the JSON object that the `body` column holds. Every property is a string, a list of
/// strings, or a list of such lists; empty ones are left out, and unknown ones are passed over, so
/// that a newer program's rows stay readable.
final class PaperJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PaperJson() {}

    static String write(Paper paper) {
        StringWriter text = new StringWriter(2_048);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("id", paper.id().value());
            json.writeStringProperty("title", paper.title());
            if (!paper.abstractText().isEmpty()) {
                json.writeStringProperty("abstract", paper.abstractText());
            }
            LocalDate published = paper.published();
            if (published != null) {
                json.writeStringProperty("published", published.toString());
            }
            Summary summary = paper.summary();
            if (summary != null) {
                list(json, "summary", summary(summary));
            }
            list(json, "authors", paper.authors().stream().map(Author::name).toList());
            list(json, "categories", paper.categories());
            list(json, "keywords", paper.keywords());
            Reference reference = paper.reference();
            if (!reference.equals(Reference.NONE)) {
                list(
                        json,
                        "reference",
                        List.of(reference.doi(), reference.journal(), reference.comment()));
            }
            if (paper.isWithdrawn()) {
                json.writeStringProperty("withdrawn", paper.withdrawn());
            }
            writeRows(json, paper);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeRows(JsonGenerator json, Paper paper) {
        rows(
                json,
                "versions",
                paper.versions().stream()
                        .map(it ->
                                List.of(Integer.toString(it.number()), it.submitted().toString()))
                        .toList());
        rows(
                json,
                "links",
                paper.links().stream().map(it -> List.of(it.kind().name(), it.url())).toList());
        rows(
                json,
                "organisations",
                paper.organisations().stream().map(it -> List.of(it.key(), it.name())).toList());
        rows(json, "origins", origins(paper));
    }

    /// A row an origin: its source, its day, and the facts that came from there.
    private static Collection<List<String>> origins(Paper paper) {
        Map<Origin, List<String>> rows = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            Origin origin = paper.origins().get(fact);
            if (origin != null) {
                rows.computeIfAbsent(origin, PaperJson::row).add(fact.name());
            }
        }
        return rows.values();
    }

    private static List<String> row(Origin origin) {
        List<String> row = new ArrayList<>();
        row.add(origin.source().name());
        row.add(origin.asOf().toString());
        return row;
    }

    /// The model only where there is one, so that a summary without stays as it was written before.
    private static List<String> summary(Summary summary) {
        List<String> row = List.of(summary.text(), summary.deck(), summary.by().name());
        return summary.model().isEmpty()
                ? row
                : List.of(row.get(0), row.get(1), row.get(2), summary.model());
    }

    private static void list(JsonGenerator json, String name, List<String> items) {
        if (!items.isEmpty()) {
            json.writeName(name);
            list(json, items);
        }
    }

    private static void list(JsonGenerator json, List<String> items) {
        json.writeStartArray();
        items.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void rows(JsonGenerator json, String name, Collection<List<String>> rows) {
        if (!rows.isEmpty()) {
            json.writeArrayPropertyStart(name);
            rows.forEach(row -> list(json, row));
            json.writeEndArray();
        }
    }

    static Paper read(String body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            Parts parts = new Parts();
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                parts.take(name, json);
            }
            return parts.paper();
        }
    }

    private static List<String> list(JsonParser json) {
        List<String> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(json.getString());
        }
        return items;
    }

    private static List<List<String>> rows(JsonParser json) {
        List<List<String>> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rows.add(list(json));
        }
        return rows;
    }

    /// What was read so far.
    private static final class Parts {
        private String id = "";
        private String title = "";
        private String abstractText = "";
        private @Nullable LocalDate published;
        private @Nullable Summary summary;
        private List<Author> authors = List.of();
        private List<String> categories = List.of();
        private List<String> keywords = List.of();
        private Reference reference = Reference.NONE;
        private String withdrawn = "";
        private List<Version> versions = List.of();
        private List<Link> links = List.of();
        private List<Organisation> organisations = List.of();
        private final Map<Fact, Origin> origins = new EnumMap<>(Fact.class);

        void take(String name, JsonParser json) {
            switch (name) {
                case "id" -> id = json.getString();
                case "title" -> title = json.getString();
                case "abstract" -> abstractText = json.getString();
                case "published" -> published = LocalDate.parse(json.getString());
                case "summary" -> summary = summary(list(json));
                case "authors" -> authors = list(json).stream().map(Author::new).toList();
                case "categories" -> categories = list(json);
                case "keywords" -> keywords = list(json);
                case "reference" -> reference = reference(list(json));
                case "withdrawn" -> withdrawn = json.getString();
                case "versions" -> versions = rows(json).stream().map(Parts::version).toList();
                case "links" -> links = rows(json).stream().map(Parts::link).toList();
                case "organisations" ->
                        organisations =
                                rows(json).stream()
                                        .map(row -> new Organisation(row.get(0), row.get(1)))
                                        .toList();
                case "origins" -> rows(json).forEach(this::takeOrigin);
                default -> json.skipChildren();
            }
        }

        private static Summary summary(List<String> row) {
            String model = row.size() > 3 ? row.get(3) : "";
            return new Summary(row.get(0), row.get(1), Summary.Writer.valueOf(row.get(2)), model);
        }

        private static Reference reference(List<String> row) {
            return new Reference(row.get(0), row.get(1), row.get(2));
        }

        private static Version version(List<String> row) {
            return new Version(Integer.parseInt(row.get(0)), LocalDate.parse(row.get(1)));
        }

        private static Link link(List<String> row) {
            return new Link(Link.Kind.valueOf(row.get(0)), row.get(1));
        }

        private void takeOrigin(List<String> row) {
            Origin origin = new Origin(SourceName.valueOf(row.get(0)), LocalDate.parse(row.get(1)));
            row.subList(2, row.size()).forEach(fact -> origins.put(Fact.valueOf(fact), origin));
        }

        Paper paper() {
            return new Paper(
                    PaperId.of(id),
                    title,
                    abstractText,
                    summary,
                    authors,
                    published,
                    versions,
                    categories,
                    links,
                    keywords,
                    organisations,
                    reference,
                    withdrawn,
                    origins);
        }
    }
}
