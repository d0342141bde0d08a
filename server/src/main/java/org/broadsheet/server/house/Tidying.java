package org.broadsheet.server.house;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.broadsheet.storage.Storage;

/// Forgets by the hour what is not to be kept: limits that are whole again, wishes for digests that
/// nobody confirmed and subscriptions that ended, deliveries that ended
/// long ago, and the addresses in the log that are older than [#ADDRESSES_KEPT].
public final class Tidying implements AutoCloseable {
    public static final Duration ADDRESSES_KEPT = Duration.ofDays(30);

    /// How long deliveries that ended are kept.
    public static final Duration DELIVERIES_KEPT = Duration.ofDays(30);

    private static final System.Logger LOG = System.getLogger(Tidying.class.getName());

    private final Storage storage;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("tidying").daemon().factory());

    public Tidying(Storage storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::once, 1, 60, TimeUnit.MINUTES);
    }

    /// Does it now; what fails is written to the log and done the next time.
    public void once() {
        try {
            storage.limits().forget(clock.instant());
            storage.tickets().forget(clock.instant());
            storage.subscriptions().forgetOld(clock.instant().minus(ADDRESSES_KEPT));
            storage.sessions().forget(clock.instant());
            storage.ledger().forget(clock.instant().minus(DELIVERIES_KEPT));
            storage.audit().forgetAddresses(clock.instant().minus(ADDRESSES_KEPT));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not tidy up", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
