package org.broadsheet.server.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.paper.Text;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An entry of a day of hosted daily papers, in every generation of its fields, wrapped (`{"paper":
/// {…}, …}`) or flat.
///
/// The outer `publishedAt` never is the paper's date: in old entries it is the moment of
/// submission, in newer ones the inner one minus some hours. A link that is no web address is left
/// out.
final class DailyEntry implements RecordKind {
    private static final String ORIGIN = SourceName.HOSTED_DAILY.label();
    private static final int LONGEST_NAME = 200;

    private final @Nullable LocalDate day;

    /// @param day the day of all entries; without one each must say its own
    DailyEntry(@Nullable LocalDate day) {
        this.day = day;
    }

    @Override
    public Statement read(ObjectNode json, ArxivIds ids, Aside aside) {
        JsonNode inner = json.path("paper").isObject() ? json.path("paper") : json;
        LocalDate edition = edition(inner);
        Naming naming = ids.naming(inner.path("id"), aside::reject);
        return new Statement(
                naming,
                paper(naming.likeliest(), json, inner, edition),
                List.of(submission(naming.likeliest(), json, inner, edition)),
                tallies(naming.likeliest(), json, inner, aside.at()));
    }

    private LocalDate edition(JsonNode inner) {
        return Optional.ofNullable(day)
                .or(() -> Fields.day(inner, "submittedOnDailyAt"))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "it does not say its day; name the file YYYY-MM-DD.json or"
                                        + " give --date YYYY-MM-DD"));
    }

    private static Paper paper(PaperId id, JsonNode outer, JsonNode inner, LocalDate edition) {
        String title =
                Fields.text(inner, "title")
                        .or(() -> Fields.text(outer, "title"))
                        .orElseThrow(() -> new IllegalArgumentException("it has no title"));
        PaperBuilder paper =
                Paper.of(id, title, new Origin(SourceName.HOSTED_DAILY, edition))
                        .abstractText(
                                Fields.text(inner, "summary")
                                        .or(() -> Fields.text(outer, "summary"))
                                        .orElse(""))
                        .authors(Fields.texts(inner.path("authors"), "name"))
                        .keywords(Fields.texts(inner.path("ai_keywords"), ""))
                        .organisations(organisations(outer, inner));
        Fields.day(inner, "publishedAt").ifPresent(paper::published);
        Fields.text(inner, "ai_summary")
                .ifPresent(text -> paper.summary(new Summary(text, "", Summary.Writer.MODEL)));
        link(Link.Kind.CODE, inner, "githubRepo").ifPresent(paper::link);
        link(Link.Kind.PROJECT, inner, "projectPage").ifPresent(paper::link);
        return paper.build();
    }

    private static List<Organisation> organisations(JsonNode outer, JsonNode inner) {
        for (JsonNode node :
                List.of(
                        inner.path("organization"),
                        outer.path("organization"),
                        outer.path("submitterOrganization"))) {
            Optional<String> name = Fields.text(node, "fullname", "name");
            if (name.isPresent()) {
                String key = Fields.text(node, "name").orElse(name.get());
                return List.of(new Organisation(key, name.get()));
            }
        }
        return List.of();
    }

    private static Optional<Link> link(Link.Kind kind, JsonNode inner, String field) {
        Optional<String> address = Fields.text(inner, field).map(String::strip);
        try {
            return address.map(text ->
                    new Link(kind, text.matches("(?i)https?:.*") ? text : "https://" + text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Submission submission(
            PaperId id, JsonNode outer, JsonNode inner, LocalDate edition) {
        String submitter =
                Text.oneLine(
                        Fields.text(inner.path("submittedOnDailyBy"), "fullname", "name", "user")
                                .or(() ->
                                        Fields.text(
                                                outer.path("submittedBy"),
                                                "fullname",
                                                "name",
                                                "user"))
                                .orElse(""));
        return new Submission(
                id, edition, submittedAt(outer, inner, edition), shortened(submitter), ORIGIN);
    }

    private static Instant submittedAt(JsonNode outer, JsonNode inner, LocalDate edition) {
        Instant start = edition.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant written = Fields.time(inner, "publishedAt").orElse(Instant.MIN);
        return Fields.time(inner, "submittedOnDailyAt")
                .or(() ->
                        Fields.time(outer, "publishedAt")
                                .filter(at -> at.isAfter(written) && isNear(at, start)))
                .orElse(start);
    }

    /// Whether the moment can be that of a submission to the edition of the day that starts so.
    private static boolean isNear(Instant at, Instant start) {
        return !at.isBefore(start.minus(Duration.ofDays(1)))
                && at.isBefore(start.plus(Duration.ofDays(2)));
    }

    private static List<Tally> tallies(
            PaperId id, JsonNode outer, JsonNode inner, Instant importedAt) {
        List<Tally> tallies = new ArrayList<>();
        JsonNode comments = outer.path("numComments").isNumber() ? outer : inner;
        count(tallies, id, Tally.Kind.VOTES, inner, "upvotes", importedAt);
        count(tallies, id, Tally.Kind.COMMENTS, comments, "numComments", importedAt);
        count(tallies, id, Tally.Kind.STARS, inner, "githubStars", importedAt);
        return tallies;
    }

    private static void count(
            List<Tally> tallies,
            PaperId id,
            Tally.Kind kind,
            JsonNode json,
            String field,
            Instant importedAt) {
        Fields.count(json, field)
                .ifPresent(count -> tallies.add(new Tally(id, kind, ORIGIN, count, importedAt)));
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
