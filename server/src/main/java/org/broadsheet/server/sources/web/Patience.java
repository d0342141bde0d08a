package org.broadsheet.server.sources.web;

import java.time.Duration;

/// How long the client waits for servers, and how much of them it takes.
///
/// @param attempts how often one address is asked before giving up
/// @param firstWait before the second attempt; doubled before each further one
/// @param longestWait before any attempt; a server that wishes for more (`Retry-After`) is left
///   alone, and the harvest comes back another time
/// @param answer how long one answer may take, its body included
/// @param mostBytes of one answer, unpacked
public record Patience(
        int attempts, Duration firstWait, Duration longestWait, Duration answer, int mostBytes) {
    public static final Patience DEFAULT =
            new Patience(
                    5,
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(5),
                    64 << 20);

    public Patience {
        if (attempts < 1 || mostBytes < 1) {
            throw new IllegalArgumentException(
                    "at least one attempt and one byte are needed, got %d and %d"
                            .formatted(attempts, mostBytes));
        }
    }

    Duration wait(int failures) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
