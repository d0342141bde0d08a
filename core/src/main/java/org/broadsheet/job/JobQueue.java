package org.broadsheet.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The queue of jobs. Times are handed in by the caller's clock. Every backend passes
/// `StorageContract`.
public interface JobQueue {
    /// Failures after which a job waits for somebody to offer it again.
    int MOST_ATTEMPTS = 5;

    /// Puts the job in the queue, due at once. One that waits already stays as it is; one that is
    /// claimed will be claimable again after it finishes; one that is done or failed starts afresh.
    void offer(String kind, String subject, Instant now);

    /// Hands the longest due job of these kinds to the worker, in one step: no two workers hold one
    /// job. Claimable are jobs that wait and are due, and jobs whose lease has run out.
    Optional<Lease> claim(Set<String> kinds, String worker, Duration lease, Instant now);

    /// Extends the lease and notes the progress.
    ///
    /// @return the new lease; empty when the lease was lost, and the work must stop
    Optional<Lease> renew(Lease lease, Job.Progress progress, Duration extension, Instant now);

    /// Marks the job done, or waiting again if it was offered meanwhile. Does nothing when the
    /// lease was lost.
    void finish(Lease lease, Instant now);

    /// Notes the failure: the job waits until `retryAt`, or is FAILED after [#MOST_ATTEMPTS]
    /// attempts. Does nothing when the lease was lost.
    void fail(Lease lease, String error, Instant retryAt, Instant now);

    /// Gives back everything that this worker holds, as after its death.
    void release(String worker, Instant now);

    /// All jobs of the kind, by subject, at most 1,000.
    List<Job> list(String kind);
}
