package org.broadsheet.storage.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.Comments;
import org.broadsheet.discussion.Wording;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;

/// Reads comments.
final class JdbcComments implements Comments {
    /// Sorts after every id.
    private static final String LAST = "~";

    private final Database database;

    JdbcComments(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Comment> find(CommentId id) {
        return database.read(session ->
                session.first(
                        CommentRow.SELECT + "where comment.id = ?", CommentRow::read, id.value()));
    }

    @Override
    public List<Comment> of(PaperId paper) {
        return database.read(session ->
                session.query(
                        CommentRow.SELECT + "where comment.paper = ? order by comment.id",
                        CommentRow::read,
                        paper.value()));
    }

    @Override
    public List<Comment> latest(Optional<CommentId> before, int limit) {
        return database.read(session ->
                session.query(
                        CommentRow.SELECT
                                + """
                                where comment.id < ? and comment.removed is null and h.reason is null
                                order by comment.id desc limit ?
                                """,
                        CommentRow::read,
                        before.map(CommentId::value).orElse(LAST),
                        limit));
    }

    @Override
    public List<Comment> by(ReaderId author) {
        return database.read(session ->
                session.query(
                        CommentRow.SELECT + "where comment.author = ? order by comment.id desc",
                        CommentRow::read,
                        author.value()));
    }

    @Override
    public List<Wording> history(CommentId id) {
        return database.read(session ->
                session.query(
                        """
                        select since, body from (
                            select place, since, body from comment_edit where comment = ?
                            union all
                            select 1000000000, coalesce(removed, edited, written), body
                            from comment where id = ?
                        ) as wording order by place
                        """,
                        row -> new Wording(Values.instant(row, "since"), row.getString("body")),
                        id.value(),
                        id.value()));
    }

    @Override
    public Map<PaperId, Long> count(Collection<PaperId> papers, Instant asOf) {
        Map<PaperId, Long> counts = new HashMap<>();
        database.read(session ->
                        session.queryEach(
                                """
                                select paper, count(id) from comment
                                where paper in (*) and written <= ?
                                    and (removed is null or removed > ?)
                                    and not exists (
                                        select 1 from comment_hiding as h
                                        where h.comment = comment.id and h.hidden_at <= ?
                                            and (h.shown_at is null or h.shown_at > ?))
                                group by paper
                                """,
                                papers.stream().map(PaperId::value).distinct().toList(),
                                row -> Map.entry(PaperId.of(row.getString(1)), row.getLong(2)),
                                asOf,
                                asOf,
                                asOf,
                                asOf))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }
}
