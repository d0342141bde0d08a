package org.broadsheet.server.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.broadsheet.discussion.CommentStore;
import org.broadsheet.discussion.Comments;
import org.broadsheet.reader.ReaderId;

/// Comments: emptied with their histories when their reader leaves; their places in the threads
/// stay.
public final class TheirComments implements Theirs {
    private final CommentStore store;
    private final Comments comments;
    private final InstantSource clock;

    public TheirComments(CommentStore store, Comments comments, InstantSource clock) {
        this.store = store;
        this.comments = comments;
        this.clock = clock;
    }

    record Line(String id, String paper, Instant written, String text) {}

    @Override
    public String what() {
        return "comments";
    }

    @Override
    public List<Line> of(ReaderId reader) {
        return comments.by(reader).stream()
                .map(comment ->
                        new Line(
                                comment.id().toString(),
                                comment.paper().value(),
                                comment.written(),
                                comment.text()))
                .toList();
    }

    @Override
    public void leaves(ReaderId reader) {
        store.removeAll(reader, clock.instant());
    }
}
