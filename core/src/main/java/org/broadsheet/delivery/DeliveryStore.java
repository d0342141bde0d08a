package org.broadsheet.delivery;

import java.time.Instant;
import java.util.List;

/// Hands out deliveries to be sent, each to one node at a time. What a node held when it died goes
/// back into the queue, unless it was in doubt: then it becomes unknown. Every backend passes
/// `StorageContract`.
public interface DeliveryStore {
    /// Takes deliveries that are due, in one step each: no two nodes get one. By kind, then those
    /// that are due longest. What a lease ran out on is taken back first.
    List<Claimed> claim(Claiming claiming, Instant now);

    /// Notes that the delivery is about to be handed over, just before the final dot.
    ///
    /// @param hash of the letter
    /// @return false if it must not be: its reader withdrew, or the hold was lost
    boolean doubt(Claimed claimed, String hash, Instant now);

    /// Notes what came of it; a stored letter that is not needed any more is forgotten. Does
    /// nothing where the hold was lost, unless it became unknown by that: then whatever was heard
    /// after all counts.
    void end(Claimed claimed, Outcome outcome, Instant now);

    /// Takes back all that the node holds, as after its death.
    void release(String node, Instant now);
}
