package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.Talk;
import org.broadsheet.discussion.Talk.Turn;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.text.SafeHtml;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Discussion;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Remark;
import org.broadsheet.server.web.page.Remark.Act;
import org.broadsheet.server.web.page.RemarkForm;

/// Lays comments out for the one who looks at them: what they may read, and what they may do.
public final class TalkLayout {
    static final String HIDDEN = "This comment has been hidden";
    static final String REMOVED = "This comment was removed by its author.";

    private final Talking talking;
    private final Voters voters;
    private final Access access;
    private final Clock clock;

    public TalkLayout(Talking talking, Access access, Clock clock) {
        this.talking = talking;
        this.voters = new Voters(access);
        this.access = access;
        this.clock = clock;
    }

    /// Who looks.
    private record Onlooker(Optional<ReaderId> reader, boolean isCurator) {
        boolean is(ReaderId other) {
            return reader.filter(other::equals).isPresent();
        }
    }

    private Onlooker onlooker(HttpServletRequest request) {
        return new Onlooker(voters.voter(request), access.allows(request, Right.CURATE));
    }

    /// What was said about the paper.
    Discussion of(PaperId paper, HttpServletRequest request) {
        return of(paper, Optional.empty(), request);
    }

    /// @param form in place of an empty one
    Discussion of(PaperId paper, Optional<RemarkForm> form, HttpServletRequest request) {
        List<Comment> comments = talking.comments().of(paper);
        long shown = comments.stream().filter(Comment::isShown).count();
        boolean mayWrite = onlooker(request).reader().isPresent();
        return new Discussion(
                Addresses.paper(paper),
                shown == 0 ? "" : shown == 1 ? "1 comment" : "%,d comments".formatted(shown),
                remarks(comments, request),
                mayWrite ? form.or(() -> Optional.of(fresh(paper))) : Optional.empty(),
                mayWrite ? "" : access.notice());
    }

    static RemarkForm fresh(PaperId paper) {
        return new RemarkForm(
                "say",
                RemarkForm.Kind.TEXT,
                Addresses.paper(paper) + "/comments",
                "Your comment",
                "",
                "",
                "",
                Optional.empty(),
                "Comment");
    }

    /// The comments of one paper as a thread.
    List<Remark> remarks(List<Comment> comments, HttpServletRequest request) {
        if (comments.isEmpty()) {
            return List.of();
        }
        Talking.Beside beside = talking.beside(comments);
        List<CommentVote> votes = beside.votes().values().stream().flatMap(List::stream).toList();
        Set<ReaderId> submitters = talking.submitters(comments.getFirst().paper());
        Onlooker onlooker = onlooker(request);
        return Talk.of(comments, votes, clock.instant()).stream()
                .map(turn -> remark(turn, submitters, beside, onlooker))
                .toList();
    }

    /// Comments on any papers, in the order given.
    List<Remark> list(List<Comment> comments, HttpServletRequest request) {
        Talking.Beside beside = talking.beside(comments);
        Onlooker onlooker = onlooker(request);
        List<CommentVote> votes = beside.votes().values().stream().flatMap(List::stream).toList();
        Map<CommentId, Talk.Helpful> helpful = Talk.helpful(votes, clock.instant());
        return comments.stream()
                .map(comment ->
                        new Turn(
                                comment,
                                0,
                                Optional.ofNullable(comment.parent()),
                                helpful.getOrDefault(comment.id(), Talk.Helpful.NONE),
                                0))
                .map(turn -> remark(turn, Set.of(), beside, onlooker))
                .toList();
    }

    /// One comment of a paper's, and all that answers it, at whatever depth.
    List<Remark> below(Comment comment, HttpServletRequest request) {
        Set<CommentId> under = new HashSet<>(Set.of(comment.id()));
        List<Comment> thread = new ArrayList<>(List.of(comment));
        for (Comment one : talking.comments().of(comment.paper())) {
            CommentId parent = one.parent();
            // By time: what is answered comes before its answers.
            if (parent != null && under.contains(parent) && under.add(one.id())) {
                thread.add(one);
            }
        }
        return remarks(thread, request);
    }

    private Remark remark(
            Turn turn, Set<ReaderId> submitters, Talking.Beside beside, Onlooker onlooker) {
        Comment comment = turn.comment();
        String url = Addresses.comment(comment.paper(), comment.id());
        Optional<CommentVote> mine = mine(comment, beside, onlooker);
        return new Remark(
                comment.id().value(),
                beside.papers()
                        .getOrDefault(
                                comment.paper(),
                                new Link(
                                        Addresses.paper(comment.paper()), comment.paper().value())),
                url,
                Objects.requireNonNull(beside.authors().get(comment.author())),
                submitters.contains(comment.author()) ? List.of("Submitter") : List.of(),
                moment(comment.written()),
                comment.edited() != null && comment.removed() == null,
                text(comment, beside, onlooker),
                absent(comment, onlooker),
                turn.depth(),
                turn.answers().map(answered -> Addresses.comment(comment.paper(), answered)),
                new Remark.Count(turn.helpful().up(), turn.helpful().down()),
                mine.map(vote -> vote.judgement() == Judgement.HELPFUL ? "up" : "down").orElse(""),
                mine.filter(vote -> !vote.countedAt(clock.instant()))
                        .map(vote -> Ballots.waits("What you say of it", vote.countsFrom()))
                        .orElse(""),
                acts(comment, onlooker));
    }

    private static Optional<SafeHtml> text(
            Comment comment, Talking.Beside beside, Onlooker onlooker) {
        return mayRead(comment, onlooker)
                ? Optional.ofNullable(beside.texts().get(comment.id()))
                        .map(text -> text.html(beside.named()::containsKey))
                : Optional.empty();
    }

    private static boolean mayRead(Comment comment, Onlooker onlooker) {
        return comment.removed() == null
                && (comment.hidden() == null
                        || onlooker.isCurator()
                        || onlooker.is(comment.author()));
    }

    /// Whether the one who asks may read the comment as it was typed, and its history.
    boolean mayRead(Comment comment, HttpServletRequest request) {
        return mayRead(comment, onlooker(request));
    }

    private static String absent(Comment comment, Onlooker onlooker) {
        if (comment.removed() != null) {
            return REMOVED;
        }
        Comment.Hiding hiding = comment.hidden();
        if (hiding == null) {
            return "";
        }
        String told = "%s (%s).".formatted(HIDDEN, hiding.reason());
        return mayRead(comment, onlooker) ? told + " Only its author and curators read it." : told;
    }

    private static Optional<CommentVote> mine(
            Comment comment, Talking.Beside beside, Onlooker onlooker) {
        return beside.votes().getOrDefault(comment.id(), List.of()).stream()
                .filter(vote -> vote.withdrawnAt() == null && onlooker.is(vote.reader()))
                .findFirst();
    }

    private static Set<Act> acts(Comment comment, Onlooker onlooker) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        if (comment.removed() != null) {
            return acts;
        }
        boolean isOwn = onlooker.is(comment.author());
        if (onlooker.isCurator()) {
            acts.add(comment.hidden() == null ? Act.HIDE : Act.SHOW);
        }
        if (isOwn) {
            acts.add(Act.REMOVE);
        }
        if (comment.hidden() == null && onlooker.reader().isPresent()) {
            acts.addAll(
                    isOwn ? Set.of(Act.REPLY, Act.EDIT) : Set.of(Act.REPLY, Act.VOTE, Act.REPORT));
        }
        return acts;
    }

    static Remark.Moment moment(Instant at) {
        var local = at.atZone(ZoneOffset.UTC);
        return new Remark.Moment(
                at.toString(),
                "%s, %02d:%02d UTC"
                        .formatted(
                                Dates.brief(local.toLocalDate()),
                                local.getHour(),
                                local.getMinute()));
    }
}
