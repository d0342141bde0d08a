package org.broadsheet.search;

import java.time.Duration;
import java.util.Optional;

/// How far the making of vectors is.
///
/// @param done papers with an up-to-date vector
/// @param total all papers
/// @param perSecond how many were made a second of late; 0 while none is being made
public record VectorProgress(long done, long total, double perSecond) {
    static final VectorProgress UNKNOWN = new VectorProgress(0, 0, 0);

    public boolean isComplete() {
        return done >= total;
    }

    /// How long the rest takes at this rate; empty while none is being made.
    public Optional<Duration> timeLeft() {
        if (isComplete()) {
            return Optional.of(Duration.ZERO);
        }
        return perSecond > 0
                ? Optional.of(Duration.ofSeconds((long) Math.ceil((total - done) / perSecond)))
                : Optional.empty();
    }

    /// This progress after so many more in that time. The rate leans on the latest batches, because
    /// readers' queries slow some of them down.
    VectorProgress plus(int made, Duration time) {
        double seconds = time.toNanos() / 1e9;
        double latest = seconds > 0 ? made / seconds : perSecond;
        double rate = perSecond == 0 ? latest : 0.8 * perSecond + 0.2 * latest;
        return new VectorProgress(done + made, Math.max(total, done + made), rate);
    }

    VectorProgress atRest() {
        return new VectorProgress(done, total, 0);
    }
}
