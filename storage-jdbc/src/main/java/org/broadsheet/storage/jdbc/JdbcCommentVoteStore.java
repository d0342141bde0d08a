package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.reader.ReaderId;

/// Votes on comments, a row for each time one was cast; a unique index lets only one of a reader
/// count.
final class JdbcCommentVoteStore implements CommentVoteStore {
    private static final Comparator<CommentVote> BY_TIME =
            Comparator.comparing(CommentVote::castAt)
                    .thenComparing(CommentVote::comment)
                    .thenComparing(vote -> vote.reader().value())
                    .thenComparing(CommentVote::judgement);

    private final Database database;

    JdbcCommentVoteStore(Database database) {
        this.database = database;
    }

    @Override
    public void cast(ReaderId reader, CommentId comment, Judgement judgement, Instant at) {
        database.write(session -> {
            require(session, reader, comment);
            session.update(
                    """
                    update comment_vote set withdrawn_at = ?
                    where reader = ? and comment = ? and withdrawn_at is null and judgement <> ?
                    """,
                    at,
                    reader.value(),
                    comment.value(),
                    judgement);
            int written =
                    session.update(
                            """
                            insert into comment_vote (reader, comment, judgement, cast_at, counts_from)
                            values (?, ?, ?, ?, coalesce(%s, ?))
                            on conflict (reader, comment) where withdrawn_at is null do nothing
                            """
                                    .formatted(JdbcReaderStore.COUNTS_FROM),
                            reader.value(),
                            comment.value(),
                            judgement,
                            at,
                            at,
                            at,
                            reader.value(),
                            at);
            return written > 0 && touch(session, comment);
        });
    }

    private static void require(Session session, ReaderId reader, CommentId comment)
            throws SQLException {
        String author =
                session.first(
                                "select author from comment where id = ?",
                                row -> row.getString(1),
                                comment.value())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no comment %s is known; only a known one can be judged"
                                                .formatted(comment)));
        if (author.equals(reader.value())) {
            throw new IllegalArgumentException(
                    "comment %s is the reader's own; readers judge those of others"
                            .formatted(comment));
        }
    }

    private static boolean touch(Session session, CommentId comment) throws SQLException {
        session.first(
                        "select paper from comment where id = ?",
                        row -> row.getString(1),
                        comment.value())
                .ifPresent(paper -> session.touch(Change.Kind.COMMENT, paper));
        return true;
    }

    @Override
    public void withdraw(ReaderId reader, CommentId comment, Instant at) {
        database.write(session -> {
            int written =
                    session.update(
                            """
                            update comment_vote set withdrawn_at = ?
                            where reader = ? and comment = ? and withdrawn_at is null
                            """,
                            at,
                            reader.value(),
                            comment.value());
            return written > 0 && touch(session, comment);
        });
    }

    @Override
    public List<CommentVote> of(Collection<CommentId> comments) {
        return database
                .read(session ->
                        session.queryEach(
                                "select * from comment_vote where comment in (*)",
                                comments.stream().map(CommentId::value).distinct().toList(),
                                JdbcCommentVoteStore::vote))
                .stream()
                .sorted(BY_TIME)
                .toList();
    }

    @Override
    public List<CommentVote> by(ReaderId reader) {
        return database
                .read(session ->
                        session.query(
                                "select * from comment_vote where reader = ?",
                                JdbcCommentVoteStore::vote,
                                reader.value()))
                .stream()
                .sorted(BY_TIME)
                .toList();
    }

    private static CommentVote vote(ResultSet row) throws SQLException {
        return new CommentVote(
                new ReaderId(row.getString("reader")),
                new CommentId(row.getString("comment")),
                Judgement.valueOf(row.getString("judgement")),
                Values.instant(row, "cast_at"),
                Values.instant(row, "counts_from"),
                Values.instantOrNull(row, "withdrawn_at"));
    }

    @Override
    public Optional<Instant> nextToCount(Instant after) {
        return database.read(session ->
                session.first(
                        """
                        select counts_from from comment_vote
                        where counts_from > cast_at and withdrawn_at is null and counts_from > ?
                        order by counts_from limit 1
                        """,
                        row -> Values.instant(row, "counts_from"),
                        after));
    }

    @Override
    public void forget(ReaderId reader) {
        database.write(session -> {
            session.query(
                            """
                            select distinct comment.paper from comment_vote
                            join comment on comment.id = comment_vote.comment
                            where comment_vote.reader = ?
                            """,
                            row -> row.getString(1),
                            reader.value())
                    .forEach(paper -> session.touch(Change.Kind.COMMENT, paper));
            return session.update("delete from comment_vote where reader = ?", reader.value());
        });
    }
}
