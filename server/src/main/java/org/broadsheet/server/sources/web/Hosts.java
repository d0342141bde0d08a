package org.broadsheet.server.sources.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Whose turn it is with each host: one request at a time, and a pause after each.
final class Hosts {
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Waiting waiting;

    Hosts(InstantSource clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    /// The host, to be closed after the request.
    ///
    /// @param pause the least time since the last request to it ended
    Turn await(URI address, Duration pause) throws InterruptedException {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        Gate gate = gates.computeIfAbsent(host, _ -> new Gate());
        gate.free.acquire();
        Turn turn = new Turn(gate);
        try {
            Duration left = gate.left(pause, clock.instant());
            if (left.isPositive()) {
                waiting.await(left);
            }
            return turn;
        } catch (InterruptedException | RuntimeException e) {
            gate.free.release();
            throw e;
        }
    }

    final class Turn implements AutoCloseable {
        private final Gate gate;

        Turn(Gate gate) {
            this.gate = gate;
        }

        @Override
        public void close() {
            gate.last = clock.instant();
            gate.free.release();
        }
    }

    private static final class Gate {
        private final Semaphore free = new Semaphore(1, true);
        private volatile Instant last = Instant.MIN;

        /// A clock that was set back makes nobody wait longer than the pause.
        Duration left(Duration pause, Instant now) {
            if (last.equals(Instant.MIN) || now.isBefore(last)) {
                return last.equals(Instant.MIN) ? Duration.ZERO : pause;
            }
            return pause.minus(Duration.between(last, now));
        }
    }
}
