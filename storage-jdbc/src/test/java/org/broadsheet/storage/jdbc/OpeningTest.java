package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.everything;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.papers;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.broadsheet.edition.Tally;
import org.broadsheet.run.RunId;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.StorageException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// Opening a store, closing it and opening it again.
class OpeningTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("a folder").resolve("broadsheet.db");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aStoreIsAsItWasWhenItIsOpenedAgain() {
        try (Storage storage = JdbcStorage.open(file())) {
            storage.papers().keep(papers(3));
            storage.papers().keep(List.of(everything()));
            storage.votes().cast(ADA, id(1), NOW);
        }
        try (Storage storage = JdbcStorage.open("jdbc:sqlite:" + file())) {
            assertThat(storage.papers().get(everything().id())).contains(everything());
            assertThat(storage.papers().count()).isEqualTo(4);
            assertThat(storage.votes().of(List.of(id(1)))).hasSize(1);
            assertThat(storage.changes().latest()).isEqualTo(5);
            storage.check();
        }
    }

    @Test
    void aStoreOfTheFirstProgramIsBroughtUpToDateWithAllThatItHolds() throws Exception {
        Files.createDirectories(file().getParent());
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file());
        Flyway.configure()
                .dataSource(source)
                .placeholders(Dialect.SQLITE.words())
                .target("1")
                .load()
                .migrate();
        execute("insert into tally values ('2511.00001', 'VOTES', 'elsewhere', 5, 7)");
        try (Storage storage = JdbcStorage.open(file())) {
            assertThat(storage.tallies().of(List.of(id(1)), NOW))
                    .extracting(Tally::count)
                    .containsExactly(7L);
            RunId run = new RunId("3f9a02c1d4e7");
            storage.runs().ask(run, id(1), "setting", NOW);
            assertThat(storage.runs().find(run)).isPresent();
        }
    }

    @Test
    void closingLeavesOneFile() throws Exception {
        JdbcStorage.open(file().toString()).close();
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aClosedStoreRefusesAndMayBeClosedAgain() {
        Storage storage = JdbcStorage.open(file());
        storage.close();
        storage.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.papers().keep(papers(1)))
                .withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.papers().count())
                .withMessageContaining("closed");
    }

    @Test
    void aStoreOfANewerProgramIsLeftAlone() throws Exception {
        JdbcStorage.open(file()).close();
        execute(
                """
                insert into flyway_schema_history values
                    (99, '99', 'later', 'SQL', 'V99__later.sql', 0, '', '2030-01-01', 0, 1)
                """);
        assertThatThrownBy(() -> JdbcStorage.open(file()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer program");
    }

    @Test
    void rowsOfANewerProgramStayReadable() throws Exception {
        try (Storage storage = JdbcStorage.open(file())) {
            storage.papers().keep(papers(1));
        }
        execute(
                """
                update paper set body =
                    '{"later":{"a":[1,{"b":null}]},"more":[["x"]],' || substr(body, 2)
                """);
        try (Storage storage = JdbcStorage.open(file())) {
            assertThat(storage.papers().get(id(0))).contains(papers(1).getFirst());
        }
    }

    @Test
    void theNewestVersionIsThatOfTheNewestMigration() throws Exception {
        URL migrations = Objects.requireNonNull(Schema.class.getResource("/db/migration"));
        try (var files = Files.list(Path.of(migrations.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString().split("__")[0]))
                    .contains("V" + Schema.NEWEST)
                    .doesNotContain("V" + (Schema.NEWEST + 1));
        }
    }

    @Test
    void anUnknownPlaceIsRefusedWithWhatIsAccepted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcStorage.open("jdbc:mysql://host/x"))
                .withMessageContaining("jdbc:mysql://host/x")
                .withMessageContaining("jdbc:postgresql:");
    }
}
