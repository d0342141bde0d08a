package org.broadsheet.harvest;

import java.util.List;
import java.util.Optional;

/// Keeps how harvests stand. Every backend passes `StorageContract`.
public interface HarvestStore {
    /// Of each harvest so many ended runs are kept.
    int MOST_ENDED = 30;

    Optional<Harvest> find(Harvest.Key key);

    /// Keeps how it stands, in place of what was kept before, in one step.
    void keep(Harvest harvest);

    /// All harvests, by their names.
    List<Harvest> all();

    /// Notes a run that ended; the same again changes nothing, and the oldest beyond [#MOST_ENDED]
    /// are forgotten.
    void note(Harvest.Ended run);

    /// The harvest's ended runs, the latest first, at most `limit`.
    List<Harvest.Ended> ended(Harvest.Key key, int limit);
}
