package org.broadsheet.limit;

import java.time.Duration;
import java.time.Instant;

/// Counts what somebody does against a [Limit], for all nodes that share the store. A kind and a
/// key ("sign-in", an address) are counted by themselves. Every backend passes `StorageContract`.
///
/// It is a leaky bucket kept as one moment (the "generic cell rate algorithm" of ITU-T I.371): the
/// moment until which what was taken lasts. So a key needs one row, one short write counts and
/// decides, and a row whose moment has gone by says nothing and may be forgotten.
public interface RateLimiter {
    /// Takes one, unless the limit is reached; then nothing changes. In one step: of many at once
    /// no more get one than the limit allows.
    ///
    /// @return whether it was taken
    boolean take(String kind, String key, Limit limit, Instant now);

    /// How long until [#take] takes one; zero if it would now. Changes nothing.
    Duration untilNext(String kind, String key, Limit limit, Instant now);

    /// Forgets what the key took: it turned out to be right. Nothing if it took nothing.
    void forgive(String kind, String key);

    /// Forgets keys that have all of their limit again.
    ///
    /// @return how many
    int forget(Instant now);

    /// How many keys are remembered.
    long count();
}
