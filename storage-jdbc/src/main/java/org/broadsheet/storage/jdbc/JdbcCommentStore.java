package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentStore;
import org.broadsheet.notice.Notice;
import org.broadsheet.reader.ReaderId;

/// Comments, a row each; older wordings and times of hiding beside them.
final class JdbcCommentStore implements CommentStore {
    private final Database database;

    JdbcCommentStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Comment comment, Collection<Notice> notices) {
        return database.write(session -> {
            Known.require(session, comment.paper(), "commented on");
            requireParent(session, comment);
            CommentId parent = comment.parent();
            int written =
                    session.update(
                            """
                            insert into comment (id, paper, parent, author, written, body)
                            values (?, ?, %s, ?, ?, ?) on conflict (id) do nothing
                            """
                                    // A missing value would be bound as a number.
                                    .formatted(parent == null ? "nullif(?, '')" : "?"),
                            comment.id().value(),
                            comment.paper().value(),
                            parent == null ? "" : parent.value(),
                            comment.author().value(),
                            comment.written(),
                            comment.text());
            return done(session, written, comment.paper().value(), notices);
        });
    }

    private static void requireParent(Session session, Comment comment) throws SQLException {
        CommentId parent = comment.parent();
        if (parent != null
                && session.first(
                                "select 1 from comment where id = ? and paper = ?",
                                _ -> true,
                                parent.value(),
                                comment.paper().value())
                        .isEmpty()) {
            throw new IllegalArgumentException(
                    "no comment %s on paper %s is known; only such a one can be answered"
                            .formatted(parent, comment.paper()));
        }
    }

    private static boolean done(
            Session session, int written, String paper, Collection<Notice> notices)
            throws SQLException {
        if (written == 0) {
            return false;
        }
        session.touch(Change.Kind.COMMENT, paper);
        JdbcNoticeStore.add(session, notices);
        return true;
    }

    @Override
    public boolean edit(CommentId id, String text, Instant at, Collection<Notice> notices) {
        return database.write(session -> {
            Optional<Comment> before = alone(session, id).filter(Comment::isShown);
            if (before.isEmpty()) {
                return false;
            }
            Comment after = before.get().edited(text, at);
            if (after.text().equals(before.get().text())) {
                return false;
            }
            session.update(
                    """
                    insert into comment_edit (comment, place, since, body)
                    select id, (select count(*) from comment_edit where comment = id),
                        coalesce(edited, written), body
                    from comment where id = ?
                    """,
                    id.value());
            int written =
                    session.update(
                            "update comment set body = ?, edited = ? where id = ?",
                            after.text(),
                            at,
                            id.value());
            return done(session, written, after.paper().value(), notices);
        });
    }

    /// The comment, which nobody else changes until this transaction ends.
    private static Optional<Comment> alone(Session session, CommentId id) throws SQLException {
        session.alone(Session.Gate.COMMENTS);
        return session.first(
                CommentRow.SELECT + "where comment.id = ?", CommentRow::read, id.value());
    }

    @Override
    public boolean remove(CommentId id, Instant at) {
        return database.write(session -> {
            Optional<Comment> before =
                    alone(session, id).filter(comment -> comment.removed() == null);
            if (before.isEmpty()) {
                return false;
            }
            return empty(session, before.get(), at);
        });
    }

    private static boolean empty(Session session, Comment comment, Instant at) throws SQLException {
        session.update("delete from comment_edit where comment = ?", comment.id().value());
        int written =
                session.update(
                        "update comment set body = '', removed = ? where id = ?",
                        at,
                        comment.id().value());
        return done(session, written, comment.paper().value(), List.of());
    }

    @Override
    public boolean hide(CommentId id, Comment.Hiding hiding, Collection<Notice> notices) {
        return database.write(session -> {
            Optional<Comment> before =
                    alone(session, id).filter(comment -> comment.hidden() == null);
            if (before.isEmpty()) {
                return false;
            }
            int written =
                    session.update(
                            """
                            insert into comment_hiding (comment, hidden_at, reason, by_whom)
                            values (?, ?, ?, ?)
                            """,
                            id.value(),
                            hiding.at(),
                            hiding.reason(),
                            hiding.by().value());
            return done(session, written, before.get().paper().value(), notices);
        });
    }

    @Override
    public boolean show(CommentId id, Instant at, Collection<Notice> notices) {
        return database.write(session -> {
            Optional<Comment> before =
                    alone(session, id).filter(comment -> comment.hidden() != null);
            if (before.isEmpty()) {
                return false;
            }
            int written =
                    session.update(
                            """
                            update comment_hiding set shown_at = ?
                            where comment = ? and shown_at is null
                            """,
                            at,
                            id.value());
            return done(session, written, before.get().paper().value(), notices);
        });
    }

    @Override
    public int removeAll(ReaderId author, Instant at) {
        return database.write(session -> {
            session.alone(Session.Gate.COMMENTS);
            List<Comment> theirs =
                    session.query(
                            CommentRow.SELECT
                                    + "where comment.author = ? and comment.removed is null"
                                    + " order by comment.id",
                            CommentRow::read,
                            author.value());
            for (Comment comment : theirs) {
                empty(session, comment, at);
            }
            return theirs.size();
        });
    }
}
