package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// How a comment stands in its table, with the hiding that holds beside it.
final class CommentRow {
    /// To be followed by the conditions.
    static final String SELECT =
            """
            select comment.*, h.reason, h.by_whom, h.hidden_at
            from comment left join comment_hiding as h
                on h.comment = comment.id and h.shown_at is null
            """;

    private CommentRow() {}

    static Comment read(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        return new Comment(
                new CommentId(row.getString("id")),
                PaperId.of(row.getString("paper")),
                parent == null ? null : new CommentId(parent),
                new ReaderId(row.getString("author")),
                Values.instant(row, "written"),
                row.getString("body"),
                Values.instantOrNull(row, "edited"),
                hiding(row),
                Values.instantOrNull(row, "removed"));
    }

    private static Comment.@Nullable Hiding hiding(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? null
                : new Comment.Hiding(
                        reason,
                        new ReaderId(row.getString("by_whom")),
                        Values.instant(row, "hidden_at"));
    }
}
