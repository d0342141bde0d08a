package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.broadsheet.paper.PaperId;

/// Which papers the store has.
final class Known {
    private Known() {}

    /// @param what what somebody tried to do with the paper, for the message
    /// @throws IllegalArgumentException when the store does not have it
    static void require(Session session, PaperId paper, String what) throws SQLException {
        if (session.first("select 1 from paper where id = ?", _ -> true, paper.value()).isEmpty()) {
            throw new IllegalArgumentException(
                    "no paper %s is known; only a known paper can be %s".formatted(paper, what));
        }
    }

    static Set<String> among(Session session, Collection<PaperId> papers) throws SQLException {
        return new HashSet<>(
                session.queryEach(
                        "select id from paper where id in (*)",
                        papers.stream().map(PaperId::value).toList(),
                        row -> row.getString(1)));
    }
}
