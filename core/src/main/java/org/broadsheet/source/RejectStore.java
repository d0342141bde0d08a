package org.broadsheet.source;

import java.util.Collection;
import java.util.List;

/// Keeps records that were set aside. Every backend passes `StorageContract`.
public interface RejectStore {
    /// Keeps them, in one step; one with the same source, place and raw text replaces the older.
    void keep(Collection<Reject> rejects);

    /// Forgets them, in one step: they were read after all, or somebody saw to them. One that is
    /// not kept changes nothing.
    void remove(Collection<Reject> rejects);

    /// The latest first, at most `limit`.
    List<Reject> latest(int limit);

    long count();
}
