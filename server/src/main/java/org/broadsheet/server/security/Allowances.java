package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.limit.Allowance;
import org.broadsheet.limit.InMemoryLimiter;
import org.broadsheet.limit.Limit;
import org.broadsheet.limit.RateLimiter;

/// Holds what readers send against the table of [Allowance], by their accounts and by the addresses
/// that they come from. The one reader of a house on one machine has no limits.
public final class Allowances {
    private static final Duration TIDIED_EVERY = Duration.ofMinutes(1);

    private final Access access;
    private final RateLimiter house;
    private final RateLimiter node = new InMemoryLimiter();
    private final Clock clock;
    private volatile Instant tidied = Instant.EPOCH;

    public Allowances(Access access, RateLimiter house, Clock clock) {
        this.access = access;
        this.house = house;
        this.clock = clock;
    }

    /// One of an account's or an address's limits.
    private record Bucket(String kind, String key, Limit limit, Spent.By by) {}

    /// Takes one for whoever sends the request. Who is refused loses nothing by asking again.
    ///
    /// @return why it is refused; nothing if it is accepted
    public Optional<Spent> take(Allowance what, HttpServletRequest request) {
        if (access.who(request).equals(Who.LOCAL)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        RateLimiter counter =
                switch (what.counter()) {
                    case HOUSE -> house;
                    case NODE -> node(now);
                };
        List<Bucket> buckets = buckets(what, request);
        // Looked at first: where one is empty, nothing is taken of the others.
        Optional<Spent> spent =
                buckets.stream().flatMap(it -> spent(what, it, counter, now).stream()).findFirst();
        if (spent.isPresent()) {
            return spent;
        }
        for (Bucket one : buckets) {
            if (!counter.take(one.kind(), one.key(), one.limit(), now)) {
                // Another request was faster.
                Duration wait = counter.untilNext(one.kind(), one.key(), one.limit(), now);
                return Optional.of(new Spent(what, one.limit(), one.by(), now, wait));
            }
        }
        return Optional.empty();
    }

    private static Optional<Spent> spent(
            Allowance what, Bucket bucket, RateLimiter counter, Instant now) {
        Duration wait = counter.untilNext(bucket.kind(), bucket.key(), bucket.limit(), now);
        return wait.isZero()
                ? Optional.empty()
                : Optional.of(new Spent(what, bucket.limit(), bucket.by(), now, wait));
    }

    private List<Bucket> buckets(Allowance what, HttpServletRequest request) {
        List<Bucket> buckets = new ArrayList<>();
        if (access.who(request) instanceof Who.Reader reader) {
            what.ofAccount()
                    .forEach(limit ->
                            buckets.add(
                                    new Bucket(
                                            what.kind(limit),
                                            "reader " + reader.id(),
                                            limit,
                                            Spent.By.ACCOUNT)));
        }
        what.ofAddress()
                .forEach(limit ->
                        buckets.add(
                                new Bucket(
                                        what.kind(limit),
                                        "from " + ClientAddress.counted(request),
                                        limit,
                                        Spent.By.ADDRESS)));
        return buckets;
    }

    /// What this node counts, without what it has no need to remember.
    private RateLimiter node(Instant now) {
        if (now.isAfter(tidied.plus(TIDIED_EVERY))) {
            tidied = now;
            node.forget(now);
        }
        return node;
    }
}
