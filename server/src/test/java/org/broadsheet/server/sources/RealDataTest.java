package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.contract.SharedData;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.Place;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the real files beside the checkout.
class RealDataTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 7);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final Storage storage = new InMemoryStorage();

    @Test
    void theDaysAndThePageMakeTheirEditionsBesideTheFirstEditionAndNoOtherPaper() throws Exception {
        List<Path> files = days();
        files.add(SharedData.require("daily-papers-search-page.txt"));
        new Intake(storage).keep(FirstEdition.readings());

        ImportReport report = importing(files);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.DONE);
        assertThat(editionDays()).hasSize(108).contains(FIRST);
        assertThat(storage.editions().between(FIRST, FIRST)).hasSize(30);
        assertThat(report.files().getLast().kept().changed()).isEqualTo(30);
        assertThat(report.files().getLast().kept().added()).isZero();
        assertThat(report.kept().read()).isEqualTo(2_517 + 30);
        assertThat(storage.papers().count()).isEqualTo(2_513 + 30);
    }

    @Test
    void thePageGivesEveryPaperOfTheFirstEditionItsAbstractAndKeepsItsDates() throws Exception {
        Path page = SharedData.require("daily-papers-search-page.txt");
        new Intake(storage).keep(FirstEdition.readings());
        List<Paper> before = papers();

        importing(List.of(page));

        assertThat(papers()).allMatch(paper -> paper.abstractText().length() > 300);
        assertThat(papers())
                .extracting(Paper::published)
                .containsExactlyElementsOf(before.stream().map(Paper::published).toList());
        assertThat(papers())
                .extracting(Paper::title)
                .containsExactlyElementsOf(before.stream().map(Paper::title).toList());
    }

    @Test
    void thePageAloneIsThirtyPapersOfItsOwnAndNoEdition() throws Exception {
        Path page = SharedData.require("daily-papers-search-page.txt");

        ImportReport report =
                new Importing(storage, CLOCK)
                        .run(List.of(page), new ImportOptions(null, FIRST), ImportProgress.NONE);

        assertThat(report.kept().added()).isEqualTo(30);
        assertThat(editionDays()).isEmpty();
        assertThat(papers().stream().filter(paper -> paper.published() == null)).hasSize(1);
        assertThat(papers())
                .allMatch(paper -> paper.published() == null || !paper.published().isAfter(FIRST));
    }

    @Test
    void everyDayStandsInTheOrderOfItsVotes() throws Exception {
        List<Path> days = days();
        importing(days);
        RankedEditions editions = new RankedEditions(storage, EditionClock.DEFAULT);
        for (Path file : days) {
            LocalDate day = LocalDate.parse(file.getFileName().toString().substring(0, 10));
            List<Place> places = editions.of(new Period.Day(day), CLOCK.instant()).places();
            Set<PaperId> again = submittedAgainAfter(day, places);

            assertThat(places).isNotEmpty();
            assertThat(votes(file, again))
                    .as("votes on %s", day)
                    .containsExactlyElementsOf(
                            places.stream()
                                    .filter(place -> !again.contains(place.paper().id()))
                                    .map(place -> place.standing().votes())
                                    .toList());
        }
    }

    @Test
    void sixtyThousandRecordsAreReadAndNoneIsLost() throws Exception {
        List<Path> snapshot = List.of(SharedData.require("arxiv/arxiv-metadata-60k.jsonl.xz"));

        ImportReport report = importing(snapshot);
        Kept kept = report.kept();

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.DONE);
        assertThat(kept.read()).isEqualTo(60_000);
        assertThat(kept.rejected()).isZero();
        // 1,177 records are a paper that the file holds already, under an id that lost digits.
        assertThat(storage.papers().count()).isEqualTo(58_823).isEqualTo(kept.added());
        assertThat(importing(snapshot).kept()).isEqualTo(new Kept(0, 0, 60_000, 0, 0, 0));
    }

    @Test
    void theSameDaysAndPageAgainChangeNothing() throws Exception {
        List<Path> files = days();
        files.add(SharedData.require("daily-papers-search-page.txt"));
        new Intake(storage).keep(FirstEdition.readings());
        importing(files);
        long sequence = storage.changes().latest();

        ImportReport again = importing(files);

        assertThat(again.kept()).isEqualTo(new Kept(0, 0, 2_547, 0, 0, 0));
        assertThat(storage.changes().latest()).isEqualTo(sequence);
        assertThat(new Intake(storage).keep(FirstEdition.readings()).isNews()).isFalse();
    }

    private ImportReport importing(List<Path> files) throws InterruptedException {
        return new Importing(storage, CLOCK).run(files, ImportOptions.NONE, ImportProgress.NONE);
    }

    private static List<Path> days() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.require("daily"))) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private Set<LocalDate> editionDays() {
        Set<LocalDate> days = new HashSet<>();
        storage.editions()
                .between(LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1))
                .forEach(submission -> days.add(submission.day()));
        return days;
    }

    private List<Paper> papers() {
        return storage.papers().wire(WirePlace.TOP, 1_000);
    }

    /// Papers of the day that came into a later edition too; the votes of that one hold.
    private Set<PaperId> submittedAgainAfter(LocalDate day, List<Place> places) {
        Set<PaperId> again = new HashSet<>();
        for (Place place : places) {
            List<Submission> all = storage.editions().of(place.paper().id());
            if (all.getLast().day().isAfter(day)) {
                again.add(place.paper().id());
            }
        }
        return again;
    }

    private static List<Long> votes(Path file, Set<PaperId> without) throws IOException {
        List<Long> votes = new ArrayList<>();
        for (JsonNode entry : JsonMapper.shared().readTree(Files.readString(file))) {
            JsonNode paper = entry.path("paper");
            if (!without.contains(PaperId.of(paper.path("id").stringValue()))) {
                votes.add(paper.path("upvotes").longValue());
            }
        }
        return votes;
    }
}
