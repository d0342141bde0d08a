package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;

class RankedEditionsTest {
    private static final LocalDate FRIDAY = LocalDate.of(2025, 11, 7);
    private static final Instant NOON = Instant.parse("2025-11-07T17:00:00Z");
    private static final Instant MUCH_LATER = NOON.plus(Duration.ofDays(30));
    private static final PaperId ONE = PaperId.of("2511.00001");
    private static final PaperId TWO = PaperId.of("2511.00002");
    private static final PaperId THREE = PaperId.of("2511.00003");

    private Storage storage = new InMemoryStorage();
    private Editions editions = new RankedEditions(storage, EditionClock.DEFAULT);

    @BeforeTry
    void emptyTheHouse() {
        storage = new InMemoryStorage();
        editions = new RankedEditions(storage, EditionClock.DEFAULT);
    }

    @Test
    void aDayStandsByVotesOwnAndImportedTogether() {
        submit(FRIDAY, ONE, TWO, THREE);
        vote(TWO, "ada", NOON);
        tally(THREE, Tally.Kind.VOTES, 2, NOON);

        assertThat(order(FRIDAY, MUCH_LATER)).containsExactly(THREE, TWO, ONE);
        assertThat(day(FRIDAY, MUCH_LATER).getFirst().reason())
                .isEqualTo(
                        "No. 1 by votes: no votes here and 2 at elsewhere; then comments (none), then"
                                + " the earlier submission.");
    }

    @Test
    void tiesGoToMoreCommentsThenTheEarlierSubmissionThenTheId() {
        submitAt(FRIDAY, TWO, NOON);
        submitAt(FRIDAY, ONE, NOON);
        submitAt(FRIDAY, THREE, NOON.plusSeconds(1));

        assertThat(order(FRIDAY, MUCH_LATER)).containsExactly(ONE, TWO, THREE);

        tally(THREE, Tally.Kind.COMMENTS, 1, NOON);

        assertThat(order(FRIDAY, MUCH_LATER)).containsExactly(THREE, ONE, TWO);
    }

    @Test
    void aPastMomentKnowsNothingOfWhatCameLater() {
        submitAt(FRIDAY, ONE, NOON);
        submitAt(FRIDAY, TWO, NOON.plusSeconds(10));
        vote(TWO, "ada", NOON.plusSeconds(20));
        tally(ONE, Tally.Kind.VOTES, 5, NOON.plusSeconds(30));

        assertThat(order(FRIDAY, NOON)).containsExactly(ONE);
        assertThat(order(FRIDAY, NOON.plusSeconds(20))).containsExactly(TWO, ONE);
        assertThat(order(FRIDAY, NOON.plusSeconds(30))).containsExactly(ONE, TWO);
    }

    @Test
    void aVoteTakenBackRestoresTheFormerOrderAndStaysInThePast() {
        submit(FRIDAY, ONE, TWO);
        vote(TWO, "ada", NOON);
        storage.votes().withdraw(new ReaderId("ada"), TWO, NOON.plusSeconds(60));

        assertThat(order(FRIDAY, NOON.plusSeconds(59))).containsExactly(TWO, ONE);
        assertThat(order(FRIDAY, NOON.plusSeconds(60))).containsExactly(ONE, TWO);
    }

    @Test
    void amongEqualVotesTheMoreDiscussedStandsFirst() {
        submit(FRIDAY, ONE, TWO);
        tally(ONE, Tally.Kind.COMMENTS, 1, NOON);
        comment(1, TWO, NOON.plusSeconds(10));
        comment(2, TWO, NOON.plusSeconds(20));
        assertThat(order(FRIDAY, MUCH_LATER)).containsExactly(TWO, ONE);
        assertThat(day(FRIDAY, MUCH_LATER).getFirst().reason()).contains("then 2 comments");
        assertThat(order(FRIDAY, NOON.plusSeconds(9))).containsExactly(ONE, TWO);
    }

    @Test
    void aHiddenCommentDoesNotCountFromWhenItIsHiddenUntilItIsShown() {
        submit(FRIDAY, ONE, TWO);
        comment(1, TWO, NOON);
        Comment.Hiding hiding =
                new Comment.Hiding("Spam", new ReaderId("curator"), NOON.plusSeconds(60));
        storage.discussion().hide(commentId(1), hiding, List.of());
        storage.discussion().show(commentId(1), NOON.plusSeconds(120), List.of());
        assertThat(order(FRIDAY, NOON.plusSeconds(59))).containsExactly(TWO, ONE);
        assertThat(order(FRIDAY, NOON.plusSeconds(60))).containsExactly(ONE, TWO);
        assertThat(order(FRIDAY, NOON.plusSeconds(120))).containsExactly(TWO, ONE);
    }

    @Test
    void aPaperOfTwoDaysStandsOnceInTheWeek() {
        submit(FRIDAY.minusDays(1), ONE);
        submit(FRIDAY, ONE, TWO);

        List<Place> week = editions.of(new Period.Week(FRIDAY), MUCH_LATER).places();

        assertThat(week).extracting(place -> place.paper().id()).containsExactly(ONE, TWO);
        assertThat(week.getFirst().submission().day()).isEqualTo(FRIDAY.minusDays(1));
    }

    @Test
    void turningPagesSkipsEmptyDaysAndEndsAtToday() {
        submit(FRIDAY.minusDays(7), ONE);
        submit(FRIDAY, TWO);
        submit(FRIDAY.plusDays(40), THREE);

        Edition edition = editions.of(new Period.Day(FRIDAY), NOON);

        assertThat(edition.before()).contains(new Period.Day(FRIDAY.minusDays(7)));
        assertThat(edition.after()).isEmpty();
        assertThat(editions.latestDay(NOON)).isEqualTo(FRIDAY);
        assertThat(editions.of(new Period.Month(YearMonth.of(2025, 10)), NOON).after())
                .contains(new Period.Month(YearMonth.of(2025, 11)));
    }

    @Test
    void anEmptyHouseShowsTodayAndNothing() {
        assertThat(editions.latestDay(NOON)).isEqualTo(FRIDAY);
        assertThat(editions.of(new Period.Day(FRIDAY), NOON).places()).isEmpty();
        assertThat(editions.trending(NOON, 10)).isEmpty();
    }

    @Test
    void importedVotesEnterTrendingOnceAtTheCloseOfTheEdition() {
        submit(FRIDAY, ONE, TWO);
        tally(TWO, Tally.Kind.VOTES, 50, NOON);
        vote(ONE, "ada", NOON);
        Instant close = EditionClock.DEFAULT.close(FRIDAY);

        assertThat(trending(close.minusSeconds(1))).containsExactly(ONE, TWO);
        assertThat(trending(close)).containsExactly(TWO, ONE);
        // 1e-9: the logarithm is near 10,000 and rounds to about 2e-12 of it
        assertThat(editions.trending(close, 1).getFirst().score()).isCloseTo(50.0, within(1e-9));
    }

    @Test
    void anOldPaperTrendsAgainWhenSomebodyVotesForIt() {
        submit(FRIDAY.minusDays(300), ONE);
        for (int day = 0; day < 31; day++) {
            submit(FRIDAY.minusDays(day), PaperId.of("2510.%05d".formatted(day + 1)));
        }
        assertThat(trending(NOON)).doesNotContain(ONE);

        vote(ONE, "ada", NOON);

        assertThat(trending(NOON)).startsWith(ONE);
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editions.trending(NOON, 0))
                .withMessage("limit must be 1 to 1000, got 0");
    }

    @Test
    void aVoteOfANewAccountCountsLaterAndItsReaderWhoIsInvitedAtOnce() {
        submit(FRIDAY, ONE, TWO);
        Instant known = join("emmy", NOON);
        storage.readers().add(Reader.joining(new ReaderId("ada"), "ada", "Ada", Role.READER, NOON));
        vote(TWO, "emmy", NOON.plusSeconds(10));

        assertThat(order(FRIDAY, known.minusMillis(1))).containsExactly(ONE, TWO);
        assertThat(trending(known.minusMillis(1))).containsExactly(ONE, TWO);
        assertThat(day(FRIDAY, known.minusMillis(1)).getLast().reason()).contains("no votes here");
        assertThat(order(FRIDAY, known)).containsExactly(TWO, ONE);
        assertThat(trending(known)).containsExactly(TWO, ONE);

        vote(ONE, "ada", NOON.plusSeconds(20));

        assertThat(order(FRIDAY, NOON.plusSeconds(20))).containsExactly(ONE, TWO);
    }

    /// What was seen at any moment is what is rebuilt for that moment afterwards, whoever joined
    /// when and was invited or not.
    @Property(tries = 200)
    void thePastIsRebuiltAsItWasSeenWhateverAccountsAreNew(
            @ForAll("ballots") List<Integer> ballots,
            @ForAll @IntRange(max = 9) int uninvited,
            @ForAll @IntRange(min = 1, max = 12) int hours) {
        submit(FRIDAY, paper(0), paper(1), paper(2), paper(3), paper(4));
        List<Instant> moments = new ArrayList<>();
        List<List<PaperId>> seen = new ArrayList<>();
        for (int i = 0; i < ballots.size(); i++) {
            Instant now = NOON.plus(Duration.ofHours((long) i * hours));
            String reader = "reader" + i / 2;
            if (i % 2 == 0 && i / 2 % 10 < uninvited) {
                join(reader, now);
            }
            vote(paper(ballots.get(i)), reader, now);
            Instant between = now.plusSeconds(1_800);
            moments.addAll(List.of(now, between));
            for (Instant moment : List.of(now, between)) {
                seen.add(order(FRIDAY, moment));
                seen.add(trending(moment));
            }
        }
        List<List<PaperId>> rebuilt = new ArrayList<>();
        for (Instant moment : moments) {
            rebuilt.add(order(FRIDAY, moment));
            rebuilt.add(trending(moment));
        }
        assertThat(rebuilt).isEqualTo(seen);
    }

    @Property(tries = 200)
    void accountsMadeWhileAnEditionIsOpenDoNotChangeItBeforeItCloses(
            @ForAll("ballots") List<Integer> ballots, @ForAll("ballots") List<Integer> swarm) {
        cast(ballots);
        Instant opened = EditionClock.DEFAULT.close(FRIDAY.minusDays(1));
        Instant closes = EditionClock.DEFAULT.close(FRIDAY);
        List<PaperId> without = order(FRIDAY, closes.minusMillis(1));
        List<PaperId> trend = trending(closes.minusMillis(1));
        for (int i = 0; i < swarm.size(); i++) {
            Instant at = opened.plusSeconds(i + 1);
            join("swarm" + i, at);
            vote(paper(swarm.get(i)), "swarm" + i, at);
        }

        assertThat(order(FRIDAY, closes.minusMillis(1))).isEqualTo(without);
        assertThat(trending(closes.minusMillis(1))).isEqualTo(trend);
    }

    @Property(tries = 200)
    void oneMoreVoteNeverLowersAPaper(
            @ForAll("ballots") List<Integer> ballots, @ForAll @IntRange(max = 4) int chosen) {
        PaperId paper = paper(chosen);
        cast(ballots);
        int dayBefore = order(FRIDAY, MUCH_LATER).indexOf(paper);
        int trendingBefore = trending(MUCH_LATER).indexOf(paper);

        vote(paper, "one-more", NOON.plusSeconds(5_000));

        assertThat(order(FRIDAY, MUCH_LATER).indexOf(paper)).isLessThanOrEqualTo(dayBefore);
        assertThat(trending(MUCH_LATER).indexOf(paper)).isLessThanOrEqualTo(trendingBefore);
    }

    @Property(tries = 200)
    void takingBackEveryLaterVoteRestoresTheOrder(
            @ForAll("ballots") List<Integer> ballots, @ForAll("ballots") List<Integer> later) {
        cast(ballots);
        List<PaperId> day = order(FRIDAY, MUCH_LATER);
        List<PaperId> trend = trending(MUCH_LATER);

        for (int i = 0; i < later.size(); i++) {
            vote(paper(later.get(i)), "later" + i, NOON.plusSeconds(9_000));
            storage.votes()
                    .withdraw(
                            new ReaderId("later" + i),
                            paper(later.get(i)),
                            NOON.plusSeconds(9_001));
        }

        assertThat(order(FRIDAY, MUCH_LATER)).isEqualTo(day);
        assertThat(trending(MUCH_LATER)).isEqualTo(trend);
    }

    @Property(tries = 200)
    void theTrendingOrderDoesNotDependOnWhenItIsRead(
            @ForAll("ballots") List<Integer> ballots, @ForAll @IntRange(max = 500) int hours) {
        cast(ballots);
        Instant closed = EditionClock.DEFAULT.close(FRIDAY);

        assertThat(trending(closed.plus(Duration.ofHours(hours)))).isEqualTo(trending(closed));
    }

    @Provide
    Arbitrary<List<Integer>> ballots() {
        return Arbitraries.integers().between(0, 4).list().ofMaxSize(30);
    }

    private void cast(List<Integer> ballots) {
        submit(FRIDAY, paper(0), paper(1), paper(2), paper(3), paper(4));
        for (int i = 0; i < ballots.size(); i++) {
            vote(paper(ballots.get(i)), "reader" + i, NOON.plusSeconds(i * 100L));
        }
    }

    private static PaperId paper(int number) {
        return PaperId.of("2511.%05d".formatted(number + 1));
    }

    private void submit(LocalDate day, PaperId... papers) {
        for (PaperId paper : papers) {
            submitAt(day, paper, EditionClock.DEFAULT.close(day.minusDays(1)));
        }
    }

    private void submitAt(LocalDate day, PaperId paper, Instant at) {
        Origin origin = new Origin(SourceName.HOSTED_DAILY, day);
        storage.papers().keep(List.of(Paper.of(paper, "Paper " + paper, origin).build()));
        storage.editions().submit(List.of(new Submission(paper, day, at, "", "test")));
    }

    private void vote(PaperId paper, String reader, Instant at) {
        storage.votes().cast(new ReaderId(reader), paper, at);
    }

    /// Somebody makes an account without being invited.
    ///
    /// @return from when their votes count
    private Instant join(String name, Instant at) {
        Reader reader = Reader.joining(new ReaderId(name), name, name, Role.READER, at).uninvited();
        storage.readers().add(reader);
        return reader.votesCountFrom();
    }

    private void comment(int n, PaperId paper, Instant at) {
        storage.discussion()
                .add(
                        Comment.of(
                                commentId(n),
                                paper,
                                Optional.empty(),
                                new ReaderId("ada"),
                                at,
                                "Comment " + n),
                        List.of());
    }

    private static CommentId commentId(int n) {
        return new CommentId("%020d".formatted(n));
    }

    private void tally(PaperId paper, Tally.Kind kind, long count, Instant at) {
        storage.tallies().keep(List.of(new Tally(paper, kind, "elsewhere", count, at)));
    }

    private List<Place> day(LocalDate day, Instant asOf) {
        return editions.of(new Period.Day(day), asOf).places();
    }

    private List<PaperId> order(LocalDate day, Instant asOf) {
        return ids(day(day, asOf));
    }

    private List<PaperId> trending(Instant asOf) {
        return ids(editions.trending(asOf, 1_000));
    }

    private static List<PaperId> ids(List<Place> places) {
        return new ArrayList<>(places.stream().map(place -> place.paper().id()).toList());
    }
}
