package org.broadsheet.storage.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.broadsheet.storage.StorageException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables up to date with the migrations in `db/migration`.
final class Schema {
    /// The version of the newest migration. A store that is there already starts without Flyway.
    static final int NEWEST = 15;

    private Schema() {}

    static void bringUpToDate(DataSource source, Dialect dialect) throws SQLException {
        int version = version(source);
        if (version > NEWEST) {
            throw new StorageException(
                    "the database has schema version %d, this program knows up to %d; %s"
                            .formatted(version, NEWEST, "start the newer program that wrote it"));
        }
        if (version < NEWEST) {
            migrate(source, dialect);
        }
    }

    private static void migrate(DataSource source, Dialect dialect) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(dialect.words())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StorageException("cannot set up the database: " + e.getMessage(), e);
        }
    }

    /// 0 before the first migration.
    private static int version(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!hasHistory(connection)) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    """
                                    select coalesce(max(cast(version as integer)), 0)
                                    from flyway_schema_history where success
                                    """)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet table =
                connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            return table.next();
        }
    }
}
