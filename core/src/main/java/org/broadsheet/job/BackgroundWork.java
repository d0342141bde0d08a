package org.broadsheet.job;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A thread of low priority that does one job in parts, whenever it is woken and now and then by
/// itself: of several nodes one does it, another goes on when that one dies, and a restart goes on
/// where the last part ended, because each part is kept by itself. Whoever made it closes it,
/// before the stores.
public final class BackgroundWork implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final System.Logger LOG = System.getLogger(BackgroundWork.class.getName());

    private final Task task;
    private final JobQueue jobs;
    private final Clock clock;
    private final String worker;
    private final Thread thread;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean closed;
    private int failures;

    /// What is done, part by part. All methods run on the worker's thread.
    public interface Task {
        String kind();

        String subject();

        /// Called before the first part each time the job was claimed.
        default void begin() {}

        /// Does the next part and keeps it; short, because closing waits for it. A part that was
        /// done before changes nothing.
        Part next();

        /// Called each time nothing is left to do here for now, also when another node does it.
        default void end() {}

        /// How long to wait after the last part unless somebody wakes the worker.
        Duration pause();
    }

    /// @param isLast whether nothing is left to do for now
    public record Part(Job.Progress progress, boolean isLast) {}

    /// @param worker this node's name, the same after a restart
    public BackgroundWork(Task task, JobQueue jobs, Clock clock, String worker) {
        this.task = task;
        this.jobs = jobs;
        this.clock = clock;
        this.worker = worker;
        thread =
                Thread.ofPlatform()
                        .name(task.kind())
                        .priority(Thread.MIN_PRIORITY)
                        .daemon()
                        .unstarted(this::run);
    }

    /// Starts the thread, and takes back what an earlier life of this worker left behind.
    public void start() {
        thread.start();
    }

    /// Says that there may be something to do. Returns at once.
    public void wake() {
        bell.release();
    }

    /// Stops after the part in hand, which is kept, and gives the job back.
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        release();
        while (isOn()) {
            await(workOrBackOff());
        }
        release();
    }

    private Duration workOrBackOff() {
        try {
            return work();
        } catch (RuntimeException e) {
            Duration wait = backOff();
            LOG.log(
                    Level.WARNING,
                    "the store fails; %s waits for %s: %s".formatted(task.kind(), wait, e));
            return wait;
        }
    }

    private Duration work() {
        jobs.offer(task.kind(), task.subject(), clock.instant());
        Duration wait = task.pause();
        Optional<Lease> lease = claim();
        while (lease.isPresent() && isOn()) {
            wait = work(lease.get());
            lease = claim();
        }
        task.end();
        return wait;
    }

    private Optional<Lease> claim() {
        return jobs.claim(Set.of(task.kind()), worker, LEASE, clock.instant());
    }

    private Duration work(Lease lease) {
        try {
            // A subject of another version is not ours to do: whoever has that one offers it again.
            if (!lease.subject().equals(task.subject()) || allParts(lease)) {
                jobs.finish(lease, clock.instant());
            }
            return task.pause();
        } catch (RuntimeException e) {
            return isOn() ? failed(lease, e) : task.pause();
        }
    }

    private boolean allParts(Lease lease) {
        @Nullable Lease held = lease;
        task.begin();
        while (held != null && isOn()) {
            Part part = task.next();
            failures = 0;
            if (part.isLast()) {
                return true;
            }
            held = jobs.renew(held, part.progress(), LEASE, clock.instant()).orElse(null);
        }
        return false;
    }

    private Duration failed(Lease lease, RuntimeException e) {
        Duration wait = backOff();
        Instant now = clock.instant();
        jobs.fail(lease, e.toString(), now.plus(wait), now);
        LOG.log(Level.WARNING, "%s failed, next try in %s: %s".formatted(task.kind(), wait, e));
        return wait;
    }

    /// 1 s, 2 s, 4 s and so on, at most [#LONGEST_BACK_OFF].
    private Duration backOff() {
        long seconds = 1L << Math.min(failures++, 20);
        return seconds < LONGEST_BACK_OFF.toSeconds()
                ? Duration.ofSeconds(seconds)
                : LONGEST_BACK_OFF;
    }

    private boolean isOn() {
        return !closed && !Thread.currentThread().isInterrupted();
    }

    private void await(Duration longest) {
        try {
            if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            jobs.release(worker, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the job stays claimed until its lease ends: " + e);
        }
    }
}
