package org.broadsheet.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/// The moments until which what was taken lasts, in a map. Safe for many threads; whoever keeps one
/// has it [#forget] now and then.
public final class InMemoryLimiter implements RateLimiter {
    private record Key(String kind, String key) {}

    private final Map<Key, Long> spentUntil = new HashMap<>();

    @Override
    public synchronized boolean take(String kind, String key, Limit limit, Instant now) {
        long micros = micros(now);
        long from = Math.max(micros, spentUntil.getOrDefault(new Key(kind, key), micros));
        if (from - micros > limit.aheadMicros()) {
            return false;
        }
        spentUntil.put(new Key(kind, key), from + limit.perOneMicros());
        return true;
    }

    @Override
    public synchronized Duration untilNext(String kind, String key, Limit limit, Instant now) {
        long micros = micros(now);
        long until = spentUntil.getOrDefault(new Key(kind, key), micros);
        return limit.untilNext(until - micros);
    }

    @Override
    public synchronized void forgive(String kind, String key) {
        spentUntil.remove(new Key(kind, key));
    }

    @Override
    public synchronized int forget(Instant now) {
        int before = spentUntil.size();
        spentUntil.values().removeIf(until -> until <= micros(now));
        return before - spentUntil.size();
    }

    @Override
    public synchronized long count() {
        return spentUntil.size();
    }

    private static long micros(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }
}
