package org.broadsheet.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.broadsheet.limit.Limit;
import org.broadsheet.limit.RateLimiter;

/// What was taken, a row a key; one statement counts and decides.
final class JdbcRateLimiter implements RateLimiter {
    private final Database database;

    JdbcRateLimiter(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(String kind, String key, Limit limit, Instant now) {
        long micros = micros(now);
        return database.write(session ->
                session.update(
                                """
                                insert into taken (kind, taker, spent_until) values (?, ?, ?)
                                on conflict (kind, taker) do update
                                    set spent_until = case
                                        when taken.spent_until > ? then taken.spent_until + ?
                                        else excluded.spent_until end
                                    where taken.spent_until <= ?
                                """,
                                kind,
                                key,
                                micros + limit.perOneMicros(),
                                micros,
                                limit.perOneMicros(),
                                micros + limit.aheadMicros())
                        > 0);
    }

    @Override
    public Duration untilNext(String kind, String key, Limit limit, Instant now) {
        long micros = micros(now);
        long until =
                database.read(session ->
                        session.first(
                                        "select spent_until from taken where kind = ? and taker = ?",
                                        row -> row.getLong(1),
                                        kind,
                                        key)
                                .orElse(micros));
        return limit.untilNext(until - micros);
    }

    @Override
    public void forgive(String kind, String key) {
        database.write(session ->
                session.update("delete from taken where kind = ? and taker = ?", kind, key));
    }

    @Override
    public int forget(Instant now) {
        return database.write(
                session -> session.update("delete from taken where spent_until <= ?", micros(now)));
    }

    @Override
    public long count() {
        return database.read(session -> session.number("select count(*) from taken"));
    }

    private static long micros(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }
}
