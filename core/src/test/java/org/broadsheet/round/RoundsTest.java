package org.broadsheet.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.round.Cadence.Every;
import org.broadsheet.round.Preferences.Form;
import org.broadsheet.round.Preferences.Part;
import org.broadsheet.round.Subscription.Consent;
import org.broadsheet.round.Subscription.State;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Days with papers that count up from 1; the second of each day leads it by a vote.
class RoundsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2025, 11, 6);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /// Thursday's edition is closed, Friday's is open.
    private static final Instant FRIDAY_MORNING = Instant.parse("2025-11-07T06:00:00Z");

    private static final PaperId ONE = paper(1);
    private static final PaperId TWO = paper(2);
    private static final PaperId THREE = paper(3);

    private final Storage storage = new InMemoryStorage();

    @BeforeEach
    void thursday() {
        edition(THURSDAY, 1, 2, 3);
    }

    private static PaperId paper(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }

    private static Paper paper(int n, LocalDate day) {
        Origin origin = new Origin(SourceName.ARXIV_SNAPSHOT, day);
        return Paper.of(paper(n), "Paper number " + n, origin)
                .published(day)
                .categories(List.of(n % 2 == 0 ? "cs.LG" : "math.AP"))
                .keywords(List.of("counting", "number " + n))
                .build();
    }

    private void edition(LocalDate day, int... numbers) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (int n : numbers) {
            storage.papers().keep(List.of(paper(n, day)));
            storage.editions()
                    .submit(List.of(new Submission(paper(n), day, noon.plusSeconds(n), "", "")));
        }
        storage.votes().cast(new ReaderId("ada"), paper(numbers[1]), noon);
    }

    private static Preferences wanting(Every every, int most, Part... parts) {
        return wanting(every, most, List.of(), List.of(), parts);
    }

    private static Preferences wanting(
            Every every, int most, List<String> categories, List<String> words, Part... parts) {
        Cadence cadence = new Cadence(every, DayOfWeek.FRIDAY, 7, BERLIN);
        return new Preferences(cadence, Set.of(parts), categories, words, most, Form.RICH);
    }

    private Rounds at(Instant now) {
        RankedEditions editions = new RankedEditions(storage, EditionClock.DEFAULT);
        return new Rounds(
                storage.subscriptions(),
                storage.mailings(),
                storage.editions(),
                new Pools(editions, storage.papers()),
                EditionClock.DEFAULT,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /// A subscription that is due on Friday at 7 in Berlin.
    private SubscriberId subscribe(String name, Preferences preferences) {
        Instant before = FRIDAY_MORNING.minus(Duration.ofHours(1));
        Subscription asked =
                storage.subscriptions()
                        .ask(
                                new Subscription(
                                        new SubscriberId(name),
                                        new MailAddress(name + "@example.org"),
                                        preferences,
                                        State.WAITING,
                                        before,
                                        before,
                                        THURSDAY));
        storage.subscriptions()
                .confirm(
                        asked.id(),
                        new Consent("Yes", "", before),
                        preferences.cadence().next(before),
                        at(before).had(preferences.cadence(), before));
        return asked.id();
    }

    /// What is queued by now, and is taken out of the queue.
    private List<List<PaperId>> queued(Instant now) {
        Claiming all = new Claiming("node", 100, Set.of(), Duration.ofDays(9));
        return storage.deliveries().claim(all, now).stream()
                .map(Claimed::id)
                .map(storage.mailings()::papers)
                .toList();
    }

    @Test
    void aDigestBringsTheLastClosedEditionInItsOrder() {
        subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        assertThat(at(FRIDAY_MORNING.minusSeconds(1)).make()).isZero();
        assertThat(at(FRIDAY_MORNING).make()).isEqualTo(1);
        assertThat(queued(FRIDAY_MORNING)).containsExactly(List.of(TWO, ONE, THREE));
    }

    @Test
    void nobodyIsWrittenToTwiceOfOneEdition() {
        subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        at(FRIDAY_MORNING).make();
        assertThat(at(FRIDAY_MORNING).make()).isZero();
        assertThat(at(FRIDAY_MORNING.plusSeconds(60)).make()).isZero();
    }

    @Test
    void aDeathBeforeTheSubscriptionMovedOnSendsNothingTwice() {
        SubscriberId ada = subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        Subscription before = storage.subscriptions().get(ada).orElseThrow();
        at(FRIDAY_MORNING).make();
        Subscription after = storage.subscriptions().get(ada).orElseThrow();
        storage.subscriptions().advance(after, before.due(), before.upTo());
        assertThat(at(FRIDAY_MORNING).make()).isZero();
        assertThat(queued(FRIDAY_MORNING)).hasSize(1);
    }

    @Test
    void nothingNewNoMail() {
        subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        at(FRIDAY_MORNING).make();
        Instant saturday = FRIDAY_MORNING.plus(Duration.ofDays(1));
        assertThat(at(saturday).make()).isZero();
        assertThat(storage.subscriptions().due(saturday, 9)).isEmpty();
    }

    @Test
    void whoSubscribesOnAWeekendGetsTheLastEditionOnMonday() {
        Instant sunday = Instant.parse("2025-11-09T12:00:00Z");
        Preferences wanted = wanting(Every.WEEKDAY, 10, Part.EDITION);
        assertThat(at(sunday).had(wanted.cadence(), sunday)).isEqualTo(THURSDAY.minusDays(1));
        SubscriberId ada = subscribe("ada", wanted);
        Subscription kept = storage.subscriptions().get(ada).orElseThrow();
        Instant monday = Instant.parse("2025-11-10T06:00:00Z");
        storage.subscriptions().advance(kept, monday, kept.upTo());
        assertThat(at(monday).make()).isEqualTo(1);
        assertThat(storage.mailings().latest(Mailing.Kind.DIGEST, 1).getFirst().edition())
                .isEqualTo("2025-11-06");
    }

    @Test
    void whatIsInTwoEditionsComesOnce() {
        subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        at(FRIDAY_MORNING).make();
        queued(FRIDAY_MORNING);
        edition(THURSDAY.plusDays(1), 1, 4, 2);
        Instant saturday = FRIDAY_MORNING.plus(Duration.ofDays(1));
        assertThat(at(saturday).make()).isEqualTo(1);
        assertThat(queued(saturday)).containsExactly(List.of(paper(4)));
    }

    @Test
    void anotherHourOrZoneBringsNoPaperAgain() {
        SubscriberId ada = subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        at(FRIDAY_MORNING).make();
        Preferences moved =
                new Preferences(
                        new Cadence(Every.DAY, DayOfWeek.FRIDAY, 8, ZoneId.of("Asia/Tokyo")),
                        Set.of(Part.EDITION, Part.TRENDING),
                        List.of("cs.LG"),
                        List.of(),
                        10,
                        Form.PLAIN);
        Instant tokyo = FRIDAY_MORNING.plus(Duration.ofHours(17));
        storage.subscriptions().change(ada, moved, tokyo);
        Subscription changed = storage.subscriptions().get(ada).orElseThrow();
        storage.subscriptions().advance(changed, tokyo, THURSDAY.minusDays(3));
        assertThat(at(tokyo).make()).isZero();
    }

    @Test
    void aWeekIsToldByVotesAcrossItsDays() {
        edition(THURSDAY.minusDays(2), 4, 5, 6);
        storage.votes()
                .cast(new ReaderId("emmy"), paper(6), FRIDAY_MORNING.minus(Duration.ofDays(1)));
        storage.votes()
                .cast(new ReaderId("ada"), paper(6), FRIDAY_MORNING.minus(Duration.ofDays(1)));
        subscribe("ada", wanting(Every.WEEK, 3, Part.EDITION));
        assertThat(at(FRIDAY_MORNING).make()).isEqualTo(1);
        assertThat(queued(FRIDAY_MORNING)).containsExactly(List.of(paper(6), TWO, paper(5)));
    }

    @Test
    void whatSomebodyAskedForLeadsAndAPaperOfTheWireComesToo() {
        storage.papers().keep(List.of(paper(8, THURSDAY), paper(9, THURSDAY)));
        subscribe("ada", wanting(Every.DAY, 10, List.of("cs.LG"), List.of("Number 3")));
        subscribe(
                "emmy", wanting(Every.DAY, 3, List.of("cs.LG"), List.of("Number 3"), Part.EDITION));
        subscribe("grace", wanting(Every.DAY, 10, List.of("q-bio.NC"), List.of("umber")));
        assertThat(at(FRIDAY_MORNING).make()).isEqualTo(2);
        assertThat(queued(FRIDAY_MORNING))
                .containsExactlyInAnyOrder(
                        List.of(TWO, THREE, paper(8)), List.of(TWO, THREE, paper(8)));
    }

    @Test
    void everyPaperComesWithTheReasonWhyItIsThere() {
        Preferences wanted =
                wanting(Every.DAY, 10, List.of("cs.LG"), List.of("number 3"), Part.EDITION);
        subscribe("ada", wanted);
        at(FRIDAY_MORNING).make();
        Mailing mailing = storage.mailings().latest(Mailing.Kind.DIGEST, 1).getFirst();
        RankedEditions editions = new RankedEditions(storage, EditionClock.DEFAULT);
        Pool pool = new Pools(editions, storage.papers()).of(mailing);
        assertThat(pool.tell(List.of(THREE, TWO, ONE, paper(404)), wanted))
                .extracting(Chosen::reason)
                .containsExactly(
                        "You asked for “number 3”.",
                        "You asked for the category cs.LG.",
                        "No. 2 in the edition of 6 November.");
        assertThat(pool.choose(wanted, Set.of(TWO, THREE)))
                .extracting(chosen -> chosen.paper().id())
                .containsExactly(ONE);
    }

    @Test
    void whoeverWasAwayForLongGetsAMonthAtMost() {
        edition(THURSDAY.minusDays(40), 4, 5, 6);
        SubscriberId ada = subscribe("ada", wanting(Every.DAY, 10, Part.EDITION));
        Subscription due = storage.subscriptions().get(ada).orElseThrow();
        storage.subscriptions().advance(due, due.due(), THURSDAY.minusDays(90));
        at(FRIDAY_MORNING).make();
        assertThat(queued(FRIDAY_MORNING)).containsExactly(List.of(TWO, ONE, THREE));
    }
}
