package org.broadsheet.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Overrule;
import org.broadsheet.edition.Overrule.Kind;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.edition.Submission;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.enrichment.Once;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditingTest {
    /// A Friday; its edition closes at 02:30 UTC the next day.
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);

    private static final Instant NOON = Instant.parse("2025-11-07T17:00:00Z");
    private static final Origin ARXIV = new Origin(SourceName.ARXIV_OAI, DAY);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MovableClock clock = new MovableClock();
    private Editing.Policy policy = new Editing.Policy(Interests.NONE, 3);
    private int told;
    private Editing editing = editing(EditionClock.DEFAULT);

    private Editing editing(EditionClock editionClock) {
        return new Editing(
                new Editing.Parts(storage, _ -> Map.of(), () -> policy),
                new Editor(new Once<>(Lexicon::shipped)),
                editionClock,
                clock,
                () -> told++);
    }

    @Test
    void theOpenDayIsFilledFromTheWireAndEachPickSaysWhy() {
        keep(0, 10);
        edit();
        assertThat(papers(DAY)).containsExactly(id(0), id(1), id(2));
        assertThat(told).isEqualTo(1);
        var edition =
                new RankedEditions(storage, EditionClock.DEFAULT)
                        .of(new Period.Day(DAY), NOON.plusSeconds(1));
        assertThat(edition.places())
                .hasSize(3)
                .allMatch(place -> place.reason().startsWith("Picked by the editor: "))
                .allMatch(place -> place.reason().contains("No. "));
    }

    @Test
    void editingTheSameDayAgainChangesNothing() {
        keep(0, 10);
        edit();
        long changes = storage.changes().latest();
        edit();
        assertThat(storage.changes().latest()).isEqualTo(changes);
        assertThat(told).isEqualTo(1);
    }

    @Test
    void readersComeFirst() {
        keep(0, 10);
        submit(7);
        submit(8);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(7), id(8), id(0));
        submit(9);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(7), id(8), id(9));
    }

    @Test
    void aPickThatWasVotedForStaysWhateverComes() {
        keep(0, 10);
        edit();
        storage.votes().cast(new ReaderId("ada"), id(2), NOON);
        submit(7);
        submit(8);
        submit(9);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(2), id(7), id(8), id(9));
    }

    @Test
    void latePapersComeInUntilTheDayCloses() {
        keep(1, 3);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(1), id(2));
        keep(0, 1);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(0), id(1), id(2));
        clock.now = EditionClock.DEFAULT.close(DAY);
        keep(3, 4);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(0), id(1), id(2));
        assertThat(papers(DAY.plusDays(1))).containsExactly(id(3));
    }

    @Test
    void aPaperIsPickedForOneDayOnly() {
        keep(0, 5);
        edit();
        clock.now = NOON.plus(Duration.ofDays(1));
        edit();
        assertThat(papers(DAY.plusDays(1))).containsExactly(id(3), id(4));
    }

    @Test
    void aDayWithoutPapersMakesNoEmptyEdition() {
        edit();
        assertThat(storage.editions().before(DAY.plusDays(1))).isEmpty();
        assertThat(new RankedEditions(storage, EditionClock.DEFAULT).latestDay(NOON))
                .isEqualTo(DAY);
        assertThat(told).isZero();
    }

    @Test
    void onAWeekendTheWeeksBestThatWasNotShownYetMakesTheEdition() {
        keep(0, 9);
        edit();
        clock.now = NOON.plus(Duration.ofDays(2));
        edit();
        assertThat(papers(DAY.plusDays(1))).containsExactly(id(3), id(4), id(5));
        assertThat(papers(DAY.plusDays(2))).containsExactly(id(6), id(7), id(8));
    }

    @Test
    void oldPapersAreNoNews() {
        storage.papers().keep(List.of(paper(40), paper(20), paper(3)));
        edit();
        assertThat(papers(DAY)).containsExactly(id(3));
    }

    @Test
    void whatACuratorTookOutStaysOutOnLaterDaysToo() {
        keep(0, 5);
        edit();
        decide(0, Kind.OUT);
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(1), id(2), id(3));
        clock.now = NOON.plus(Duration.ofDays(1));
        edit();
        assertThat(papers(DAY.plusDays(1))).containsExactly(id(4));
    }

    @Test
    void whatACuratorPutInStaysInAndIsSaid() {
        keep(0, 5);
        decide(4, Kind.IN);
        edit();
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(4), id(0), id(1));
        assertThat(storage.picks().between(DAY, DAY).getFirst().pick().reason())
                .isEqualTo("Put in by Emmy.");
        assertThat(storage.editions().of(id(4)))
                .extracting(Submission::origin)
                .containsExactly("curator");
        storage.picks().restore(DAY, id(4));
        edit();
        assertThat(papers(DAY)).containsExactlyInAnyOrder(id(0), id(1), id(2));
    }

    @Test
    void aHouseWithoutAnEditorHasOnlyWhatCuratorsPutIn() {
        policy = new Editing.Policy(Interests.NONE, 0);
        keep(0, 5);
        decide(4, Kind.IN);
        edit();
        assertThat(papers(DAY)).containsExactly(id(4));
    }

    @Test
    void daysThatPassedMeanwhileAreMadeUpForEachOnce() {
        keep(0, 2);
        edit();
        clock.now = NOON.plus(Duration.ofDays(3));
        storage.papers().keep(List.of(published(50, 1), published(51, 2), published(52, 3)));
        edit();
        assertThat(papers(DAY.plusDays(1))).containsExactly(id(50));
        assertThat(papers(DAY.plusDays(2))).containsExactly(id(51));
        assertThat(papers(DAY.plusDays(3))).containsExactly(id(52));
    }

    @Test
    void ofALongAbsenceTheLatestWeekIsMadeUpFor() {
        edit();
        Instant later = NOON.plus(Duration.ofDays(90));
        assertThat(editing.due(later))
                .hasSize(Editing.MOST_DAYS)
                .endsWith(DAY.plusDays(90))
                .doesNotHaveDuplicates();
    }

    @Test
    void aClockThatJumpsBackEditsNothingUntilItIsThereAgain() {
        keep(0, 9);
        edit();
        clock.now = NOON.plus(Duration.ofDays(1));
        edit();
        List<PaperId> first = papers(DAY);
        List<PaperId> second = papers(DAY.plusDays(1));
        clock.now = NOON.minus(Duration.ofDays(5));
        edit();
        clock.now = NOON;
        edit();
        clock.now = NOON.plus(Duration.ofDays(1));
        edit();
        assertThat(papers(DAY.minusDays(5))).isEmpty();
        assertThat(papers(DAY)).isEqualTo(first);
        assertThat(papers(DAY.plusDays(1))).isEqualTo(second);
    }

    /// The turn-over may fall into the hour that is left out or comes twice, on whichever side of
    /// midnight.
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 21:30, 2026-03-05",
        "America/New_York, 02:30, 2026-03-05",
        "America/New_York, 01:30, 2026-10-29",
        "America/New_York, 00:00, 2026-10-29",
        "Europe/Berlin, 02:30, 2026-03-26",
        "Europe/Berlin, 02:30, 2026-10-22",
        "America/Santiago, 00:00, 2026-09-03",
        "Australia/Lord_Howe, 02:00, 2026-04-02",
        "Pacific/Apia, 23:59, 2011-12-27",
        "UTC, 00:00, 2026-03-05"
    })
    void whereTheClockIsSetNoDayIsLeftOutOrEditedTwice(
            String zone, LocalTime turnOver, LocalDate from) {
        EditionClock editionClock = new EditionClock(ZoneId.of(zone), turnOver);
        editing = editing(editionClock);
        List<LocalDate> edited = new ArrayList<>();
        clock.now = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = clock.now.plus(Duration.ofDays(7));
        LocalDate first = editionClock.day(clock.now);
        while (clock.now.isBefore(end)) {
            boolean isLast = false;
            while (!isLast) {
                isLast = editing.next().isLast();
                LocalDate latest = storage.picks().latestDay().orElseThrow();
                if (edited.isEmpty() || !edited.getLast().equals(latest)) {
                    edited.add(latest);
                }
            }
            Duration pause = editing.pause();
            assertThat(pause).isPositive();
            clock.now = clock.now.plus(pause);
        }
        LocalDate last = editionClock.day(clock.now.minusMillis(2));
        assertThat(edited).isEqualTo(first.datesUntil(last.plusDays(1)).toList());
    }

    @Test
    void theNextLookComesNoLaterThanTheTurnOver() {
        clock.now = EditionClock.DEFAULT.close(DAY).minusSeconds(10);
        assertThat(editing.pause()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        clock.now = NOON;
        assertThat(editing.pause()).isLessThanOrEqualTo(Duration.ofMinutes(6));
    }

    private void edit() {
        while (!editing.next().isLast()) {}
    }

    private void decide(int n, Kind kind) {
        storage.picks().overrule(new Overrule(DAY, id(n), kind, "Emmy", NOON));
    }

    private void submit(int n) {
        storage.editions().submit(List.of(new Submission(id(n), DAY, NOON, "Ada", "reader")));
    }

    private List<PaperId> papers(LocalDate day) {
        return storage.editions().between(day, day).stream().map(Submission::paper).toList();
    }

    private void keep(int from, int to) {
        List<Paper> papers = new ArrayList<>();
        for (int n = from; n < to; n++) {
            papers.add(paper(n));
        }
        storage.papers().keep(papers);
    }

    private static PaperId id(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }

    /// Published n days before the day.
    private static Paper paper(int n) {
        return published(n, -n);
    }

    private static Paper published(int n, int days) {
        return Paper.of(id(n), "Title number" + n, ARXIV).published(DAY.plusDays(days)).build();
    }

    private static final class MovableClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("tests ask in UTC only");
        }
    }
}
