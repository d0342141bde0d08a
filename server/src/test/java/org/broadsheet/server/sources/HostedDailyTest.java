package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.sources.elsewhere.Service;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers made after `docs/api.md`; all papers are invented.
class HostedDailyTest implements SourceContract {
    private static final String ENTRY =
            """
            {"paper": {"id": "2606.0000%1$d", "title": "Walk number %1$d", "summary": "We walk.",
              "authors": [{"name": "Ada One"}], "publishedAt": "2026-06-01T00:00:00.000Z",
              "submittedOnDailyAt": "2026-06-0%1$dT09:00:00.000Z", "upvotes": 1%1$d},
             "title": "Walk number %1$d", "numComments": 2}
            """;

    private final Service service =
            new Service()
                    .with(day(3), "application/json", "[" + entry(1) + "," + entry(2) + "]")
                    .with(day(4), "application/json", "[]")
                    .with(day(5), "application/json", "[" + entry(3) + ", {\"paper\": {}}]")
                    .with(
                            "/api/papers/2606.00001",
                            "application/json",
                            "{\"id\": \"2606.00001\", \"title\": \"Walk number 1\", \"upvotes\": 11}");

    private final HostedDaily source = new HostedDaily(service.base(), Service.CLOCK);

    private static String day(int day) {
        return "/api/daily_papers?date=2026-06-0%d&limit=100&p=0".formatted(day);
    }

    private static String entry(int number) {
        return ENTRY.formatted(number);
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
        return Place.from(LocalDate.of(2026, 6, 3), null, List.of());
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("2606.00001"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("2606.09999"));
    }

    private List<Reading> all() throws Exception {
        List<Reading> all = new ArrayList<>();
        for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
            Page page = source.read(place().at(next.get()), service);
            all.addAll(page.readings());
            next = page.next();
        }
        return all;
    }

    @Test
    void itIsReadDayByDayUpToToday() throws Exception {
        List<Reading> all = all();
        assertThat(all).hasSize(4).last().isInstanceOf(Reading.SetAside.class);
        assertThat(((Statement) all.get(2)).submissions())
                .extracting(Submission::day)
                .containsExactly(LocalDate.of(2026, 6, 5));
    }

    @Test
    void votesThereStayCountsOfThatPlace() throws Exception {
        InMemoryStorage storage = new InMemoryStorage();
        new Intake(storage).keep(all());
        PaperId paper = PaperId.of("2606.00002");
        assertThat(storage.votes().of(List.of(paper))).isEmpty();
        assertThat(storage.tallies().of(List.of(paper), Service.CLOCK.instant()))
                .filteredOn(tally -> tally.kind() == Tally.Kind.VOTES)
                .extracting(Tally::count)
                .containsExactly(12L);
    }

    @Test
    void aFullPageOfADayIsFollowedByItsNext() throws Exception {
        String hundred = (entry(1) + ",").repeat(99) + entry(2);
        service.with(day(3), "application/json", "[" + hundred + "]");
        assertThat(source.read(place(), service).next()).contains("2026-06-03/1");
    }
}
