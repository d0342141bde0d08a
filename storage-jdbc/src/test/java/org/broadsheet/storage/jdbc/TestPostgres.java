package org.broadsheet.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// The one real PostgreSQL of a test run, started from a Maven artifact on a free loopback port and
/// ended with the JVM. Where it cannot start, tests fail.
final class TestPostgres {
    private static final TestPostgres ONE = new TestPostgres();

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres() {
        try {
            server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL must run for these tests", e);
        }
        execute("create database template_broadsheet");
        JdbcStorage.open(server.getJdbcUrl("postgres", "template_broadsheet")).close();
    }

    /// The address of a new database with empty tables.
    static String emptyDatabase() {
        return ONE.copy();
    }

    private String copy() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " template template_broadsheet");
        return server.getJdbcUrl("postgres", name);
    }

    private void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }
}
