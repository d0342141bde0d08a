package org.broadsheet.delivery;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/// Stops all sending for a while where going on would only do harm: when no server takes mail, and
/// when so much is refused in a row that the fault is likely ours. Says so in the log. Safe for
/// many threads.
final class Breaker {
    /// Refusals in a row, of whatever domains, before sending stops.
    static final int REFUSALS = 25;

    private static final Duration AFTER_REFUSALS = Duration.ofMinutes(15);
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final System.Logger LOG = System.getLogger(Breaker.class.getName());

    private Instant openUntil = Instant.MIN;
    private int refusals;
    private int unreachables;
    private String reason = "";

    synchronized boolean isOpen(Instant now) {
        return openUntil.isAfter(now);
    }

    synchronized Instant openUntil() {
        return openUntil;
    }

    /// Why sending stopped last; empty while it goes on.
    synchronized String reason() {
        return reason;
    }

    synchronized void accepted() {
        refusals = 0;
        unreachables = 0;
        reason = "";
    }

    synchronized void refused(String why, Instant now) {
        if (++refusals >= REFUSALS) {
            refusals = 0;
            stop(
                    AFTER_REFUSALS,
                    "%d mails in a row were refused, the last with: %s".formatted(REFUSALS, why),
                    now);
        }
    }

    /// @return when to try again
    synchronized Instant unreachable(String why, Instant now) {
        // Of many connections that fail at once the first counts.
        if (!isOpen(now)) {
            Duration rest = FIRST_REST.multipliedBy(1L << Math.min(unreachables++, 10));
            stop(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST, why, now);
        }
        return openUntil;
    }

    private void stop(Duration rest, String why, Instant now) {
        openUntil = now.plus(rest);
        reason = why;
        LOG.log(Level.WARNING, "no mail is sent for {0}: {1}", rest, why);
    }
}
