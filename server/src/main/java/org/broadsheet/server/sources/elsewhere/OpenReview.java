package org.broadsheet.server.sources.elsewhere;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// OpenReview by version 2 of its API: the parts of a place are venues by their ids
/// (`ICLR.cc/2024/Conference`), whose accepted papers it lists; those count that were last changed
/// within the place's days.
///
/// Its form: https://docs.openreview.net/reference/api-v2/openapi-definition, by hand
/// https://docs.openreview.net/how-to-guides/data-retrieval-and-modification/how-to-get-all-submissions
public final class OpenReview implements Source {
    public static final String NAME = "openreview";

    /// The API, version 2.
    public static final URI ADDRESS = URI.create("https://api2.openreview.net/");

    private static final String WHO = "OpenReview";
    private static final int PAGE = 1_000;

    private final URI base;
    private final InstantSource clock;

    /// @param base the API's address, with a slash at its end
    public OpenReview(URI base, InstantSource clock) {
        this.base = base;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Manner manner() {
        return new Manner(
                SourceName.OPENREVIEW.label(),
                URI.create("https://openreview.net/"),
                Duration.ofSeconds(3),
                Manner.Proof.DOCUMENTED);
    }

    @Override
    public Page read(Place place, Web web) throws IOException, InterruptedException {
        Parts at =
                Parts.of(
                        place,
                        "OpenReview is read by venues; name some, as in ICLR.cc/2024/Conference");
        URI address =
                base.resolve(
                        "notes?content.venueid=%s&sort=number:asc&limit=%d&offset=%d"
                                .formatted(Answers.inQuery(at.name(place)), PAGE, at.from()));
        Web.Answer sent = web.get(address, Map.of());
        ObjectNode answer = Answers.object(sent, WHO);
        JsonNode notes = answer.path("notes");
        if (!notes.isArray()) {
            throw Answers.trouble(sent, WHO, "notes");
        }
        List<Reading> readings = new ArrayList<>();
        for (JsonNode note : notes) {
            if (note instanceof ObjectNode object && isSubmission(object)) {
                read(object, place).ifPresent(readings::add);
            }
        }
        long total = answer.path("count").asLong(at.from() + (long) notes.size());
        int next = at.from() + notes.size();
        Optional<String> token =
                !notes.isEmpty() && next < total ? Optional.of(at.later(next)) : at.next(place);
        return new Page(readings, token, OptionalLong.of(total), "");
    }

    private Optional<Reading> read(ObjectNode note, Place place) {
        LocalDate changed = changed(note);
        LocalDate until = place.until();
        if (changed.isBefore(place.from()) || until != null && changed.isAfter(until)) {
            return Optional.empty();
        }
        try {
            return Optional.of(statement(note));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    new Reading.SetAside(
                            new Reject(
                                    name(),
                                    "note " + note.path("id").asString("without id"),
                                    String.valueOf(e.getMessage()),
                                    note.toString(),
                                    clock.instant())));
        }
    }

    /// Reviews and comments are notes too, and deleted papers stay notes.
    private static boolean isSubmission(ObjectNode note) {
        String forum = note.path("forum").asString("");
        boolean isDeleted = note.path("ddate").isNumber();
        return !isDeleted && (forum.isEmpty() || forum.equals(note.path("id").asString("")));
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (!id.scheme().equals("openreview")) {
            return Optional.empty();
        }
        String note = id.value().substring("openreview:".length());
        Web.Answer answer = web.get(base.resolve("notes?id=" + Answers.inQuery(note)), Map.of());
        if (Answers.isMissing(answer)) {
            return Optional.empty();
        }
        for (JsonNode found : Answers.object(answer, WHO).path("notes")) {
            if (found instanceof ObjectNode object
                    && isSubmission(object)
                    && object.path("id").asString("").equals(note)) {
                return Optional.of(statement(object));
            }
        }
        return Optional.empty();
    }

    private Statement statement(ObjectNode note) {
        ObjectNode content = note.path("content") instanceof ObjectNode it ? it : note;
        String title = text(content, "title");
        if (title.isBlank()) {
            throw new IllegalArgumentException("it has no title");
        }
        PaperId id = PaperId.of("openreview:" + note.path("id").asString(""));
        PaperBuilder paper =
                Paper.of(id, title, new Origin(SourceName.OPENREVIEW, changed(note)))
                        .abstractText(text(content, "abstract"))
                        .authors(texts(content, "authors"))
                        .keywords(texts(content, "keywords"))
                        .reference(new Reference("", text(content, "venue"), ""));
        published(note).ifPresent(paper::published);
        String code = text(content, "code");
        if (code.matches("(?i)https?://[^\\s\\p{Cntrl}<>\"]+")) {
            paper.link(new Link(Link.Kind.CODE, code));
        }
        return new Statement(new Naming.Exact(id), paper.build(), List.of(), List.of());
    }

    /// When it was accepted, else shown to the public, else made.
    private Optional<LocalDate> published(ObjectNode note) {
        for (String name : List.of("pdate", "odate", "cdate", "tcdate")) {
            JsonNode moment = note.path(name);
            if (moment.isNumber()) {
                LocalDate day = day(moment);
                if (day.isAfter(Answers.today(clock).plusYears(1))) {
                    throw new IllegalArgumentException(
                            "its %s %s is in the future; accepted is up to a year from today"
                                    .formatted(name, day));
                }
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static LocalDate changed(ObjectNode note) {
        for (String name : List.of("tmdate", "mdate", "tcdate", "cdate")) {
            if (note.path(name).isNumber()) {
                return day(note.path(name));
            }
        }
        return LocalDate.EPOCH;
    }

    private static LocalDate day(JsonNode millis) {
        return Instant.ofEpochMilli(millis.asLong()).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// A field of the content: an object with a value, in version 1 the value itself.
    private static JsonNode field(ObjectNode content, String name) {
        JsonNode field = content.path(name);
        return field.isObject() ? field.path("value") : field;
    }

    private static String text(ObjectNode content, String name) {
        JsonNode field = field(content, name);
        return field.isString() ? field.stringValue().strip() : "";
    }

    private static List<String> texts(ObjectNode content, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : field(content, name)) {
            if (one.isString()) {
                texts.add(one.stringValue());
            }
        }
        return texts;
    }
}
