package org.broadsheet.job;

import java.time.Instant;

/// One piece of work in the queue.
///
/// @param kind what is to be done, as in `vectors`
/// @param subject what it is to be done for; kind and subject together name the job
/// @param attempts how often it was claimed so far
/// @param error why the last attempt failed, or empty
public record Job(
        String kind,
        String subject,
        State state,
        int attempts,
        Instant due,
        Progress progress,
        String error) {
    public enum State {
        /// Waits to be claimed, from its due time on.
        WAITING,
        /// Claimed by a worker whose lease runs.
        CLAIMED,
        DONE,
        /// Failed as often as it may; waits for somebody to offer it again.
        FAILED
    }

    /// How far the work is, in units that the kind defines; `total` is 0 while unknown.
    public record Progress(long done, long total) {
        public static final Progress NONE = new Progress(0, 0);
    }
}
