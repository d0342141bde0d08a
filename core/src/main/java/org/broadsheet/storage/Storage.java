package org.broadsheet.storage;

import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.job.JobQueue;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.run.RunStore;
import org.broadsheet.search.VectorStore;
import org.broadsheet.vote.VoteStore;

/// All stores of one house, over one database. Safe for use from many threads; the caller that
/// opened it closes it. A backend that cannot do what it is asked throws [StorageException].
public interface Storage extends AutoCloseable {
    PaperStore papers();

    EditionStore editions();

    TallyStore tallies();

    VoteStore votes();

    VectorStore vectors();

    RejectStore rejects();

    JobQueue jobs();

    RunStore runs();

    ChangeLog changes();

    /// Throws [StorageException] unless reading and writing are likely to succeed right now.
    void check();

    @Override
    void close();
}
