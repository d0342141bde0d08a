package org.broadsheet.server.web;

import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.Comments;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Moderated;
import org.broadsheet.moderation.Subject;

/// Comments, as moderators see them.
public final class ModeratedComments implements Moderated {
    private final Comments comments;
    private final Discussing discussing;
    private final Function<Comment, String> address;

    /// @param address where a comment stands in this house
    public ModeratedComments(
            Comments comments, Discussing discussing, Function<Comment, String> address) {
        this.comments = comments;
        this.discussing = discussing;
        this.address = address;
    }

    @Override
    public String kind() {
        return "comment";
    }

    @Override
    public Optional<Look> look(Subject subject) {
        return find(subject).map(comment -> new Look(comment.text(), address.apply(comment)));
    }

    @Override
    public boolean hide(Subject subject, Decision decision) {
        Optional<Comment> comment = find(subject);
        comment.filter(one -> one.hidden() == null)
                .ifPresent(one -> discussing.hide(one, decision.reason(), decision.by()));
        return comment.isPresent();
    }

    private Optional<Comment> find(Subject subject) {
        return CommentId.isOne(subject.id())
                ? comments.find(new CommentId(subject.id()))
                : Optional.empty();
    }
}
