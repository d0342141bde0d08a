package org.broadsheet.server.harvest;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.harvest.HarvestStore;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;
import org.broadsheet.server.sources.Sources;
import org.broadsheet.server.sources.arxiv.ArxivOai;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Source;
import org.broadsheet.storage.Storage;

/// The harvests of a house: how they stand, and the worker that does them, night by night and when
/// somebody asks.
///
/// Each is a job of kind [#JOB], so that of several nodes one does it and a restart goes on. One
/// thread, which waits until it is woken and looks by itself every minute. Which parts of arXiv are
/// harvested by themselves the house says; until it does, nothing is. Whoever made it closes it,
/// after it closed what sources ask with, and before the stores.
public final class Harvests implements AutoCloseable {
    public static final String JOB = "harvest";

    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(Harvests.class.getName());

    private final HarvestStore store;
    private final JobQueue jobs;
    private final Sources sources;
    private final Harvesting harvesting;
    private final Plan plan;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /// What happens by itself.
    ///
    /// @param worker this node's name, the same after a restart
    /// @param schedule when
    /// @param parts of arXiv, in its own words, as in `cs` and `math.CO`; nothing is harvested by
    ///   itself while there are none
    /// @param kept is told what came in, batch by batch
    public record Plan(
            String worker, Schedule schedule, Supplier<List<String>> parts, Consumer<Kept> kept) {}

    public Harvests(
            Storage storage, Sources sources, Harvesting harvesting, Plan plan, Clock clock) {
        store = storage.harvests();
        jobs = storage.jobs();
        this.sources = sources;
        this.harvesting = harvesting;
        this.plan = plan;
        this.clock = clock;
        thread = Thread.ofPlatform().name("harvests").daemon().unstarted(this::work);
    }

    /// Starts to work, and takes back what an earlier life of this worker left behind.
    public void start() {
        thread.start();
    }

    /// How all stand, by their names.
    public List<Harvest> all() {
        return store.all();
    }

    /// The latest ended runs of one.
    public List<Harvest.Ended> ended(Harvest.Key key, int limit) {
        return store.ended(key, limit);
    }

    /// How it stands in the queue, with its progress while it is under way.
    public Optional<Job> job(Harvest.Key key) {
        return jobs.list(JOB).stream().filter(job -> job.subject().equals(key.text())).findFirst();
    }

    /// How it is, in a word.
    public HarvestState state(Harvest harvest) {
        return HarvestState.of(harvest, job(harvest.key()).orElse(null));
    }

    /// Asks for it now, be it new, at rest, or failed. Returns at once.
    ///
    /// @throws IllegalArgumentException when there is no such source
    public void runNow(Harvest.Key key) {
        sources.require(key.source());
        jobs.offer(JOB, key.text(), clock.instant());
        bell.release();
    }

    /// When the next harvest begins by itself; never while the house says no parts.
    public Optional<Instant> nextRun() {
        return plan.parts().get().isEmpty()
                ? Optional.empty()
                : Optional.of(plan.schedule().next(clock.instant()));
    }

    /// Says that the parts may have changed. Returns at once.
    public void wake() {
        bell.release();
    }

    /// Ends after the batch in hand, which is kept.
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

    private void work() {
        release();
        while (!closed) {
            try {
                offerDue();
                Optional<Lease> lease = jobs.claim(Set.of(JOB), plan.worker(), LEASE, now());
                if (lease.isPresent()) {
                    work(lease.get());
                } else {
                    await();
                }
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "harvests wait: " + e);
                awaitQuietly();
            }
        }
        release();
    }

    /// Offers tonight's harvest once: it is due until a run began after its time.
    private void offerDue() {
        List<String> parts = plan.parts().get();
        if (parts.isEmpty()) {
            return;
        }
        Harvest.Key key = new Harvest.Key(ArxivOai.NAME, parts);
        Instant due = plan.schedule().latest(now());
        Instant started = store.find(key).map(harvest -> harvest.run().started()).orElse(null);
        if (started == null || started.isBefore(due)) {
            jobs.offer(JOB, key.text(), now());
        }
    }

    private void work(Lease lease) throws InterruptedException {
        Harvest.Key key = Harvest.Key.parse(lease.subject());
        Optional<Source> source = sources.find(key.source());
        if (source.isEmpty()) {
            LOG.log(Level.WARNING, "no source is called " + key.source() + "; its job is dropped");
            jobs.finish(lease, now());
            return;
        }
        Holding holding = new Holding(lease);
        try {
            Harvest harvest = harvesting.run(source.get(), key.parts(), HarvestWish.NONE, holding);
            Instant retry = harvest.run().nextTry();
            if (retry == null) {
                jobs.finish(holding.held, now());
            } else {
                jobs.fail(holding.held, harvest.run().error(), retry, now());
                LOG.log(Level.WARNING, "harvest of " + key.text() + ": " + harvest.run().error());
            }
        } catch (Stopped _) {
            // Closed, or the lease was lost: whoever holds it next goes on.
        } catch (RuntimeException e) {
            Instant now = now();
            jobs.fail(holding.held, e.toString(), now.plus(BETWEEN_LOOKS), now);
            throw e;
        }
    }

    private void await() throws InterruptedException {
        if (bell.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private void awaitQuietly() {
        try {
            await();
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private void release() {
        try {
            jobs.release(plan.worker(), now());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "harvests stay claimed until their leases end: " + e);
        }
    }

    /// The work must stop.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Holds the lease while the harvest goes on.
    private final class Holding implements HarvestProgress {
        private Lease held;

        Holding(Lease lease) {
            held = lease;
        }

        @Override
        public void reached(State state) {
            plan.kept().accept(state.news());
            if (closed) {
                throw new Stopped();
            }
            held =
                    jobs.renew(held, new Job.Progress(state.records(), state.total()), LEASE, now())
                            .orElseThrow(Stopped::new);
        }
    }
}
