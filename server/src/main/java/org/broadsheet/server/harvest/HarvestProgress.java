package org.broadsheet.server.harvest;

import org.broadsheet.source.Kept;

/// Is told how far a harvest is, after each batch that was kept, in the thread that harvests.
@FunctionalInterface
public interface HarvestProgress {
    HarvestProgress NONE = _ -> {};

    /// May throw a RuntimeException to stop the harvest, which can go on later.
    void reached(State state);

    /// How far it is.
    ///
    /// @param records of this run so far
    /// @param total how many the listing under way has, 0 where the source does not say
    /// @param news what this batch brought
    record State(long records, long total, Kept news) {}
}
