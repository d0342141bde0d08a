package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.contract.Together;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.storage.StorageException;
import org.broadsheet.vote.VoteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store whose disk is full says so, loses nothing, and goes on once there is space.
class FullDiskTest {
    private static final int FEW_PAGES = 60;

    @TempDir private Path folder;
    private SqliteDatabase database;
    private PaperStore papers;

    @BeforeEach
    void open() {
        Path file = folder.resolve("broadsheet.db");
        database = SqliteDatabase.open(file, SqliteOptions.DEFAULT.withMostPages(FEW_PAGES));
        papers = new JdbcPaperStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// @return how many papers were acknowledged
    private int fill() {
        for (int n = 0; n < 100_000; n++) {
            try {
                papers.keep(List.of(paper(n)));
            } catch (StorageException e) {
                assertThat(e)
                        .hasMessageContaining("broadsheet.db")
                        .hasMessageContaining("is full")
                        .hasMessageContaining("free some space");
                return n;
            }
        }
        throw new AssertionError("the file never became full");
    }

    private void giveSpace() {
        database.write(session -> session.number("pragma max_page_count = 1000000"));
    }

    @Test
    void whatWasKeptBeforeIsThereAndCanBeRead() {
        int kept = fill();
        assertThat(kept).isPositive();
        assertThat(papers.count()).isEqualTo(kept);
        assertThat(papers.get(id(kept - 1))).contains(paper(kept - 1));
        assertThat(papers.get(id(kept))).isEmpty();
    }

    @Test
    void itGoesOnWhereItStoppedOnceThereIsSpace() {
        int kept = fill();
        giveSpace();
        papers.keep(List.of(paper(kept)));
        assertThat(papers.count()).isEqualTo(kept + 1);
        assertThat(new JdbcChangeLog(database).latest()).isEqualTo(kept + 1);
    }

    @Test
    void theCheckSaysItBeforeAReaderNoticesAndIsContentAfterwards() {
        fill();
        assertThatThrownBy(database::check)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is full");
        giveSpace();
        database.check();
    }

    @Test
    void aReportThatDoesNotFitLeavesItsRunRunningWithoutAnyPartOfIt() {
        RunStore runs = new JdbcRunStore(database);
        RunId run = new RunId("3f9a02c1d4e7");
        runs.ask(run, id(1), "setting", NOW);
        runs.begin(run, NOW);
        byte[] large = new byte[2 * FEW_PAGES * SqliteTrouble.PAGE_BYTES];
        Done done = new Done("report", "summary", Map.of("a.csv", new byte[9], "b.wav", large));
        assertThatThrownBy(() -> runs.end(run, done, NOW))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is full");
        assertThat(runs.find(run).map(Run::state)).contains(Run.State.RUNNING);
        assertThat(runs.report(run)).isEmpty();
        assertThat(runs.file(run, "a.csv")).isEmpty();
        assertThat(new JdbcChangeLog(database).latest()).isZero();
        giveSpace();
        assertThat(runs.end(run, done, NOW)).isTrue();
        assertThat(runs.file(run, "b.wav")).contains(large);
    }

    @Test
    void eachOfManyWritersLearnsTheTruthAboutItsOwnWrite() {
        fill();
        List<Boolean> kept =
                Together.run(8, writer -> () -> isKept(List.of(paper(50_000 + writer * 1_000))));
        for (int writer = 0; writer < 8; writer++) {
            assertThat(papers.get(id(50_000 + writer * 1_000)).isPresent())
                    .isEqualTo(kept.get(writer));
        }
    }

    private boolean isKept(List<Paper> some) {
        try {
            papers.keep(some);
            return true;
        } catch (StorageException _) {
            return false;
        }
    }

    @Test
    void oneWriteThatIsRefusedSparesThoseThatShareItsCommit() {
        papers.keep(List.of(paper(1)));
        giveSpace();
        VoteStore votes = new JdbcVoteStore(database);
        Together.run(
                8,
                writer ->
                        () -> {
                            if (writer % 2 == 0) {
                                papers.keep(List.of(paper(10 + writer)));
                            } else {
                                assertThatThrownBy(() -> votes.cast(ADA, id(99), NOW))
                                        .isInstanceOf(IllegalArgumentException.class);
                            }
                            return writer;
                        });
        assertThat(papers.count()).isEqualTo(5);
    }
}
