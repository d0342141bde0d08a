package org.broadsheet.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.limit.Limit;

/// How fast which domain is written to, and how long one that has enough is left in peace. Kept in
/// memory: one node sends at a time, and a restart forgets only hurry. Safe for many threads.
final class Pace {
    /// Later ones in a row before a domain rests.
    static final int STUMBLES = 5;

    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private static final class Domain {
        private Instant spentUntil = Instant.MIN;
        private Instant restsUntil = Instant.MIN;
        private int stumbles;
    }

    private final Limit limit;
    private final Map<String, Domain> domains = new HashMap<>();

    Pace(Limit limit) {
        this.limit = limit;
    }

    /// Takes one of what the domain is sent now. Where that is used up, the domain rests until a
    /// quarter of it is free again.
    synchronized boolean take(String name, Instant now) {
        Domain domain = domain(name);
        if (domain.restsUntil.isAfter(now)) {
            return false;
        }
        Instant from = domain.spentUntil.isBefore(now) ? now : domain.spentUntil;
        if (from.isAfter(now.plusNanos(1_000 * limit.aheadMicros()))) {
            domain.restsUntil = now.plus(limit.within().dividedBy(4));
            return false;
        }
        domain.spentUntil = from.plusNanos(1_000 * limit.perOneMicros());
        return true;
    }

    /// When the domain may be written to again.
    synchronized Instant free(String name, Instant now) {
        Instant rest = domain(name).restsUntil;
        return rest.isBefore(now) ? now : rest;
    }

    synchronized void went(String name) {
        domain(name).stumbles = 0;
    }

    /// The domain's server said "later". After some in a row it rests for a minute, then two, and
    /// so on up to an hour.
    synchronized void stumbled(String name, Instant now) {
        Domain domain = domain(name);
        int over = ++domain.stumbles - STUMBLES;
        if (over >= 0) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(over, 10));
            domain.restsUntil = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
        }
    }

    synchronized Set<String> resting(Instant now) {
        return domains.entrySet().stream()
                .filter(it -> it.getValue().restsUntil.isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Domain domain(String name) {
        return domains.computeIfAbsent(name, _ -> new Domain());
    }
}
