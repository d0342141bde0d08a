package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Tally;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.paper.PaperId;

/// Counts of other places, a row for each time one became different.
final class JdbcTallyStore implements TallyStore {
    private final Database database;

    JdbcTallyStore(Database database) {
        this.database = database;
    }

    @Override
    public int keep(Collection<Tally> tallies) {
        return database.write(session -> {
            session.alone(Session.Gate.TALLIES);
            int kept = 0;
            for (Tally tally : tallies) {
                kept += keep(session, tally);
            }
            return kept;
        });
    }

    private static int keep(Session session, Tally tally) throws SQLException {
        if (isLatest(session, tally)) {
            return 0;
        }
        int written =
                session.update(
                        """
                        insert into tally (paper, kind, origin, at, counted) values (?, ?, ?, ?, ?)
                        on conflict (paper, kind, origin, at) do update
                            set counted = excluded.counted
                            where tally.counted <> excluded.counted
                        """,
                        tally.paper().value(),
                        tally.kind(),
                        tally.origin(),
                        tally.at(),
                        tally.count());
        if (written > 0) {
            session.touch(Change.Kind.VOTE, tally.paper().value());
        }
        return written;
    }

    private static boolean isLatest(Session session, Tally tally) throws SQLException {
        return session.first(
                        """
                        select counted from tally where paper = ? and kind = ? and origin = ?
                        order by at desc limit 1
                        """,
                        row -> row.getLong(1),
                        tally.paper().value(),
                        tally.kind(),
                        tally.origin())
                .filter(latest -> latest == tally.count())
                .isPresent();
    }

    @Override
    public List<Tally> of(Collection<PaperId> papers, Instant asOf) {
        return database.read(session ->
                session.queryEach(
                        """
                        select * from tally where paper in (*) and at <= ? and not exists (
                            select 1 from tally as later
                            where later.paper = tally.paper and later.kind = tally.kind
                                and later.origin = tally.origin
                                and later.at > tally.at and later.at <= ?)
                        """,
                        papers.stream().map(PaperId::value).toList(),
                        JdbcTallyStore::tally,
                        asOf,
                        asOf));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                PaperId.of(row.getString("paper")),
                Tally.Kind.valueOf(row.getString("kind")),
                row.getString("origin"),
                row.getLong("counted"),
                Values.instant(row, "at"));
    }
}
