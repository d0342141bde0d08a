package org.broadsheet.server.sources;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Statement;
import org.broadsheet.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The First Edition: the papers that come with the program, facts and summaries of our own. Their
/// comment counts are those of the saved search page that they were found on.
public final class FirstEdition {
    private static final String FILE = "/first-edition.json";

    private final JsonNode json;

    public FirstEdition() {
        try (InputStream in = FirstEdition.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + FILE);
            }
            json = JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + FILE + " cannot be read", e);
        }
    }

    /// Keeps it in the stores; where it is already, nothing changes.
    public Kept keepIn(Storage storage, Clock clock) {
        return new Intake(storage).keep(statements(clock.instant()));
    }

    /// The day whose edition it is.
    public LocalDate day() {
        return LocalDate.parse(json.path("edition").stringValue());
    }

    /// One statement a paper, in the edition's order.
    ///
    /// @param now when the comment counts are taken over
    List<Statement> statements(Instant now) {
        Instant opening = EditionClock.DEFAULT.close(day().minusDays(1));
        List<Statement> statements = new ArrayList<>();
        for (JsonNode paper : json.path("papers")) {
            statements.add(statement(paper, opening.plusSeconds(statements.size()), now));
        }
        return statements;
    }

    private Statement statement(JsonNode json, Instant submittedAt, Instant now) {
        PaperId id = PaperId.of(json.path("id").stringValue());
        Submission submission =
                new Submission(id, day(), submittedAt, "", SourceName.FIRST_EDITION.label());
        return new Statement(
                new Naming.Exact(id),
                paper(id, json),
                List.of(submission),
                comments(id, json, now));
    }

    private Paper paper(PaperId id, JsonNode json) {
        PaperBuilder paper =
                Paper.of(
                                id,
                                json.path("title").stringValue(),
                                new Origin(SourceName.FIRST_EDITION, day()))
                        .authors(Fields.texts(json.path("authors"), "name"))
                        .summary(
                                new Summary(
                                        json.path("summary").stringValue(),
                                        json.path("deck").asString(""),
                                        Summary.Writer.BROADSHEET))
                        .keywords(Fields.texts(json.path("keywords"), ""))
                        .categories(categories(json));
        Fields.day(json, "published").ifPresent(paper::published);
        Optional<String> code = Fields.text(json, "code");
        code.ifPresent(address -> paper.link(new Link(Link.Kind.CODE, address)));
        return paper.build();
    }

    /// Its topic stands for a paper's category until a source says arXiv's own.
    private static List<String> categories(JsonNode json) {
        List<String> categories = Fields.texts(json.path("categories"), "");
        return categories.isEmpty()
                ? Fields.text(json, "topic").map(List::of).orElse(List.of())
                : categories;
    }

    /// None where there were no comments, as the page prints no number then either.
    private static List<Tally> comments(PaperId id, JsonNode json, Instant now) {
        long comments = json.path("comments").asLong(0);
        return comments == 0
                ? List.of()
                : List.of(
                        new Tally(
                                id,
                                Tally.Kind.COMMENTS,
                                SourceName.SEARCH_PAGE.label(),
                                comments,
                                now));
    }
}
