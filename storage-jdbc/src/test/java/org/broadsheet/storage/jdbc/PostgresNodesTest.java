package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.papers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.broadsheet.change.Change;
import org.broadsheet.contract.Together;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two nodes over one PostgreSQL, and what they do when it goes away.
class PostgresNodesTest {
    private static final Set<Change.Kind> PAPERS = EnumSet.of(Change.Kind.PAPER);

    private final String url = TestPostgres.newDatabase();
    private Storage one;
    private Storage two;

    @BeforeEach
    void open() {
        one = JdbcStorage.open(url);
        two = JdbcStorage.open(url);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void breakAllConnections() {
        execute(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNodeHearsOfTheOthersChanges() {
        one.papers().keep(papers(3));
        eventually(() -> two.changes().latest(PAPERS) == 3);
        two.votes().cast(ADA, id(1), NOW);
        eventually(() -> one.changes().latest() == 4);
        assertThat(one.changes().latest(PAPERS)).isEqualTo(3);
    }

    @Test
    void aNodeHearsOfARunThatIsDoneOnTheOther() {
        RunId run = new RunId("3f9a02c1d4e7");
        one.runs().ask(run, id(1), "", NOW);
        one.runs().begin(run, NOW);
        two.runs().end(run, new Done("report", "", Map.of()), NOW);
        eventually(() -> one.changes().latest(EnumSet.of(Change.Kind.RUN)) == 1);
        assertThat(one.runs().report(run)).contains("report");
        assertThat(one.runs().tell(run, "still here")).isFalse();
    }

    /// The numbers stand nowhere in the database: only whoever hears them can know them.
    @Test
    void whatANewerProgramTellsIsPassedOver() {
        eventually(() -> {
            execute("notify broadsheet_change, 'LATER=8,PAPER=9,LATEST=10'");
            return two.changes().latest(PAPERS) == 9;
        });
        assertThat(two.changes().latest()).isEqualTo(9);
    }

    @Test
    void numbersOfTwoNodesBecomeVisibleInOneOrder() {
        int each = 60;
        List<List<Long>> seen =
                Together.run(
                        5,
                        i ->
                                i < 4
                                        ? () -> write(i % 2 == 0 ? one : two, i, each)
                                        : () -> follow(4 * each));
        assertThat(seen.getLast()).hasSize(4 * each).isSorted().startsWith(1L);
    }

    private static List<Long> write(Storage storage, int writer, int count) {
        for (int n = 0; n < count; n++) {
            storage.papers().keep(List.of(paper(1_000 * writer + n)));
        }
        return List.of();
    }

    private List<Long> follow(int until) {
        List<Long> seen = new ArrayList<>(List.of(0L));
        while (seen.getLast() < until) {
            two.changes().after(seen.getLast(), PAPERS, 10).forEach(it -> seen.add(it.sequence()));
        }
        return seen.subList(1, seen.size());
    }

    @Test
    void aConnectionThatBrokeIsReplacedWithoutTheCallerNoticing() {
        one.papers().keep(papers(2));
        breakAllConnections();
        assertThat(one.papers().count()).isEqualTo(2);
        breakAllConnections();
        one.papers().keep(papers(4));
        assertThat(two.papers().count()).isEqualTo(4);
    }

    @Test
    void aNodeHearsAgainAfterItsConnectionBroke() {
        breakAllConnections();
        one.papers().keep(papers(5));
        eventually(() -> two.changes().latest() == 5);
        one.papers().keep(papers(6));
        eventually(() -> two.changes().latest() == 6);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutItsPassword() {
        assertThatThrownBy(() ->
                        JdbcStorage.open(
                                "jdbc:postgresql://127.0.0.1:1/house?user=a&password=secret"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(
                        "cannot reach the database jdbc:postgresql://127.0.0.1:1/house")
                .hasMessageContaining("check that it runs")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aCheckOfALivingDatabaseIsContent() {
        one.check();
        two.check();
    }
}
