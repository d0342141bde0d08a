package org.broadsheet.server.sources.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers made after https://docs.openreview.net/reference/api-v2/openapi-definition; all papers
/// are invented.
class OpenReviewTest implements SourceContract {
    private static final String VENUE =
            "/notes?content.venueid=Walk.cc%2F2026%2FConference&sort=number:asc&limit=1000&offset=";

    /// A submission; 2026-05-01 and 2026-05-20 in milliseconds.
    private static final String NOTE =
            """
            {"id": "%1$s", "forum": "%1$s", "number": 1, "cdate": 1767225600000, "pdate": 1777593600000,
             "tmdate": 1779235200000, "ddate": null, "invitations": ["Walk.cc/2026/Conference/-/Submission"],
             "content": {"title": {"value": "%2$s"}, "authors": {"value": ["Ada One", "Emmy Two"]},
               "abstract": {"value": "We walk."}, "keywords": {"value": ["walks"]},
               "venue": {"value": "Walk 2026 oral"}, "venueid": {"value": "Walk.cc/2026/Conference"},
               "code": {"value": "https://example.org/walks"}, "pdf": {"value": "/pdf/x.pdf"}}}
            """;

    private static final String REPLY =
            "{\"id\": \"reply1\", \"forum\": \"Walk000001\", \"content\": {\"title\": {\"value\": \"Nice\"}}}";
    private static final String NAMELESS =
            "{\"id\": \"Walk000003\", \"forum\": \"Walk000003\", \"tmdate\": 1779235200000, \"content\": {}}";

    private final Service service =
            new Service()
                    .with(VENUE + 0, "application/json", notes(4, note(1), REPLY))
                    .with(VENUE + 2, "application/json", notes(4, note(2), NAMELESS))
                    .with("/notes?id=Walk000001", "application/json", notes(1, note(1)))
                    .with("/notes?id=Walk000009", "application/json", notes(0));

    private final OpenReview source = new OpenReview(service.base(), Service.CLOCK);

    private static String note(int number) {
        return NOTE.formatted("Walk00000" + number, "Walk number " + number);
    }

    private static String notes(int count, String... notes) {
        return "{\"notes\": [%s], \"count\": %d}".formatted(String.join(",", notes), count);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Web web() {
        return service;
    }

    @Override
    public Place place() {
        return from(LocalDate.of(2026, 5, 1), null);
    }

    private static Place from(LocalDate first, @Nullable LocalDate until) {
        return Place.from(first, until, List.of("Walk.cc/2026/Conference"));
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("openreview:Walk000001"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("openreview:Walk000009"));
    }

    @Test
    void aPaperIsReadWithAllItsFacts() throws Exception {
        Paper paper =
                source.find(PaperId.of("openreview:Walk000001"), service).orElseThrow().paper();
        assertThat(paper.title()).isEqualTo("Walk number 1");
        assertThat(paper.authors()).extracting(Author::name).containsExactly("Ada One", "Emmy Two");
        assertThat(paper.published()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(paper.keywords()).containsExactly("walks");
        assertThat(paper.reference().journal()).isEqualTo("Walk 2026 oral");
        assertThat(paper.link(Link.Kind.CODE)).contains("https://example.org/walks");
    }

    @Test
    void repliesAreNoPapersAndANoteWithoutTitleIsSetAside() throws Exception {
        Page first = source.read(place(), service);
        Page second = source.read(place().at(first.next().orElseThrow()), service);
        assertThat(first.readings()).singleElement().isInstanceOf(Statement.class);
        assertThat(second.readings()).hasSize(2).last().isInstanceOf(Reading.SetAside.class);
        assertThat(second.next()).isEmpty();
        assertThat(first.total()).hasValue(4);
    }

    @Test
    void onlyPapersThatWereChangedWithinTheDaysAreRead() throws Exception {
        assertThat(source.read(from(LocalDate.of(2026, 5, 21), null), service).readings())
                .isEmpty();
        assertThat(
                        source.read(
                                        from(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 19)),
                                        service)
                                .readings())
                .isEmpty();
    }
}
