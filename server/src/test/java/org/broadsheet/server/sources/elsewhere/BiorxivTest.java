package org.broadsheet.server.sources.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers made after https://api.biorxiv.org/; all papers are invented.
class BiorxivTest implements SourceContract {
    private static final String PAPER =
            """
            {"doi": "10.1101/2026.06.0%1$d.000001", "title": "Walk number %1$d",
             "authors": "One, A. B.; Two, Emmy; The Walk Group", "author_corresponding": "Ada One",
             "author_corresponding_institution": "Institute of Walks", "date": "2026-06-0%1$d",
             "version": "%2$s", "type": "new results", "license": "cc_by", "category": "cell biology",
             "jatsxml": "https://example.org/x.xml", "abstract": "We walk.", "published": "%3$s",
             "server": "biorxiv"}
            """;
    private static final String RANGE = "/details/biorxiv/2026-06-01/2026-06-05/";

    private final Service service =
            new Service()
                    .with(
                            RANGE + "0/json",
                            "application/json",
                            answer(
                                    "ok",
                                    4,
                                    paper(1, "1", "NA"),
                                    paper(2, "2", "10.1000/PRINTED.2")))
                    .with(
                            RANGE + "2/json",
                            "application/json",
                            answer(
                                    "ok",
                                    4,
                                    paper(3, "1", "NA").replace("Walk number 3", " "),
                                    paper(4, "1", "NA")
                                            .replace("cell biology", "neuroscience")
                                            .replace("2026-06-04\"", "2036-06-04\"")))
                    .with(
                            "/details/biorxiv/2026-05-01/2026-05-02/0/json",
                            "application/json",
                            "{\"messages\": [{\"status\": \"no posts found\"}], \"collection\": []}")
                    .with(
                            "/details/biorxiv/10.1101/2026.06.01.000001/na/json",
                            "application/json",
                            answer(
                                    "ok",
                                    2,
                                    paper(1, "1", "NA"),
                                    paper(1, "2", "NA")
                                            .replace("We walk.", "We walk on.")
                                            .replace("2026-06-01\"", "2026-06-04\"")))
                    .with(
                            "/details/biorxiv/10.1101/2026.06.09.999999/na/json",
                            "application/json",
                            "{\"messages\": [{\"status\": \"no posts found\"}], \"collection\": []}");

    private final Biorxiv source =
            new Biorxiv(Biorxiv.Server.BIORXIV, service.base(), Service.CLOCK);

    private static String paper(int number, String version, String published) {
        return PAPER.formatted(number, version, published);
    }

    private static String answer(String status, int total, String... papers) {
        return "{\"messages\": [{\"status\": \"%s\", \"cursor\": 0, \"count\": %d, \"total\": \"%d\"}], \"collection\": [%s]}"
                .formatted(status, papers.length, total, String.join(",", papers));
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
        return Place.from(LocalDate.of(2026, 6, 1), null, List.of());
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("doi:10.1101/2026.06.01.000001"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("doi:10.1101/2026.06.09.999999"));
    }

    @Test
    void aPaperIsReadWithAllItsFacts() throws Exception {
        Statement told = (Statement) source.read(place(), service).readings().getFirst();
        Paper paper = told.paper();
        assertThat(paper.authors())
                .extracting(Author::name)
                .containsExactly("A. B. One", "Emmy Two", "The Walk Group");
        assertThat(paper.categories()).containsExactly("cell biology");
        assertThat(paper.published()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void theArticleThatItBecameIsTheSamePaper() throws Exception {
        Statement told = (Statement) source.read(place(), service).readings().getLast();
        assertThat(told.aliases()).containsExactly(PaperId.of("doi:10.1000/printed.2"));
        assertThat(told.paper().published()).as("the day of a later version").isNull();
    }

    @Test
    void theLatestVersionIsFoundWithTheDayOfTheFirst() throws Exception {
        Paper paper =
                source.find(PaperId.of("doi:10.1101/2026.06.01.000001"), service)
                        .orElseThrow()
                        .paper();
        assertThat(paper.abstractText()).isEqualTo("We walk on.");
        assertThat(paper.published()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void whatHasNoTitleOrADayInTheFutureIsSetAside() throws Exception {
        Page page = source.read(place().at("2"), service);
        assertThat(page.readings()).hasSize(2).allMatch(Reading.SetAside.class::isInstance);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void partsAreCategories() throws Exception {
        Place place = Place.from(LocalDate.of(2026, 6, 1), null, List.of("cell_biology"));
        assertThat(source.read(place, service).readings()).hasSize(2);
        assertThat(source.read(place.at("2"), service).readings()).hasSize(1);
    }

    @Test
    void daysWithoutPapersAreAnEmptyPage() throws Exception {
        Page page =
                source.read(
                        Place.from(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2), List.of()),
                        service);
        assertThat(page.readings()).isEmpty();
        assertThat(page.next()).isEmpty();
    }
}
