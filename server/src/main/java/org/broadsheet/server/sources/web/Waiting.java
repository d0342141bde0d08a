package org.broadsheet.server.sources.web;

import java.time.Duration;

/// How the house waits; tests do not.
@FunctionalInterface
public interface Waiting {
    /// Waits in earnest.
    Waiting SLEEPING = Thread::sleep;

    void await(Duration time) throws InterruptedException;
}
