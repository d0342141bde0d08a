package org.broadsheet.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.broadsheet.change.Change;
import org.broadsheet.storage.StorageException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A SQLite file that this process alone owns. SQLite blocks inside native code and would hold the
/// carrier of a virtual thread, so one platform thread writes and a few read; callers wait.
final class SqliteDatabase implements Database {
    private static final long LEAST_FREE_BYTES = 16L << 20;

    private final Path file;
    private final SqliteTrouble trouble;
    private final Changes changes = new Changes();
    private final GroupCommit writer;
    private final ExecutorService readers;
    private final ConcurrentLinkedQueue<Statements> idle = new ConcurrentLinkedQueue<>();

    static SqliteDatabase open(Path file, SqliteOptions options) {
        SqliteTrouble trouble = new SqliteTrouble(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Schema.bringUpToDate(source(file, config()), Dialect.SQLITE);
            return new SqliteDatabase(file, options, trouble);
        } catch (SQLException e) {
            throw trouble.of(e);
        } catch (IOException e) {
            throw new StorageException(
                    "cannot make the folder of " + file + ": " + e.getMessage(), e);
        }
    }

    private SqliteDatabase(Path file, SqliteOptions options, SqliteTrouble trouble)
            throws SQLException {
        this.file = file;
        this.trouble = trouble;
        try (Statements statements = connectToRead(file)) {
            changes.publish(Changes.read(new Session(statements, Dialect.SQLITE)));
        }
        writer = new GroupCommit(() -> connectToWrite(file, options), changes, trouble::of);
        readers =
                Executors.newFixedThreadPool(
                        options.readers(),
                        Thread.ofPlatform().name("sqlite-reader-", 1).daemon().factory());
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return Waits.outcome(CompletableFuture.supplyAsync(() -> readNow(work), readers));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the store is closed", e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public long latest(Set<Change.Kind> kinds) {
        return changes.latest(kinds);
    }

    @Override
    public void check() {
        long pagesLeft =
                write(session -> {
                    session.update("update change_counter set latest = latest");
                    return session.number("pragma max_page_count")
                            - session.number("pragma page_count")
                            + session.number("pragma freelist_count");
                });
        read(session -> session.number("select count(*) from change_counter"));
        if (pagesLeft * SqliteTrouble.PAGE_BYTES < LEAST_FREE_BYTES
                || freeBytes() < LEAST_FREE_BYTES) {
            throw trouble.full();
        }
    }

    @Override
    public void close() {
        readers.close();
        for (Statements statements = idle.poll(); statements != null; statements = idle.poll()) {
            closeQuietly(statements);
        }
        writer.close();
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            throw new StorageException(
                    "cannot look at the disk of " + file + ": " + e.getMessage(), e);
        }
    }

    private <T> T readNow(Work<T> work) {
        Statements statements = idle.poll();
        try {
            if (statements == null) {
                statements = connectToRead(file);
            }
            T found = work.in(new Session(statements, Dialect.SQLITE));
            idle.add(statements);
            return found;
        } catch (SQLException e) {
            closeQuietly(statements);
            throw trouble.of(e);
        }
    }

    private static Statements connectToRead(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setCacheSize(-4_000);
        Connection connection = source(file, config).getConnection();
        execute(connection, "pragma query_only = on");
        return new Statements(connection);
    }

    private static Statements connectToWrite(Path file, SqliteOptions options) throws SQLException {
        SQLiteConfig config = config();
        config.enforceForeignKeys(true);
        config.setCacheSize(-48_000);
        Connection connection = source(file, config).getConnection();
        // Checkpoints after about 16 MB: a bulk import writes each page fewer times.
        execute(connection, "pragma wal_autocheckpoint = 4000");
        if (options.mostPages() > 0) {
            execute(connection, "pragma max_page_count = " + options.mostPages());
        }
        connection.setAutoCommit(false);
        return new Statements(connection);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// With `synchronous=full` a commit has reached the disk when it is acknowledged.
    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.setJournalSizeLimit(32 << 20);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    private static DataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static void closeQuietly(@Nullable Statements statements) {
        if (statements != null) {
            try {
                statements.close();
            } catch (SQLException _) {
                // It only read.
            }
        }
    }
}
