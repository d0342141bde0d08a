package org.broadsheet.storage;

import org.broadsheet.edition.EditionFacts;
import org.broadsheet.house.HouseStore;
import org.broadsheet.job.JobQueue;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.search.SearchedFacts;
import org.broadsheet.source.HarvestStore;

/// All stores of one house, over one database: those that editions and searches are derived from,
/// and those of the house's own work. Safe for use from many threads; the caller that opened it
/// closes it. A backend that cannot do what it is asked throws [StorageException].
public interface Storage extends EditionFacts, SearchedFacts, AutoCloseable {
    AliasStore aliases();

    RejectStore rejects();

    JobQueue jobs();

    HouseStore house();

    HarvestStore harvests();

    /// Throws [StorageException] unless reading and writing are likely to succeed right now.
    void check();

    @Override
    void close();
}
