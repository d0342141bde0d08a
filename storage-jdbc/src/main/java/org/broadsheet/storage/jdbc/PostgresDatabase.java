package org.broadsheet.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.storage.StorageException;

/// A PostgreSQL database that several processes may share. Callers' own threads work on a small
/// pool of connections.
final class PostgresDatabase implements Database {
    private static final int MOST_CONNECTIONS = 10;

    private final String place;
    private final HikariDataSource pool;
    private final Changes changes = new Changes();
    private final PostgresNews news;

    static PostgresDatabase open(String url) {
        String place = url.replaceFirst("\\?.*$", "").replaceFirst("//[^/]*@", "//");
        try {
            HikariDataSource pool = pool(url);
            try {
                Schema.bringUpToDate(pool, Dialect.POSTGRES);
                return new PostgresDatabase(url, place, pool);
            } catch (SQLException | RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            throw unreachable(place, e);
        }
    }

    private PostgresDatabase(String url, String place, HikariDataSource pool) {
        this.place = place;
        this.pool = pool;
        this.news = new PostgresNews(url, changes);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("postgres");
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "broadsheet");
        return new HikariDataSource(config);
    }

    @Override
    public <T> T read(Work<T> work) {
        return twice(() -> readOnce(work));
    }

    @Override
    public <T> T write(Work<T> work) {
        return twice(() -> writeOnce(work));
    }

    @Override
    public long latest(Set<Change.Kind> kinds) {
        if (!news.isFollowing()) {
            changes.publish(read(Changes::read));
        }
        return changes.latest(kinds);
    }

    @Override
    public void check() {
        write(session -> session.update("update change_counter set latest = latest"));
    }

    @Override
    public void close() {
        news.close();
        pool.close();
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        try (Statements statements = new Statements(pool.getConnection())) {
            return work.in(new Session(statements, Dialect.POSTGRES));
        }
    }

    private <T> T writeOnce(Work<T> work) throws SQLException {
        try (Statements statements = new Statements(pool.getConnection())) {
            Connection connection = statements.connection();
            connection.setAutoCommit(false);
            Session session = new Session(statements, Dialect.POSTGRES);
            T result;
            Map<Change.Kind, Long> numbers;
            try {
                result = work.in(session);
                numbers = Changes.number(session);
                PostgresNews.tell(session, numbers);
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
            commit(connection);
            changes.publish(numbers);
            return result;
        }
    }

    private static void rollback(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw isLost(e) ? new InDoubt(e) : e;
        }
    }

    /// Tries again once where the first attempt surely kept nothing.
    private <T> T twice(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException first) {
            if (first instanceof InDoubt || !isWorthAnother(first)) {
                throw refused(first);
            }
            if (isLost(first)) {
                // Its neighbours in the pool are likely as dead.
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
        try {
            return attempt.run();
        } catch (SQLException second) {
            throw refused(second);
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    /// Not when the pool got no connection: it has waited long enough.
    private static boolean isWorthAnother(SQLException e) {
        return isLost(e) && !(e instanceof SQLTransientConnectionException)
                || "40001".equals(e.getSQLState())
                || "40P01".equals(e.getSQLState());
    }

    /// The connection broke (class 08) or the server ends it (57P01 to 57P03).
    private static boolean isLost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private StorageException refused(SQLException e) {
        if (e instanceof InDoubt) {
            return new StorageException(
                    place + " was lost while it committed; look whether the change is there", e);
        }
        return isLost(e)
                ? unreachable(place, e)
                : new StorageException("the database " + place + " refused: " + e.getMessage(), e);
    }

    private static StorageException unreachable(String place, Exception e) {
        return new StorageException(
                "cannot reach the database %s: %s; check that it runs, and the user and password"
                        .formatted(place, e.getMessage()),
                e);
    }

    /// The connection broke during the commit: nobody here knows whether it happened.
    private static final class InDoubt extends SQLException {
        private static final long serialVersionUID = 1;

        InDoubt(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }
}
