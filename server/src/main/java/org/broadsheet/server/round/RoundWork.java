package org.broadsheet.server.round;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.broadsheet.round.Rounds;

/// Makes the digests that are due, every minute. Nodes may do so side by side.
public final class RoundWork implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RoundWork.class.getName());

    private final Rounds rounds;
    private final Runnable queued;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("round").daemon().factory());

    /// @param queued called after digests were queued
    public RoundWork(Rounds rounds, Runnable queued) {
        this.queued = queued;
        this.rounds = rounds;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::once, 1, 60, TimeUnit.SECONDS);
    }

    /// Does it now; what fails is written to the log and done the next time.
    public void once() {
        try {
            int made = rounds.make();
            if (made > 0) {
                LOG.log(Level.INFO, "{0} digests are on their way", made);
                queued.run();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "digests could not be made", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
