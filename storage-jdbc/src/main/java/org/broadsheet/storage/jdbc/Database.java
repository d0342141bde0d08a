package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.broadsheet.change.Change;

/// One of the engines: runs work in transactions, each on the threads that suit it.
///
/// Work may run more than once before its outcome is known, so it changes nothing but the database.
/// Its `SQLException`s become [org.broadsheet.storage.StorageException]s; what else it throws comes
/// back as it is, with nothing kept.
interface Database extends AutoCloseable {
    <T> T read(Work<T> work);

    /// Returns once the work is committed.
    <T> T write(Work<T> work);

    /// The number of the latest committed change of these kinds, 0 if there is none.
    long latest(Set<Change.Kind> kinds);

    void check();

    @Override
    void close();

    interface Work<T> {
        T in(Session session) throws SQLException;
    }
}
