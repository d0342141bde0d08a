package org.broadsheet.server.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.job.Job;
import org.broadsheet.server.sources.Sources;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.server.sources.web.Patience;
import org.broadsheet.server.sources.web.PlayedServer;
import org.broadsheet.server.sources.web.PoliteWeb;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HarvestsTest {
    private static final LocalDate FRIDAY = LocalDate.of(2025, 11, 7);
    private static final Harvest.Key CS = new Harvest.Key("arxiv", List.of("cs"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MovableClock clock = new MovableClock(Instant.parse("2025-11-08T09:00:00Z"));
    private final AtomicReference<List<String>> parts = new AtomicReference<>(List.of());
    private PlayedArxiv arxiv;
    private PoliteWeb web;
    private Harvests harvests;

    HarvestsTest() throws IOException {
        arxiv = new PlayedArxiv(50, MadeOai.records(0, 100, FRIDAY));
        web = web();
        harvests = harvests();
    }

    private PoliteWeb web() {
        return new PoliteWeb("", Patience.DEFAULT, clock, _ -> {});
    }

    private Harvests harvests() {
        return new Harvests(
                storage,
                Sources.of(Map.of("arxiv", arxiv.address()), clock, Path.of("none")),
                new Harvesting(storage, clock, web::asking),
                new Harvests.Plan(
                        "worker-1",
                        new Schedule(LocalTime.of(23, 30), ZoneOffset.UTC),
                        parts::get,
                        _ -> {}),
                clock);
    }

    @BeforeEach
    void start() {
        harvests.start();
    }

    @AfterEach
    void close() {
        harvests.close();
        web.close();
        arxiv.close();
    }

    private static void await(BooleanSupplier state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean isDone(Harvest.Key key) {
        return harvests.job(key).map(Job::state).filter(Job.State.DONE::equals).isPresent();
    }

    @Test
    void nothingIsHarvestedByItselfUntilTheHouseSaysWhat() {
        harvests.runNow(new Harvest.Key("arxiv", List.of("math")));
        await(() -> isDone(new Harvest.Key("arxiv", List.of("math"))));

        assertThat(harvests.nextRun()).isEmpty();
        assertThat(harvests.all()).hasSize(1);
        assertThat(harvests.job(CS)).isEmpty();
    }

    @Test
    void whatTheHouseSaysIsHarvestedAtOnceAndThenByNight() {
        parts.set(List.of("cs"));
        harvests.wake();
        await(() -> isDone(CS));
        assertThat(storage.papers().count()).isEqualTo(100);
        assertThat(harvests.nextRun()).hasValue(Instant.parse("2025-11-08T23:30:00Z"));
        assertThat(harvests.ended(CS, 9)).hasSize(1);

        clock.moveTo(Instant.parse("2025-11-08T23:31:00Z"));
        harvests.wake();
        await(() -> harvests.ended(CS, 9).size() == 2);
    }

    @Test
    void aFailedHarvestWaitsUntilItsNextTryOrUntilSomebodyAsks() throws Exception {
        arxiv.striking((_, _, out) -> {
            PlayedServer.send(out, 200, "<html>Down</html>");
            return true;
        });
        harvests.runNow(CS);
        await(() -> !harvests.ended(CS, 9).isEmpty() && job().state() == Job.State.WAITING);
        assertThat(job().error()).contains("something else than OAI-PMH");
        assertThat(job().due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));

        arxiv.striking((_, _, _) -> false);
        clock.moveTo(job().due());
        harvests.wake();
        await(() -> isDone(CS));
        assertThat(storage.papers().count()).isEqualTo(100);
    }

    private Job job() {
        return harvests.job(CS).orElseThrow();
    }

    @Test
    void anUnknownSourceIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> harvests.runNow(new Harvest.Key("arxive", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are arxiv, arxiv-api, arxiv-rss");
    }

    @Test
    void aClosedHouseLeavesAHarvestThatGoesOn() {
        parts.set(List.of("cs"));
        harvests.wake();
        harvests.close();
        web.close();

        web = web();
        harvests = harvests();
        harvests.start();
        await(() -> isDone(CS));
        assertThat(storage.papers().count()).isEqualTo(100);
        assertThat(harvests.all().getFirst().complete()).isEqualTo(FRIDAY);
    }
}
