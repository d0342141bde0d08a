package org.broadsheet.storage.jdbc;

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
        execute(url("postgres"), "create database template_broadsheet");
        JdbcStorage.open(url("template_broadsheet")).close();
    }

    /// The address of a new database with empty tables.
    static String newDatabase() {
        return ONE.copy();
    }

    /// Empties the tables again, which is faster than another database.
    static void empty(String url) {
        execute(
                url,
                """
                truncate comment, comment_edit, comment_hiding, comment_vote, notice,
                    notice_wish, paper, paper_author, paper_category, submission, vote, tally, vector,
                    reject, job, run, run_file, change, edited_day, pick, overrule, known_as, told,
                    harvest, harvest_run, house_setting, taken, report, audit_entry, reader,
                    credential, suppressed, signed_in, ticket, passkey, outside_identity,
                    mailing, delivery, letter, delivered, undeliverable, soft_bounce, mail_secret,
                    subscription;
                update change_counter set latest = 0
                """);
    }

    private String copy() {
        String name = "test_" + databases.incrementAndGet();
        execute(url("postgres"), "create database " + name + " template template_broadsheet");
        return url(name);
    }

    private String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }
}
