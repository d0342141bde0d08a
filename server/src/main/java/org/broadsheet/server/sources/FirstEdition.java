package org.broadsheet.server.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.broadsheet.source.Naming;
import org.broadsheet.source.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The First Edition: the papers that come with the program, facts and summaries of our own. Their
/// comment counts are those of the saved search page that they were found on.
public final class FirstEdition {
    private static final String FILE = "/first-edition.json";

    private final LocalDate day;
    private final JsonNode papers;

    private FirstEdition(JsonNode json) {
        day = LocalDate.parse(json.path("edition").stringValue());
        papers = json.path("papers");
    }

    /// One statement a paper, in the edition's order. Kept again, they change nothing.
    public static List<Statement> readings() {
        try (InputStream in = FirstEdition.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + FILE);
            }
            return new FirstEdition(JsonMapper.shared().readTree(in)).statements();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + FILE + " cannot be read", e);
        }
    }

    private List<Statement> statements() {
        Instant opening = EditionClock.DEFAULT.close(day.minusDays(1));
        List<Statement> statements = new ArrayList<>();
        for (JsonNode paper : papers) {
            statements.add(statement(paper, opening.plusSeconds(statements.size())));
        }
        return statements;
    }

    private Statement statement(JsonNode json, Instant at) {
        PaperId id = PaperId.of(json.path("id").stringValue());
        return new Statement(
                new Naming.Exact(id),
                paper(id, json),
                List.of(new Submission(id, day, at, "", SourceName.FIRST_EDITION.label())),
                comments(id, json.path("comments").asLong(0), at));
    }

    private Paper paper(PaperId id, JsonNode json) {
        PaperBuilder paper =
                Paper.of(
                                id,
                                json.path("title").stringValue(),
                                new Origin(SourceName.FIRST_EDITION, day))
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
    private static List<Tally> comments(PaperId id, long count, Instant at) {
        String origin = SourceName.SEARCH_PAGE.label();
        return count == 0
                ? List.of()
                : List.of(new Tally(id, Tally.Kind.COMMENTS, origin, count, at));
    }
}
