package org.broadsheet.storage.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.broadsheet.change.Change;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// Hears of the commits of all processes (LISTEN) and publishes their numbers here, so that asking
/// for the latest costs no query. While its connection is down it is not following.
final class PostgresNews implements AutoCloseable {
    private static final int RECHECK_MILLIS = 10_000;
    private static final int RETRY_MILLIS = 1_000;
    private static final Map<String, Change.Kind> KINDS =
            Arrays.stream(Change.Kind.values())
                    .collect(Collectors.toMap(Change.Kind::name, kind -> kind));

    private final String url;
    private final Changes changes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean following;
    private volatile @Nullable Connection connection;

    PostgresNews(String url, Changes changes) {
        this.url = url;
        this.changes = changes;
        this.thread = Thread.ofPlatform().name("postgres-news").daemon().unstarted(this::follow);
        thread.start();
    }

    /// Tells all processes at the commit, in the order of the numbers.
    static void tell(Session session, Map<Change.Kind, Long> numbers) throws SQLException {
        if (!numbers.isEmpty()) {
            String message =
                    numbers.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(","));
            session.query("select pg_notify('broadsheet_change', ?)", _ -> true, message);
        }
    }

    boolean isFollowing() {
        return following;
    }

    @Override
    public void close() {
        closing.countDown();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException _) {
                // It only listened.
            }
        }
        Waits.end(thread);
    }

    private void follow() {
        while (closing.getCount() > 0) {
            try (Connection listening = DriverManager.getConnection(url);
                    Statement statement = listening.createStatement()) {
                connection = listening;
                statement.execute("listen broadsheet_change");
                while (closing.getCount() > 0) {
                    changes.publish(
                            Changes.read(new Session(new Statements(listening), Dialect.POSTGRES)));
                    following = true;
                    hear(listening.unwrap(PGConnection.class));
                }
            } catch (SQLException _) {
                // The connection broke: until the next one stands, `latest` asks the database.
            } finally {
                following = false;
            }
            pause();
        }
    }

    /// Hears until nothing was said for a while; then the caller looks itself, which also notices a
    /// connection that broke silently.
    private void hear(PGConnection from) throws SQLException {
        PGNotification[] heard = from.getNotifications(RECHECK_MILLIS);
        while (heard != null && heard.length > 0) {
            for (PGNotification notification : heard) {
                changes.publish(parse(notification.getParameter()));
            }
            heard = from.getNotifications(RECHECK_MILLIS);
        }
    }

    /// A newer program on another node may tell of kinds that this one does not follow.
    private static Map<Change.Kind, Long> parse(String message) {
        Map<Change.Kind, Long> numbers = new EnumMap<>(Change.Kind.class);
        for (String part : message.split(",", -1)) {
            String[] pair = part.split("=", 2);
            Change.Kind kind = KINDS.get(pair[0]);
            if (kind != null) {
                numbers.put(kind, Long.parseLong(pair[1]));
            }
        }
        return numbers;
    }

    private void pause() {
        try {
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
