package org.broadsheet.server.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.sources.arxiv.ArxivOai;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.server.sources.web.Patience;
import org.broadsheet.server.sources.web.PlayedServer;
import org.broadsheet.server.sources.web.PoliteWeb;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.source.Reject;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Harvests from an arXiv that is played over real HTTP, its faults included.
class HarvestingTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final List<String> CS = List.of("cs");
    private static final Harvest.Key KEY = new Harvest.Key("arxiv", CS);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MovableClock clock = new MovableClock(Instant.parse("2025-11-08T09:00:00Z"));
    private final List<Duration> waited = new ArrayList<>();
    private PoliteWeb web = polite();

    private PoliteWeb polite() {
        return new PoliteWeb(
                "",
                new Patience(
                        3,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(9),
                        Duration.ofMinutes(1),
                        1 << 20),
                clock,
                waited::add);
    }

    @BeforeEach
    void open() {
        web = polite();
    }

    @AfterEach
    void close() {
        web.close();
    }

    /// 20 records a day from Monday to Friday, 100 in all.
    private static List<String> week() {
        List<String> records = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            records.addAll(MadeOai.records(20 * day, 20 * day + 20, MONDAY.plusDays(day)));
        }
        return records;
    }

    private static PlayedArxiv arxiv() throws IOException {
        return new PlayedArxiv(15, week());
    }

    private Harvest harvest(PlayedArxiv arxiv) throws InterruptedException {
        return harvest(arxiv, HarvestWish.NONE, HarvestProgress.NONE);
    }

    private Harvest harvest(PlayedArxiv arxiv, HarvestWish wish, HarvestProgress progress)
            throws InterruptedException {
        return new Harvesting(storage, clock, web::asking)
                .run(new ArxivOai(arxiv.address(), clock), CS, wish, progress);
    }

    private long papers() {
        return storage.papers().count();
    }

    @Test
    void theFirstHarvestBringsTheLastDaysPageByPage() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            Harvest harvest = harvest(arxiv);

            assertThat(papers()).isEqualTo(100);
            assertThat(harvest.run().counts()).isEqualTo(new Harvest.Counts(100, 0, 0, 0));
            assertThat(harvest.run().error()).isEmpty();
            assertThat(harvest.run().success()).isEqualTo(clock.instant());
            assertThat(harvest.complete()).isEqualTo(FRIDAY);
            assertThat(harvest.work()).isEqualTo(Harvest.Work.NONE);
            assertThat(arxiv.queries().getFirst())
                    .contains("from=2025-11-01&until=2025-11-08&set=cs");
            assertThat(arxiv.queries()).hasSize(7);
            assertThat(waited).hasSize(6).containsOnly(Duration.ofSeconds(3));
            assertThat(storage.harvests().ended(KEY, 9)).hasSize(1);
        }
    }

    @Test
    void theNextHarvestBeginsBeforeTheLastSuccessAndFindsWhatIsNew() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            harvest(arxiv);
            clock.moveTo(Instant.parse("2025-11-11T09:00:00Z"));
            arxiv.add(MadeOai.records(100, 110, FRIDAY));
            arxiv.add(MadeOai.records(0, 5, FRIDAY.plusDays(3)));
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().counts().added()).isEqualTo(10);
            assertThat(harvest.run().counts().changed()).isEqualTo(5);
            assertThat(harvest.complete()).isEqualTo(LocalDate.of(2025, 11, 10));
            assertThat(arxiv.queries().get(7)).contains("from=2025-11-06&until=2025-11-11");
        }
    }

    @Test
    void theSameHarvestAgainChangesNothing() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            harvest(arxiv);
            long before = storage.changes().latest();
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().counts().added()).isZero();
            assertThat(storage.changes().latest()).isEqualTo(before);
        }
    }

    @Test
    void recordsThatCannotBeReadAreSetAsideAndDeletedOnesMarked() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.add(
                    List.of(
                            MadeOai.record("2511.77777", FRIDAY, "<abstract>No title.</abstract>"),
                            MadeOai.deleted(MadeOai.id(3), FRIDAY)));
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().counts().rejected()).isEqualTo(1);
            assertThat(storage.rejects().latest(9))
                    .extracting(Reject::place)
                    .containsExactly("oai:arXiv.org:2511.77777");
            assertThat(storage.papers().get(PaperId.of(MadeOai.id(3))).orElseThrow().isWithdrawn())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void aBusyServerACutConnectionAndAPackedAnswerCostNothing(int number) throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.striking((request, _, out) -> {
                if (request == number) {
                    PlayedServer.send(out, 503, "", "Retry-After", "77");
                } else if (request == number + 1) {
                    PlayedServer.cut(out, "<OAI-PMH>".repeat(100));
                } else {
                    return false;
                }
                return true;
            });
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().error()).isEmpty();
            assertThat(papers()).isEqualTo(100);
            assertThat(waited).contains(Duration.ofSeconds(77));
        }
    }

    @Test
    void aTokenThatExpiredBeginsItsDaysAnew() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.striking((request, _, out) -> {
                if (request == 4) {
                    PlayedServer.send(out, 200, MadeOai.error("badResumptionToken", "expired"));
                }
                return request == 4;
            });
            Harvest harvest = harvest(arxiv);

            assertThat(papers()).isEqualTo(100);
            assertThat(harvest.run().counts()).isEqualTo(new Harvest.Counts(100, 0, 45, 0));
            assertThat(arxiv.queries().get(4)).isEqualTo(arxiv.queries().getFirst());
        }
    }

    @Test
    void tokensThatAlwaysExpireEndInAFailureThatIsTold() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.striking((_, asked, out) -> {
                boolean isToken = asked.query().contains("resumptionToken");
                if (isToken) {
                    PlayedServer.send(out, 200, MadeOai.error("badResumptionToken", "expired"));
                }
                return isToken;
            });
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().error()).contains("badResumptionToken: expired");
            assertThat(harvest.run().nextTry()).isAfter(clock.instant());
            assertThat(harvest.complete()).isNull();
        }
    }

    @Test
    void aFailedHarvestGoesOnWhereItStood() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.striking((request, _, out) -> {
                if (request > 3) {
                    PlayedServer.send(out, 200, "<html>Down</html>", "Content-Type", "text/html");
                }
                return request > 3;
            });
            Harvest failed = harvest(arxiv);
            arxiv.striking((_, _, _) -> false);
            Harvest harvest = harvest(arxiv);

            assertThat(failed.run().error()).contains("something else than OAI-PMH");
            assertThat(failed.run().failures()).isEqualTo(1);
            assertThat(harvest.run().failures()).isZero();
            assertThat(papers()).isEqualTo(100);
            assertThat(harvest.run().counts()).isEqualTo(new Harvest.Counts(55, 0, 0, 0));
            assertThat(storage.harvests().ended(KEY, 9)).hasSize(1);
        }
    }

    @Test
    void aBrokenPageIsReadAgain() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.spoiling(page ->
                    pages.incrementAndGet() == 3 ? page.substring(0, page.length() / 2) : page);
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().error()).isEmpty();
            assertThat(harvest.run().counts()).isEqualTo(new Harvest.Counts(100, 0, 0, 0));
            assertThat(papers()).isEqualTo(100);
        }
    }

    @Test
    void ofAListingThatStaysBrokenOnlyTheBrokenDayIsMissingAndTriedFirstNextTime()
            throws Exception {
        LocalDate wednesday = MONDAY.plusDays(2);
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.spoiling(page -> page.replace(MadeOai.id(45) + "</id>", "</id></oops>"));
            Harvest broken = harvest(arxiv);

            assertThat(papers()).isEqualTo(85);
            assertThat(broken.missing()).containsExactly(wednesday);
            assertThat(broken.run().error()).contains("the listing of 2025-11-05 breaks off");
            assertThat(broken.complete()).isEqualTo(FRIDAY);

            arxiv.spoiling(page -> page);
            Harvest mended = harvest(arxiv);
            assertThat(papers()).isEqualTo(100);
            assertThat(mended.missing()).isEmpty();
            assertThat(mended.run().error()).isEmpty();
        }
    }

    @Test
    void aDayWithoutRecordsIsAskedForOnceMore() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        LocalDate tuesday = MONDAY.plusDays(1);
        try (PlayedArxiv arxiv = arxiv()) {
            // At first its listing lacks Tuesday, as a mirror that is behind would.
            arxiv.spoiling(page -> {
                boolean isFirst = requests.incrementAndGet() <= 7;
                return isFirst
                        ? page.replaceAll(
                                "(?s)<record>(?:(?!</record>).)*<datestamp>%s.*?</record>"
                                        .formatted(tuesday),
                                "")
                        : page;
            });
            Harvest harvest = harvest(arxiv);

            assertThat(papers()).isEqualTo(100);
            assertThat(arxiv.queries().get(7)).contains("from=2025-11-04&until=2025-11-04");
            assertThat(harvest.complete()).isEqualTo(FRIDAY);
        }
    }

    @Test
    void aHolidayIsAskedForOnceMoreAndThenLeftAlone() throws Exception {
        try (PlayedArxiv arxiv = new PlayedArxiv(50, MadeOai.records(0, 20, MONDAY))) {
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().error()).isEmpty();
            assertThat(arxiv.queries()).hasSize(5);
        }
    }

    @Test
    void whoNamesDaysGetsThem() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            harvest(arxiv, new HarvestWish(MONDAY, MONDAY.plusDays(1)), HarvestProgress.NONE);

            assertThat(papers()).isEqualTo(40);
            assertThat(arxiv.queries().getFirst()).contains("from=2025-11-03&until=2025-11-04");
        }
    }

    @Test
    void daysOfLongAgoDoNotMoveTheDayUpToWhichItIsComplete() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            harvest(arxiv);
            LocalDate then = LocalDate.of(2020, 1, 1);
            Harvest harvest = harvest(arxiv, new HarvestWish(then, then), HarvestProgress.NONE);

            assertThat(harvest.complete()).isEqualTo(FRIDAY);
        }
    }

    @Test
    void aListenerThatHadEnoughStopsItAtTheRecord() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            assertThatThrownBy(() ->
                            harvest(
                                    arxiv,
                                    HarvestWish.NONE,
                                    state -> {
                                        if (state.records() >= 30) {
                                            throw new IllegalStateException("enough");
                                        }
                                    }))
                    .hasMessage("enough");
            Harvest harvest = harvest(arxiv);

            assertThat(papers()).isEqualTo(100);
            assertThat(harvest.run().counts()).isEqualTo(new Harvest.Counts(70, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2025-11-05T00:00:00Z"})
    void aClockThatJumpsBackHarmsNothing(String then) throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            harvest(arxiv);
            clock.moveTo(Instant.parse(then));
            Harvest back = harvest(arxiv);
            clock.moveTo(Instant.parse("2025-11-08T10:00:00Z"));
            Harvest harvest = harvest(arxiv);

            assertThat(back.complete()).isEqualTo(FRIDAY);
            assertThat(harvest.complete()).isEqualTo(FRIDAY);
            assertThat(harvest.run().error()).isEmpty();
            assertThat(papers()).isEqualTo(100);
        }
    }

    @Test
    void aPageThatNamesItselfAsTheNextIsNotReadForever() throws Exception {
        try (PlayedArxiv arxiv = arxiv()) {
            arxiv.spoiling(page ->
                    page.replaceAll("(\\d\\|)\\d+</resumptionToken>", "$115</resumptionToken>"));
            Harvest harvest = harvest(arxiv);

            assertThat(harvest.run().error()).contains("follows itself");
        }
    }
}
