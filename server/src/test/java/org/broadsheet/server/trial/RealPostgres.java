package org.broadsheet.server.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// The one real PostgreSQL of a test run, started from a Maven artifact on a free loopback port and
/// ended with the JVM. Where it cannot start, tests fail.
public final class RealPostgres {
    private static final RealPostgres ONE = new RealPostgres();

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private RealPostgres() {
        try {
            server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL must run for these tests", e);
        }
    }

    /// The address of a new database with nothing in it.
    public static String newDatabase() {
        return ONE.create("house_" + ONE.databases.incrementAndGet());
    }

    private String create(String name) {
        try (Connection connection =
                        DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to make " + name, e);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
