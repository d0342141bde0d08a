package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.broadsheet.change.Change;
import org.broadsheet.storage.StorageException;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to a SQLite file. All writes that wait when it gets round to them
/// share one commit, each behind a savepoint of its own, so that the failure of one spares the
/// others. If the commit itself fails, each is tried again alone, so that every caller learns the
/// truth about its own write.
final class GroupCommit implements AutoCloseable {
    private static final int MOST_TOGETHER = 256;

    private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Connector connector;
    private final Changes changes;
    private final Function<SQLException, StorageException> trouble;
    private final Thread thread;
    private Statements statements;
    private boolean closed;

    interface Connector {
        Statements connect() throws SQLException;
    }

    GroupCommit(
            Connector connector, Changes changes, Function<SQLException, StorageException> trouble)
            throws SQLException {
        this.connector = connector;
        this.changes = changes;
        this.trouble = trouble;
        this.statements = connector.connect();
        this.thread = Thread.ofPlatform().name("sqlite-writer").daemon().unstarted(this::work);
        thread.start();
    }

    <T> T write(Database.Work<T> work) {
        Waiting<T> waiting = new Waiting<>(work);
        put(waiting);
        return Waits.outcome(waiting.done);
    }

    private synchronized void put(Waiting<?> waiting) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        queue.add(waiting);
    }

    /// Lets the writes that wait finish first.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            queue.add(new Waiting<>(_ -> true));
            closed = true;
        }
        Waits.end(thread);
    }

    private void work() {
        do {
            List<Waiting<?>> group = new ArrayList<>();
            group.add(Waits.take(queue));
            queue.drainTo(group, MOST_TOGETHER - 1);
            commit(group);
        } while (!isFinished());
        disconnect();
    }

    private synchronized boolean isFinished() {
        return closed && queue.isEmpty();
    }

    private void commit(List<Waiting<?>> group) {
        try {
            if (statements.connection().isClosed()) {
                statements = connector.connect();
            }
            Map<Change.Kind, Long> numbers = new EnumMap<>(Change.Kind.class);
            for (Waiting<?> waiting : group) {
                numbers.putAll(group.size() == 1 ? waiting.run() : runApart(waiting));
            }
            statements.connection().commit();
            changes.publish(numbers);
            group.forEach(Waiting::complete);
        } catch (SQLException | RuntimeException | Error e) {
            startOver();
            if (group.size() > 1) {
                group.forEach(waiting -> commit(List.of(waiting)));
            } else {
                group.getFirst().fail(e, trouble);
            }
        }
    }

    private Map<Change.Kind, Long> runApart(Waiting<?> waiting) throws SQLException {
        execute("savepoint one");
        try {
            Map<Change.Kind, Long> numbers = waiting.run();
            execute("release one");
            return numbers;
        } catch (SQLException | RuntimeException e) {
            execute("rollback to one");
            execute("release one");
            waiting.failure = e;
            return Map.of();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = statements.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /// SQLite ends a transaction by itself on some errors, and the driver does not notice: a fresh
    /// connection is the one state that is certain.
    private void startOver() {
        try {
            statements.connection().rollback();
        } catch (SQLException _) {
            disconnect();
        }
    }

    private void disconnect() {
        try {
            statements.close();
        } catch (SQLException _) {
            // What was acknowledged is committed; SQLite tidies up when the file is next opened.
        }
    }

    private final class Waiting<T> {
        private final Database.Work<T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Waiting(Database.Work<T> work) {
            this.work = work;
        }

        Map<Change.Kind, Long> run() throws SQLException {
            failure = null;
            Session session = new Session(statements, Dialect.SQLITE);
            result = work.in(session);
            return Changes.number(session);
        }

        void complete() {
            if (failure != null) {
                fail(failure, trouble);
            } else {
                done.complete(result);
            }
        }

        void fail(Throwable cause, Function<SQLException, StorageException> trouble) {
            done.completeExceptionally(cause instanceof SQLException e ? trouble.apply(e) : cause);
        }
    }
}
