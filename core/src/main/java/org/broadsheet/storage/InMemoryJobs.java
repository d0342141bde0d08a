package org.broadsheet.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;
import org.jspecify.annotations.Nullable;

/// Jobs in a map by kind and subject. A lease holds while its claim is the job's latest, so one
/// that ran out still holds until somebody else claims the job.
final class InMemoryJobs implements JobQueue {
    private record Key(String kind, String subject) {}

    private static final class Entry {
        private Job job;
        private int claims;
        private boolean offeredAnew;
        private @Nullable Lease lease;

        Entry(Job job) {
            this.job = job;
        }

        void set(Job.State state, int attempts, Instant due, Job.Progress progress, String error) {
            job = new Job(job.kind(), job.subject(), state, attempts, due, progress, error);
        }

        boolean isClaimable(Instant now) {
            return switch (job.state()) {
                case WAITING -> !job.due().isAfter(now);
                case CLAIMED -> lease != null && !lease.until().isAfter(now);
                case DONE, FAILED -> false;
            };
        }
    }

    private static final Comparator<Entry> LONGEST_DUE =
            Comparator.<Entry, Instant>comparing(entry -> entry.job.due())
                    .thenComparing(entry -> entry.job.kind())
                    .thenComparing(entry -> entry.job.subject());

    private final Map<Key, Entry> jobs =
            new TreeMap<>(Comparator.comparing(Key::kind).thenComparing(Key::subject));

    @Override
    public synchronized void offer(String kind, String subject, Instant now) {
        Job fresh = new Job(kind, subject, Job.State.WAITING, 0, now, Job.Progress.NONE, "");
        Entry entry = jobs.computeIfAbsent(new Key(kind, subject), _ -> new Entry(fresh));
        switch (entry.job.state()) {
            case WAITING -> {}
            case CLAIMED -> entry.offeredAnew = true;
            case DONE, FAILED -> entry.job = fresh;
        }
    }

    @Override
    public synchronized Optional<Lease> claim(
            Set<String> kinds, String worker, Duration lease, Instant now) {
        return jobs.values().stream()
                .filter(entry -> kinds.contains(entry.job.kind()) && entry.isClaimable(now))
                .min(LONGEST_DUE)
                .map(entry -> claim(entry, worker, now.plus(lease)));
    }

    private static Lease claim(Entry entry, String worker, Instant until) {
        Job job = entry.job;
        entry.set(Job.State.CLAIMED, job.attempts() + 1, job.due(), job.progress(), job.error());
        Lease lease = new Lease(job.kind(), job.subject(), worker, ++entry.claims, until);
        entry.lease = lease;
        return lease;
    }

    @Override
    public synchronized Optional<Lease> renew(
            Lease lease, Job.Progress progress, Duration extension, Instant now) {
        return held(lease)
                .map(entry -> {
                    Job job = entry.job;
                    entry.set(job.state(), job.attempts(), job.due(), progress, job.error());
                    Lease renewed =
                            new Lease(
                                    lease.kind(),
                                    lease.subject(),
                                    lease.worker(),
                                    lease.attempt(),
                                    now.plus(extension));
                    entry.lease = renewed;
                    return renewed;
                });
    }

    @Override
    public synchronized void finish(Lease lease, Instant now) {
        held(lease)
                .ifPresent(entry -> {
                    Job job = entry.job;
                    if (entry.offeredAnew) {
                        entry.set(Job.State.WAITING, 0, now, job.progress(), "");
                    } else {
                        entry.set(Job.State.DONE, job.attempts(), job.due(), job.progress(), "");
                    }
                    entry.offeredAnew = false;
                });
    }

    @Override
    public synchronized void fail(Lease lease, String error, Instant retryAt, Instant now) {
        held(lease)
                .ifPresent(entry -> {
                    boolean spent = entry.job.attempts() >= MOST_ATTEMPTS;
                    boolean last = spent && !entry.offeredAnew;
                    entry.set(
                            last ? Job.State.FAILED : Job.State.WAITING,
                            spent && !last ? 0 : entry.job.attempts(),
                            retryAt,
                            entry.job.progress(),
                            error);
                    entry.offeredAnew = false;
                });
    }

    @Override
    public synchronized void release(String worker, Instant now) {
        for (Entry entry : jobs.values()) {
            Job job = entry.job;
            if (job.state() == Job.State.CLAIMED
                    && entry.lease != null
                    && entry.lease.worker().equals(worker)) {
                entry.set(
                        Job.State.WAITING,
                        job.attempts(),
                        job.due().isAfter(now) ? now : job.due(),
                        job.progress(),
                        job.error());
                entry.offeredAnew = false;
            }
        }
    }

    @Override
    public synchronized List<Job> list(String kind) {
        return jobs.values().stream()
                .map(entry -> entry.job)
                .filter(job -> job.kind().equals(kind))
                .limit(1_000)
                .toList();
    }

    private Optional<Entry> held(Lease lease) {
        return Optional.ofNullable(jobs.get(new Key(lease.kind(), lease.subject())))
                .filter(entry ->
                        entry.job.state() == Job.State.CLAIMED
                                && entry.lease != null
                                && entry.lease.worker().equals(lease.worker())
                                && entry.claims == lease.attempt());
    }
}
