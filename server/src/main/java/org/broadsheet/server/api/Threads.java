package org.broadsheet.server.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.Talk;
import org.broadsheet.discussion.Talk.Turn;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.api.CommentObject.DataObject;
import org.broadsheet.server.api.CommentObject.LatestObject;
import org.broadsheet.server.api.CommentObject.OursObject;
import org.broadsheet.server.api.PaperObject.UserObject;
import org.broadsheet.server.text.CommentText;
import org.broadsheet.storage.Storage;
import org.jspecify.annotations.Nullable;

/// Turns what was said about a paper into the API's objects, in the order of the page. What is
/// hidden or removed keeps its place without its text, whoever asks.
public final class Threads {
    private final Storage storage;

    public Threads(Storage storage) {
        this.storage = storage;
    }

    List<CommentObject> of(PaperId paper, Instant now) {
        List<Comment> comments = storage.comments().of(paper);
        Map<CommentId, CommentText> texts = new HashMap<>();
        Set<String> mentions = new HashSet<>();
        comments.stream()
                .filter(Comment::isShown)
                .forEach(comment -> {
                    CommentText text = CommentText.of(comment.text());
                    texts.put(comment.id(), text);
                    mentions.addAll(text.mentions());
                });
        Set<String> named =
                mentions.isEmpty() ? Set.of() : storage.readers().named(mentions).keySet();
        Map<ReaderId, Reader> authors =
                storage.readers().of(comments.stream().map(Comment::author).distinct().toList());
        return Talk.of(
                        comments,
                        storage.commentVotes().of(comments.stream().map(Comment::id).toList()),
                        now)
                .stream()
                .map(turn ->
                        comment(
                                turn,
                                authors.get(turn.comment().author()),
                                texts.get(turn.comment().id()),
                                named))
                .toList();
    }

    private static CommentObject comment(
            Turn turn, @Nullable Reader author, @Nullable CommentText text, Set<String> named) {
        Comment comment = turn.comment();
        CommentId parent = comment.parent();
        Comment.Hiding hidden = comment.hidden();
        return new CommentObject(
                comment.id().value(),
                UserObject.named(
                        author == null ? nobody(comment.author()) : author.name(),
                        author == null ? nobody(comment.author()) : author.shown()),
                comment.written().toString(),
                "comment",
                new DataObject(
                        comment.edited() != null, hidden != null, latest(comment, text, named)),
                new OursObject(
                        parent == null ? null : parent.value(),
                        turn.depth(),
                        turn.helpful().up(),
                        turn.helpful().down(),
                        comment.removed() != null,
                        hidden == null ? null : hidden.reason(),
                        "/papers/%s/comments/%s".formatted(comment.paper(), comment.id())));
    }

    private static String nobody(ReaderId id) {
        return id.equals(ReaderId.LOCAL) ? "the reader of this house" : "a former reader";
    }

    private static @Nullable LatestObject latest(
            Comment comment, @Nullable CommentText text, Set<String> named) {
        Instant edited = comment.edited();
        return text == null
                ? null
                : new LatestObject(
                        comment.text(),
                        text.html(named::contains).html(),
                        (edited == null ? comment.written() : edited).toString());
    }
}
