package org.broadsheet.server.sources.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How the house waits; tests do not.
@FunctionalInterface
public interface Waiting {
    /// Waits in earnest.
    Waiting SLEEPING = Thread::sleep;

    /// Waits in earnest, but no longer than until the house closes.
    static Waiting until(CountDownLatch closing) {
        return time -> {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("the house closes");
            }
        };
    }

    /// @throws InterruptedException when there is nothing to wait for any more
    void await(Duration time) throws InterruptedException;
}
