package org.broadsheet.delivery;

import java.time.Duration;
import java.util.Set;

/// Who wants to send how much.
///
/// @param node its name, the same after a restart
/// @param resting domains that are not to be written to now
public record Claiming(String node, int limit, Set<String> resting, Duration lease) {
    public Claiming {
        resting = Set.copyOf(resting);
    }
}
