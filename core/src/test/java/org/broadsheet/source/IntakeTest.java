package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final String DAILY = SourceName.HOSTED_DAILY.label();
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final PaperId FRONT = PaperId.of("2406.00105");
    private static final PaperId BEHIND = PaperId.of("2406.10500");

    private final Storage storage = new InMemoryStorage();
    private final Intake intake = new Intake(storage);

    @Test
    void everyRecordIsCountedOnce() {
        Kept kept =
                intake.keep(
                        List.of(
                                daily("2606.00001", "One", MONDAY, 3),
                                daily("2606.00002", "Two", MONDAY, 2),
                                daily("2606.00001", "One", MONDAY, 3),
                                new Reading.SetAside(reject("bad"))));

        assertThat(kept).isEqualTo(new Kept(2, 0, 1, 1, 2, 2));
        assertThat(kept.read()).isEqualTo(4);
    }

    @Test
    void theSameReadingsAgainChangeNothing() {
        List<Reading> readings =
                List.of(
                        daily("2606.00001", "One", MONDAY, 3),
                        byTitle("Alone", "local:alone"),
                        new Reading.SetAside(reject("bad")));
        intake.keep(readings);
        long sequence = storage.changes().latest();

        Kept again = intake.keep(readings);

        assertThat(again.isNews()).isFalse();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(storage.changes().latest()).isEqualTo(sequence);
        assertThat(storage.rejects().count()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutIdIsTheKnownPaperOfItsTitle() {
        intake.keep(List.of(daily("2606.00001", "Walks in 360$^{\\circ}$", MONDAY, 3)));

        intake.keep(List.of(byTitle("walks in 360^{circ}", "local:walks")));

        assertThat(storage.papers().count()).isEqualTo(1);
        assertThat(storage.papers().get(PaperId.of("2606.00001")).orElseThrow().abstractText())
                .isEqualTo("What the page says.");
    }

    @Test
    void aRecordWithoutIdAndWithUnknownTitleIsAPaperOfItsOwn() {
        Kept kept = intake.keep(List.of(byTitle("Nowhere else", "local:nowhere")));

        assertThat(kept.added()).isEqualTo(1);
        assertThat(storage.papers().get(PaperId.of("local:nowhere"))).isPresent();
    }

    @Test
    void aTitleWithoutLettersMeetsNoOther() {
        intake.keep(List.of(daily("2606.00001", "???", MONDAY, 3), byTitle("!!!", "local:marks")));

        assertThat(storage.papers().count()).isEqualTo(2);
    }

    @Test
    void aDamagedIdIsTheOneKnownCandidateOfTheSameTitle() {
        intake.keep(List.of(daily(BEHIND.value(), "A walk", MONDAY, 3)));

        Kept kept = intake.keep(List.of(damaged("A Walk")));

        assertThat(kept.rejected()).isZero();
        assertThat(storage.papers().count()).isEqualTo(1);
        assertThat(storage.editions().of(BEHIND)).hasSize(2);
    }

    @Test
    void aDamagedIdIsSetAsideWhenTheKnownCandidateHasAnotherTitle() {
        intake.keep(List.of(daily(FRONT.value(), "Another walk", MONDAY, 3)));

        Kept kept = intake.keep(List.of(damaged("A Walk")));

        assertThat(kept.rejected()).isEqualTo(1);
        assertThat(storage.rejects().latest(1)).containsExactly(reject("unclear"));
    }

    @Test
    void whatSaysTooLittleForAPaperCompletesAKnownOneAndElseIsSetAside() {
        Statement mark = mark("2606.00001");

        assertThat(intake.keep(List.of(mark)).rejected()).isEqualTo(1);
        assertThat(storage.papers().count()).isZero();

        intake.keep(List.of(daily("2606.00001", "One", MONDAY, 2)));
        assertThat(intake.keep(List.of(mark)).changed()).isEqualTo(1);
        Paper paper = storage.papers().get(PaperId.of("2606.00001")).orElseThrow();
        assertThat(paper.title()).isEqualTo("One");
        assertThat(paper.withdrawn()).isEqualTo("Taken back.");
    }

    @Test
    void whatSaysTooLittleMayStandBeforeItsPaperInOneBatch() {
        intake.keep(List.of(mark("2606.00001"), daily("2606.00001", "One", MONDAY, 2)));

        Paper paper = storage.papers().get(PaperId.of("2606.00001")).orElseThrow();
        assertThat(paper.title()).isEqualTo("One");
        assertThat(paper.isWithdrawn()).isTrue();
    }

    @Test
    void theCountOfTheLaterEditionHoldsInWhicheverOrderTheyAreRead() {
        Statement early = daily("2606.00001", "One", MONDAY, 2);
        Statement late = daily("2606.00001", "One", MONDAY.plusDays(5), 42);

        intake.keep(List.of(early));
        intake.keep(List.of(late));
        Kept again = intake.keep(List.of(early));

        assertThat(again.isNews()).isFalse();
        assertThat(storage.tallies().of(List.of(PaperId.of("2606.00001")), NOW))
                .extracting(Tally::count)
                .containsExactly(42L);
    }

    @Test
    void aNewCountOfTheSameEditionReplacesTheOlder() {
        intake.keep(List.of(daily("2606.00001", "One", MONDAY, 2)));

        Kept kept = intake.keep(List.of(daily("2606.00001", "One", MONDAY, 1)));

        assertThat(kept.counted()).isEqualTo(1);
    }

    private static Statement daily(String id, String title, LocalDate day, long votes) {
        PaperId paper = PaperId.of(id);
        return new Statement(
                new Naming.Exact(paper),
                Paper.of(paper, title, new Origin(SourceName.HOSTED_DAILY, day)).build(),
                List.of(submission(paper, day)),
                List.of(new Tally(paper, Tally.Kind.VOTES, DAILY, votes, NOW)));
    }

    private static Statement mark(String id) {
        PaperId paper = PaperId.of(id);
        return new Statement(
                new Naming.IfKnown(paper, reject("not known")),
                Paper.withoutTitle(paper, new Origin(SourceName.ARXIV_OAI, MONDAY))
                        .withdrawn("Taken back.")
                        .build(),
                List.of(),
                List.of());
    }

    private static Statement damaged(String title) {
        LocalDate day = MONDAY.plusDays(1);
        return new Statement(
                new Naming.OneOf(List.of(FRONT, BEHIND), reject("unclear")),
                Paper.of(FRONT, title, new Origin(SourceName.HOSTED_DAILY, day)).build(),
                List.of(submission(FRONT, day)),
                List.of());
    }

    private static Statement byTitle(String title, String otherwise) {
        PaperId id = PaperId.of(otherwise);
        return new Statement(
                new Naming.ByTitle(id),
                Paper.of(id, title, new Origin(SourceName.SEARCH_PAGE, MONDAY))
                        .abstractText("What the page says.")
                        .build(),
                List.of(),
                List.of());
    }

    private static Submission submission(PaperId paper, LocalDate day) {
        return new Submission(paper, day, day.atStartOfDay(ZoneOffset.UTC).toInstant(), "", DAILY);
    }

    private static Reject reject(String reason) {
        return new Reject("file.json", "entry 1", reason, "{}", NOW);
    }
}
