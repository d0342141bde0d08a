package org.broadsheet.storage;

import org.broadsheet.edition.EditionFacts;
import org.broadsheet.enrichment.EnrichmentStore;
import org.broadsheet.job.JobQueue;
import org.broadsheet.search.SearchedFacts;

/// All stores of one house, over one database: those that editions and searches are derived from,
/// and those of the house's own work. Safe for use from many threads; the caller that opened it
/// closes it. A backend that cannot do what it is asked throws [StorageException].
public interface Storage extends EditionFacts, SearchedFacts, AutoCloseable {
    RejectStore rejects();

    EnrichmentStore enrichments();

    JobQueue jobs();

    /// Throws [StorageException] unless reading and writing are likely to succeed right now.
    void check();

    @Override
    void close();
}
