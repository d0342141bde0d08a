package org.broadsheet.discussion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.notice.Wishes.Way;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;

/// What readers and curators do in a discussion, and whom it is told to. Nobody is told of what
/// they did themselves, and nobody twice of one comment.
public final class Discussing {
    /// A comment sent again within this time is the one that is there: a form was sent twice.
    private static final Duration TWICE = Duration.ofMinutes(10);

    private final CommentStore store;
    private final Comments comments;
    private final NoticeStore notices;
    private final Clock clock;
    private final RandomGenerator random;

    public Discussing(Parts parts, Clock clock, RandomGenerator random) {
        this.store = parts.store();
        this.comments = parts.comments();
        this.notices = parts.notices();
        this.clock = clock;
        this.random = random;
    }

    /// The stores that it works with.
    public record Parts(CommentStore store, Comments comments, NoticeStore notices) {}

    /// Whom a comment concerns, beside the author of the one that it answers.
    ///
    /// @param mentioned those whom its text names
    /// @param submitters those who submitted its paper
    public record Audience(Collection<ReaderId> mentioned, Collection<ReaderId> submitters) {}

    /// Keeps what the reader says of the paper, or in answer to another comment on it.
    ///
    /// @return the comment as it is kept
    /// @throws IllegalArgumentException saying what is wrong with it
    public Comment write(
            ReaderId author,
            PaperId paper,
            Optional<CommentId> parent,
            String text,
            Audience audience) {
        Instant now = clock.instant();
        Comment comment = Comment.of(CommentId.at(now, random), paper, parent, author, now, text);
        Optional<Comment> before = sameAs(comment);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Comment> answered = parent.flatMap(comments::find);
        if (answered.filter(one -> !one.isShown()).isPresent()) {
            throw new IllegalArgumentException(
                    "the comment that this answers is no longer shown; answer another, or the paper");
        }
        store.add(comment, told(comment, answered, audience, now));
        return comment;
    }

    private Optional<Comment> sameAs(Comment comment) {
        Instant since = comment.written().minus(TWICE);
        return comments.of(comment.paper()).stream()
                .filter(one -> one.author().equals(comment.author()))
                .filter(one -> one.isShown() && one.text().equals(comment.text()))
                .filter(one ->
                        Optional.ofNullable(one.parent())
                                .equals(Optional.ofNullable(comment.parent())))
                .filter(one -> !one.written().isBefore(since))
                .findFirst();
    }

    private List<Notice> told(
            Comment comment, Optional<Comment> answered, Audience audience, Instant now) {
        Map<ReaderId, Set<Kind>> whom = new LinkedHashMap<>();
        answered.ifPresent(one -> concern(one.author(), Kind.REPLY, whom));
        audience.mentioned().forEach(reader -> concern(reader, Kind.MENTION, whom));
        audience.submitters()
                .forEach(reader -> concern(reader, Kind.COMMENT_ON_MY_SUBMISSION, whom));
        whom.remove(comment.author());
        return notices(whom, subject(comment, comment.author(), ""), now);
    }

    private static void concern(ReaderId reader, Kind kind, Map<ReaderId, Set<Kind>> whom) {
        whom.computeIfAbsent(reader, _ -> new LinkedHashSet<>()).add(kind);
    }

    /// One notice a reader at most, of the first kind that they want.
    private List<Notice> notices(
            Map<ReaderId, Set<Kind>> whom, Notice.Subject subject, Instant now) {
        Map<ReaderId, Wishes> wishes = notices.wishes(whom.keySet());
        List<Notice> made = new ArrayList<>();
        whom.forEach((reader, kinds) -> {
            Wishes wanted = wishes.getOrDefault(reader, Wishes.DEFAULT);
            kinds.stream()
                    .filter(wanted::wants)
                    .findFirst()
                    .ifPresent(kind -> made.add(notice(reader, kind, wanted, subject, now)));
        });
        return made;
    }

    /// One that is wanted by mail alone lies in the inbox as done.
    private Notice notice(
            ReaderId to, Kind kind, Wishes wanted, Notice.Subject subject, Instant now) {
        return new Notice(
                CommentId.at(now, random).value(),
                to,
                kind,
                subject,
                now,
                wanted.wants(kind, Way.PAGE) ? Notice.State.UNREAD : Notice.State.DONE,
                wanted.wants(kind, Way.MAIL));
    }

    private static Notice.Subject subject(Comment comment, ReaderId from, String note) {
        return new Notice.Subject(from, comment.paper(), comment.id().value(), note);
    }

    /// Gives the comment another text. Whom the older text named is not told again.
    ///
    /// @param before whom the older text named
    /// @param mentioned whom the new text names
    /// @return false if it reads so already
    /// @throws IllegalArgumentException when the text is none, or the comment can no longer be
    ///   changed
    public boolean edit(
            Comment comment,
            String text,
            Collection<ReaderId> before,
            Collection<ReaderId> mentioned) {
        Instant now = clock.instant();
        Comment after = comment.edited(text, now);
        if (!comment.isShown()) {
            throw new IllegalArgumentException(
                    "a comment that is hidden or removed cannot be changed");
        }
        Set<ReaderId> fresh = new HashSet<>(mentioned);
        fresh.removeAll(Set.copyOf(before));
        Audience audience = new Audience(fresh, List.of());
        return store.edit(
                comment.id(), after.text(), now, told(after, Optional.empty(), audience, now));
    }

    /// Takes a comment back, for its author.
    public boolean remove(Comment comment) {
        return store.remove(comment.id(), clock.instant());
    }

    /// Hides a comment and tells its author why.
    public boolean hide(Comment comment, String reason, ReaderId curator) {
        Instant now = clock.instant();
        Comment.Hiding hiding = new Comment.Hiding(reason, curator, now);
        return store.hide(
                comment.id(), hiding, decided(comment, curator, "Hidden: " + hiding.reason(), now));
    }

    /// Shows a hidden comment again and tells its author so.
    public boolean show(Comment comment, ReaderId curator) {
        Instant now = clock.instant();
        return store.show(comment.id(), now, decided(comment, curator, "Shown again", now));
    }

    /// Who decided is not told: the house did.
    private List<Notice> decided(Comment comment, ReaderId curator, String note, Instant now) {
        if (comment.author().equals(curator)) {
            return List.of();
        }
        Notice.Subject subject =
                new Notice.Subject(null, comment.paper(), comment.id().value(), note);
        return notices(Map.of(comment.author(), Set.of(Kind.MODERATION)), subject, now);
    }
}
