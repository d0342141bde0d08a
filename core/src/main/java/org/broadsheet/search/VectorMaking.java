package org.broadsheet.search;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.jspecify.annotations.Nullable;

/// The worker that gives every paper its vector, in the background, newest paper first.
///
/// The work is a job of kind [#JOB] for the embedder's model, so that of several nodes one does it,
/// another goes on when that one dies, and a restart goes on where the last run stopped: a vector
/// that is kept is never made again. One thread of low priority; it waits until [#wake] is called
/// and looks by itself only now and then. Whoever made it closes it, before the stores and the
/// embedder.
public final class VectorMaking implements AutoCloseable {
    public static final String JOB = "vectors";

    /// Vectors kept in one step: what a crash may cost, and how long closing may take.
    static final int BATCH = 16;

    private static final int LOOKED_UP_AT_ONCE = 1_000;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final System.Logger LOG = System.getLogger(VectorMaking.class.getName());

    private final Parts parts;
    private final String model;
    private final Clock clock;
    private final String worker;
    private final Runnable kept;
    private final Thread thread;
    private final Semaphore bell = new Semaphore(0);
    private volatile VectorProgress progress = VectorProgress.UNKNOWN;
    private volatile boolean closed;
    private int failures;

    /// What the worker works on.
    public record Parts(PaperStore papers, VectorStore vectors, JobQueue jobs, Embedder embedder) {}

    /// @param worker this node's name, the same after a restart
    /// @param kept called on the worker's thread each time vectors were kept; when it fails, the
    ///   job is tried again later like after any failure
    public VectorMaking(Parts parts, Clock clock, String worker, Runnable kept) {
        this.parts = parts;
        this.model = parts.embedder().model();
        this.clock = clock;
        this.worker = worker;
        this.kept = kept;
        thread =
                Thread.ofPlatform()
                        .name("vector-making")
                        .priority(Thread.MIN_PRIORITY)
                        .daemon()
                        .unstarted(this::run);
    }

    /// Starts the thread, and takes back what an earlier life of this worker left behind.
    public void start() {
        thread.start();
    }

    /// Says that papers may lack a vector. Returns at once.
    public void wake() {
        bell.release();
    }

    /// How far the work is, as of the latest batch; costs nothing.
    public VectorProgress progress() {
        return progress;
    }

    /// Stops after the batch in hand, which is kept, and gives the job back.
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
            LOG.log(Level.WARNING, "the store fails; vectors wait for " + wait + ": " + e);
            return wait;
        }
    }

    /// Works until nothing is left to do.
    ///
    /// @return how long to wait unless somebody wakes us
    private Duration work() {
        parts.jobs().offer(JOB, model, clock.instant());
        Duration wait = LONGEST_WAIT;
        Optional<Lease> lease = claim();
        while (lease.isPresent() && isOn()) {
            wait = work(lease.get());
            lease = claim();
        }
        progress = counted().atRest();
        return wait;
    }

    private Optional<Lease> claim() {
        return parts.jobs().claim(Set.of(JOB), worker, LEASE, clock.instant());
    }

    private Duration work(Lease lease) {
        try {
            // A job of another model is not ours to do: whoever has that model offers it again.
            boolean isDone = !lease.subject().equals(model) || makeMissing(lease);
            if (isDone) {
                parts.jobs().finish(lease, clock.instant());
            }
            return LONGEST_WAIT;
        } catch (RuntimeException e) {
            return isOn() ? failed(lease, e) : LONGEST_WAIT;
        }
    }

    private Duration failed(Lease lease, RuntimeException e) {
        Duration wait = backOff();
        Instant now = clock.instant();
        parts.jobs().fail(lease, e.toString(), now.plus(wait), now);
        LOG.log(Level.WARNING, "making vectors failed, next try in " + wait + ": " + e);
        return wait;
    }

    /// Makes vectors until none is missing.
    ///
    /// @return false when the lease was lost or the worker was closed first
    private boolean makeMissing(Lease lease) {
        @Nullable Lease held = lease;
        List<PaperId> before = List.of();
        while (held != null && isOn()) {
            bell.drainPermits();
            List<PaperId> missing = parts.vectors().missing(model, LOOKED_UP_AT_ONCE);
            if (missing.isEmpty()) {
                return true;
            }
            if (missing.equals(before)) {
                throw new IllegalStateException(
                        "%d vectors were made and are still missing, the first for %s"
                                .formatted(missing.size(), missing.getFirst()));
            }
            before = missing;
            progress = counted();
            held = makeAll(missing, held);
        }
        return false;
    }

    /// Makes these vectors batch by batch, or fewer when somebody wakes us: newer papers come
    /// first.
    ///
    /// @return the lease, or null when it was lost
    private @Nullable Lease makeAll(List<PaperId> missing, Lease lease) {
        @Nullable Lease held = lease;
        for (int from = 0; held != null && from < missing.size() && goesOn(from); from += BATCH) {
            make(missing.subList(from, Math.min(from + BATCH, missing.size())));
            var jobProgress = new Job.Progress(progress.done(), progress.total());
            held = parts.jobs().renew(held, jobProgress, LEASE, clock.instant()).orElse(null);
        }
        return held;
    }

    private boolean goesOn(int from) {
        return isOn() && (from == 0 || bell.availablePermits() == 0);
    }

    private void make(List<PaperId> ids) {
        Instant start = clock.instant();
        List<Paper> papers = List.copyOf(parts.papers().get(ids).values());
        List<float[]> values =
                parts.embedder().embed(papers.stream().map(TextForVector::of).toList());
        Map<PaperId, VectorStore.Vector> vectors = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            vectors.put(
                    paper.id(),
                    new VectorStore.Vector(values.get(i), TextForVector.fingerprint(paper)));
        }
        parts.vectors().put(model, vectors);
        progress = progress.plus(papers.size(), Duration.between(start, clock.instant()));
        failures = 0;
        kept.run();
    }

    private VectorProgress counted() {
        return new VectorProgress(
                parts.vectors().count(model), parts.papers().count(), progress.perSecond());
    }

    /// 1 s, 2 s, 4 s and so on, at most [#LONGEST_WAIT].
    private Duration backOff() {
        long seconds = 1L << Math.min(failures++, 20);
        return seconds < LONGEST_WAIT.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST_WAIT;
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
            parts.jobs().release(worker, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the job stays claimed until its lease ends: " + e);
        }
    }
}
