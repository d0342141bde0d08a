package org.broadsheet.server.house;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks now and then whether the index lacks something of the store. Writers bring it up
/// themselves; this finds what they could not, as on a disk that was full. Whoever made it closes
/// it, before the index and the store.
final class Following implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Following.class.getName());

    private final Runnable catchUp;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("following").daemon().factory());
    private boolean failed;

    /// @param catchUp brings the index up to the store; cheap when it lacks nothing
    Following(Runnable catchUp, Duration every) {
        this.catchUp = catchUp;
        thread.scheduleWithFixedDelay(
                this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            catchUp.run();
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.log(Level.WARNING, "the index cannot be brought up yet, tried again: " + e);
            }
            failed = true;
        }
    }

    /// Returns when the look in hand is over.
    @Override
    public void close() {
        thread.close();
    }
}
