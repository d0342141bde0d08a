package org.broadsheet.lab.work;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.job.Job;
import org.broadsheet.job.Lease;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.process.RunProcess;
import org.broadsheet.lab.process.RunProcess.Ending;
import org.broadsheet.lab.report.Provenance;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.lab.report.Report;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore.Outcome;

/// The worker that takes runs from the queue, one at a time, and sees each to its end: a report, a
/// reason, or a cancellation. A run whose worker died is claimable when the lease ends, and starts
/// again from the beginning.
///
/// One thread, which waits until it is woken and looks by itself every second, for other nodes ask
/// without waking it. Whoever made it closes it, before the stores; a run under way then waits
/// again.
public final class RunWorker implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TELLINGS = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(RunWorker.class.getName());

    private final Laboratory lab;
    private final String name;
    private final Runnable begun;
    private final Runnable ended;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /// @param name this worker's, the same after a restart
    /// @param begun called once on the worker's thread, before it works
    /// @param ended called there each time a run came to its end
    public RunWorker(Laboratory lab, String name, Runnable begun, Runnable ended) {
        this.lab = lab;
        this.name = name;
        this.begun = begun;
        this.ended = ended;
        thread = Thread.ofPlatform().name("runs").daemon().unstarted(this::work);
        lab.onWork(bell::release);
    }

    /// Starts to work, and takes back what an earlier life of this worker left behind.
    public void start() {
        thread.start();
    }

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
        begin();
        while (!closed) {
            try {
                Optional<Lease> lease =
                        lab.jobs().claim(Set.of(Laboratory.JOB), name, LEASE, now());
                if (lease.isPresent()) {
                    work(lease.get());
                } else if (bell.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "runs wait: the store fails: " + e);
                pause();
            }
        }
        release();
    }

    private void begin() {
        try {
            begun.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the lab begins without what it should have: " + e);
        }
    }

    private void pause() {
        try {
            bell.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private void work(Lease lease) throws InterruptedException {
        RunId id = new RunId(lease.subject());
        Optional<Run> run = lab.find(id).filter(_ -> lab.runs().begin(id, now()));
        if (run.isPresent() && !see(run.get(), lease)) {
            return;
        }
        lab.jobs().finish(lease, now());
        ended.run();
    }

    /// Sees the run to its end.
    ///
    /// @return false when this worker lost it or is closed
    private boolean see(Run run, Lease lease) throws InterruptedException {
        Setting setting = lab.setting(run);
        Optional<Descriptor> descriptor = lab.catalogue().of(run.paper());
        if (descriptor.isEmpty()) {
            fail(run, "there is no reproduction of " + run.paper() + " here");
            return true;
        }
        if (!lab.name(descriptor.get(), setting).equals(run.id())) {
            fail(run, "it was asked for with another version of its reproduction; ask again");
            return true;
        }
        Instant started = now();
        try (RunProcess process = lab.catalogue().program().start(run.paper(), setting)) {
            Optional<Ending> ending = watch(run, process, lease);
            ending.ifPresent(how -> {
                switch (how) {
                    case Ending.Complete _ -> keep(descriptor.get(), setting, process, started);
                    case Ending.Failed(String reason) -> failed(run, process, reason);
                }
            });
            return ending.isPresent()
                    || lab.find(run.id()).map(Run::state).stream().anyMatch(Run.State::isEnd);
        } catch (IOException e) {
            fail(run, "its process cannot be started: " + e.getMessage());
            return true;
        }
    }

    /// Tells how the run stands until it ends.
    ///
    /// @return empty when it was cancelled, or lost with its lease, or this worker is closed first
    private Optional<Ending> watch(Run run, RunProcess process, Lease lease)
            throws InterruptedException {
        Lease held = lease;
        while (!closed) {
            Optional<Ending> ending = process.await(BETWEEN_TELLINGS);
            if (ending.isPresent()) {
                return ending;
            }
            Live live = Live.of(process.recording(), process.seconds());
            if (!lab.runs().tell(run.id(), live.text())) {
                return Optional.empty();
            }
            Optional<Lease> renewed =
                    lab.jobs()
                            .renew(held, new Job.Progress(live.done(), live.total()), LEASE, now());
            if (renewed.isEmpty()) {
                return Optional.empty();
            }
            held = renewed.get();
        }
        // Told to close just as the run came to its end: its report is kept all the same.
        return process.await(Duration.ZERO);
    }

    private void keep(Descriptor descriptor, Setting setting, RunProcess process, Instant started) {
        Recording recording = process.recording();
        RunId id = lab.name(descriptor, setting);
        Report report =
                new Report(
                        id,
                        descriptor.paper(),
                        descriptor.about(),
                        descriptor.parameters(),
                        setting,
                        recording.judge(descriptor.claims()),
                        recording.metrics(),
                        recording.exhibits(),
                        recording.files().keySet().stream().toList(),
                        recording.lines(),
                        provenance(started, process.seconds()));
        try {
            lab.keep(report, recording.files());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the report of run " + id + " cannot be kept: " + e);
            lab.runs()
                    .end(
                            id,
                            new Outcome.Failed("its report cannot be kept: " + e.getMessage()),
                            now());
        }
    }

    private Provenance provenance(Instant started, double seconds) {
        return new Provenance(
                Machine.processor() + ", " + System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                lab.catalogue().kernel(),
                lab.catalogue().fingerprint(),
                started,
                Math.round(seconds * 100) / 100.0);
    }

    /// The last words of the log go with the reason: they are all that is left of the run.
    private void failed(Run run, RunProcess process, String reason) {
        lab.runs().tell(run.id(), Live.of(process.recording(), process.seconds()).text());
        fail(run, reason);
    }

    private void fail(Run run, String reason) {
        lab.runs().end(run.id(), new Outcome.Failed(reason), now());
    }

    private Instant now() {
        return lab.clock().instant();
    }

    private void release() {
        try {
            lab.jobs().release(name, now());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "runs stay claimed until their leases end: " + e);
        }
    }
}
