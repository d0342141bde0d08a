package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// Votes, a row for each time one was cast; a unique index lets only one of a reader count.
final class JdbcVoteStore implements VoteStore {
    private static final Comparator<Vote> BY_TIME =
            Comparator.comparing(Vote::castAt)
                    .thenComparing(Vote::paper)
                    .thenComparing(vote -> vote.reader().value());

    private final Database database;

    JdbcVoteStore(Database database) {
        this.database = database;
    }

    @Override
    public void cast(ReaderId reader, PaperId paper, Instant at) {
        database.write(session -> {
            Known.require(session, paper, "voted for");
            int written =
                    session.update(
                            """
                            insert into vote (reader, paper, cast_at, counts_from)
                            values (?, ?, ?, coalesce(%s, ?))
                            on conflict (reader, paper) where withdrawn_at is null
                            do nothing
                            """
                                    .formatted(JdbcReaderStore.COUNTS_FROM),
                            reader.value(),
                            paper.value(),
                            at,
                            at,
                            at,
                            reader.value(),
                            at);
            return touch(session, paper, written);
        });
    }

    @Override
    public void withdraw(ReaderId reader, PaperId paper, Instant at) {
        database.write(session -> {
            int written =
                    session.update(
                            """
                            update vote set withdrawn_at = ?
                            where reader = ? and paper = ? and withdrawn_at is null
                            """,
                            at,
                            reader.value(),
                            paper.value());
            return touch(session, paper, written);
        });
    }

    private static int touch(Session session, PaperId paper, int written) {
        if (written > 0) {
            session.touch(Change.Kind.VOTE, paper.value());
        }
        return written;
    }

    @Override
    public List<Vote> of(Collection<PaperId> papers) {
        return database
                .read(session ->
                        session.queryEach(
                                "select * from vote where paper in (*)",
                                papers.stream().map(PaperId::value).toList(),
                                JdbcVoteStore::vote))
                .stream()
                .sorted(BY_TIME)
                .toList();
    }

    @Override
    public List<Vote> by(ReaderId reader) {
        return database
                .read(session ->
                        session.query(
                                "select * from vote where reader = ?",
                                JdbcVoteStore::vote,
                                reader.value()))
                .stream()
                .sorted(BY_TIME)
                .toList();
    }

    @Override
    public int remove(ReaderId reader) {
        return database.write(session -> {
            List<String> papers =
                    session.query(
                            "delete from vote where reader = ? returning paper",
                            row -> row.getString("paper"),
                            reader.value());
            papers.forEach(paper -> session.touch(Change.Kind.VOTE, paper));
            return papers.size();
        });
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                new ReaderId(row.getString("reader")),
                PaperId.of(row.getString("paper")),
                Values.instant(row, "cast_at"),
                Values.instant(row, "counts_from"),
                Values.instantOrNull(row, "withdrawn_at"));
    }

    @Override
    public List<PaperId> votedSince(Instant moment) {
        return database.read(session ->
                session.query(
                        "select distinct paper from vote where cast_at >= ?",
                        row -> PaperId.of(row.getString(1)),
                        moment));
    }

    @Override
    public Optional<Instant> nextToCount(Instant after) {
        return database.read(session ->
                session.first(
                        """
                        select counts_from from vote
                        where counts_from > cast_at and withdrawn_at is null and counts_from > ?
                        order by counts_from limit 1
                        """,
                        row -> Values.instant(row, "counts_from"),
                        after));
    }
}
