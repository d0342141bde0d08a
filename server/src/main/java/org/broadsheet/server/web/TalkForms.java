package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.limit.Allowance;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Decision.Outcome;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.moderation.Subject;
import org.broadsheet.paper.Paper;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.text.CommentText;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.RemarkForm;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// Takes what readers say, think and report of comments, and what curators decide. Without a script
/// the reader comes back to the comment in its thread; htmx swaps the thread. Saying the same again
/// changes nothing.
public final class TalkForms {
    private static final Pattern ADDRESS =
            Pattern.compile("(.+)/comments(?:/([^/]+)/(edit|remove|vote|report|hide|show))?");

    private final Pages pages;
    private final Talking talking;
    private final TalkLayout layout;
    private final TalkPages shown;
    private final Discussing discussing;
    private final CommentVoteStore votes;
    private final ReportStore reports;
    private final Allowances allowances;
    private final Acts acts;
    private final Access access;
    private final ProblemPages problems;
    private final Clock clock;

    /// What takes the words and acts.
    public record Parts(
            Discussing discussing,
            CommentVoteStore votes,
            ReportStore reports,
            Allowances allowances,
            Acts acts) {}

    public TalkForms(
            Pages pages,
            Talking talking,
            TalkLayout layout,
            TalkPages shown,
            Parts parts,
            Access access,
            ProblemPages problems,
            Clock clock) {
        this.pages = pages;
        this.talking = talking;
        this.layout = layout;
        this.shown = shown;
        this.discussing = parts.discussing();
        this.votes = parts.votes();
        this.reports = parts.reports();
        this.allowances = parts.allowances();
        this.acts = parts.acts();
        this.access = access;
        this.problems = problems;
        this.clock = clock;
    }

    /// An address under a paper's.
    ///
    /// @param comment what stands in its place, or empty for a new one
    /// @param deed what is done with it
    record Wish(String paper, String comment, String deed) {
        static Optional<Wish> of(String path) {
            Matcher parts = ADDRESS.matcher(path);
            return parts.matches()
                    ? Optional.of(
                            new Wish(
                                    parts.group(1),
                                    Optional.ofNullable(parts.group(2)).orElse(""),
                                    Optional.ofNullable(parts.group(3)).orElse("")))
                    : Optional.empty();
        }
    }

    View take(Wish wish, Paper paper, HttpServletRequest request) {
        Optional<ReaderId> reader = new Voters(access).voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        if (wish.comment().isEmpty()) {
            return write(reader.get(), paper, request);
        }
        Optional<Comment> comment = talking.find(paper.id(), wish.comment());
        return comment.isPresent()
                ? take(wish.deed(), new Said(paper, comment.get(), reader.get()), request)
                : problems.noComment(paper, request);
    }

    /// A comment and who does something with it.
    private record Said(Paper paper, Comment comment, ReaderId reader) {
        boolean isOwn() {
            return comment.author().equals(reader);
        }
    }

    private View take(String deed, Said said, HttpServletRequest request) {
        return switch (deed) {
            case "edit" -> edit(said, request);
            case "remove" -> remove(said, request);
            case "vote" -> vote(said, request);
            case "report" -> report(said, request);
            case "hide" -> hide(said, request);
            default -> {
                access.require(request, Right.CURATE);
                if (discussing.show(said.comment(), said.reader())) {
                    acts.note(request, Kind.PUBLIC, "showed again", subject(said), "");
                }
                yield answer(said.paper(), said.comment(), request);
            }
        };
    }

    private View write(ReaderId reader, Paper paper, HttpServletRequest request) {
        String text = parameter("text", request);
        Optional<Comment> parent = parent(paper, request);
        RemarkForm form =
                parent.map(one -> TalkPages.reply(one, text))
                        .orElseGet(() -> TalkLayout.fresh(paper.id()));
        if (isPreview(request)) {
            return form(paper, parent, previewed(form, text), HttpStatus.OK, request);
        }
        Optional<Spent> spent = allowances.take(Allowance.COMMENT, request);
        if (spent.isPresent()) {
            return tooMany(paper, parent, form, text, spent.get(), request);
        }
        try {
            Comment comment =
                    discussing.write(
                            reader,
                            paper.id(),
                            parent.map(Comment::id),
                            text,
                            new Discussing.Audience(
                                    talking.mentioned(text), talking.submitters(paper.id())));
            return answer(paper, comment, request);
        } catch (IllegalArgumentException e) {
            return refused(paper, parent, form, text, e, request);
        }
    }

    private Optional<Comment> parent(Paper paper, HttpServletRequest request) {
        String parent = parameter("parent", request);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Optional<Comment> found = talking.find(paper.id(), parent);
        if (found.isEmpty()) {
            throw new BadAddress(
                    "not a comment on this paper: \"%s\"; accepted for parent is the id of one"
                            .formatted(shortened(parent)));
        }
        return found;
    }

    private View edit(Said said, HttpServletRequest request) {
        if (!said.isOwn()) {
            return problems.notYours(request);
        }
        String text = parameter("text", request);
        RemarkForm form = TalkPages.editing(said.comment());
        Optional<Comment> about = Optional.of(said.comment());
        if (isPreview(request)) {
            return form(said.paper(), about, previewed(form, text), HttpStatus.OK, request);
        }
        Optional<Spent> spent = allowances.take(Allowance.EDIT, request);
        if (spent.isPresent()) {
            return tooMany(said.paper(), about, form, text, spent.get(), request);
        }
        try {
            discussing.edit(
                    said.comment(),
                    text,
                    talking.mentioned(said.comment().text()),
                    talking.mentioned(text));
            return answer(said.paper(), said.comment(), request);
        } catch (IllegalArgumentException e) {
            return refused(said.paper(), about, form, text, e, request);
        }
    }

    private View remove(Said said, HttpServletRequest request) {
        if (!said.isOwn()) {
            return problems.notYours(request);
        }
        discussing.remove(said.comment());
        return answer(said.paper(), said.comment(), request);
    }

    private View vote(Said said, HttpServletRequest request) {
        if (said.isOwn()) {
            return problems.notYours(request);
        }
        Optional<Spent> spent = allowances.take(Allowance.JUDGEMENT, request);
        if (spent.isPresent()) {
            return tooManyVotes(said.paper(), spent.get(), request);
        }
        String value = parameter("value", request);
        Comment comment = said.comment();
        switch (value) {
            case "up" ->
                    votes.cast(said.reader(), comment.id(), Judgement.HELPFUL, clock.instant());
            case "down" ->
                    votes.cast(said.reader(), comment.id(), Judgement.NOT_HELPFUL, clock.instant());
            case "none" -> votes.withdraw(said.reader(), comment.id(), clock.instant());
            default ->
                    throw new BadAddress(
                            "not a vote: \"%s\"; accepted for value is up, down or none"
                                    .formatted(shortened(value)));
        }
        return answer(said.paper(), comment, request);
    }

    private View report(Said said, HttpServletRequest request) {
        String reason = parameter("reason", request);
        Optional<Spent> spent = allowances.take(Allowance.REPORT, request);
        if (spent.isPresent()) {
            return tooMany(
                    said.paper(),
                    Optional.of(said.comment()),
                    TalkPages.reporting(said.comment()),
                    reason,
                    spent.get(),
                    request);
        }
        try {
            reports.file(new Report(said.reader(), subject(said), reason, clock.instant()));
            return answer(said.paper(), said.comment(), request);
        } catch (IllegalArgumentException e) {
            return refused(
                    said.paper(),
                    Optional.of(said.comment()),
                    TalkPages.reporting(said.comment()),
                    reason,
                    e,
                    request);
        }
    }

    private View hide(Said said, HttpServletRequest request) {
        access.require(request, Right.CURATE);
        String reason = parameter("reason", request);
        try {
            Decision decision =
                    new Decision(Outcome.HIDDEN, said.reader(), reason, clock.instant());
            if (discussing.hide(said.comment(), reason, said.reader())) {
                acts.note(request, Kind.PUBLIC, "hid", subject(said), decision.reason());
            }
            List<Report> _ = reports.settle(subject(said), decision);
            return answer(said.paper(), said.comment(), request);
        } catch (IllegalArgumentException e) {
            return refused(
                    said.paper(),
                    Optional.of(said.comment()),
                    TalkPages.hiding(said.comment()),
                    reason,
                    e,
                    request);
        }
    }

    private static Subject subject(Said said) {
        return new Subject("comment", said.comment().id().value());
    }

    private View answer(Paper paper, Comment comment, HttpServletRequest request) {
        if (isPart(request)) {
            return pages.show("part/discussion", layout.of(paper.id(), request));
        }
        return pages.redirect(Addresses.inThread(paper.id(), comment.id()), HttpStatus.SEE_OTHER);
    }

    private View refused(
            Paper paper,
            Optional<Comment> about,
            RemarkForm form,
            String typed,
            IllegalArgumentException why,
            HttpServletRequest request) {
        return form(
                paper,
                about,
                form.refused(typed, String.valueOf(why.getMessage())),
                HttpStatus.UNPROCESSABLE_CONTENT,
                request);
    }

    /// For htmx, which swaps the thread, the thread with the reason where one writes.
    private View tooManyVotes(Paper paper, Spent spent, HttpServletRequest request) {
        if (!isPart(request)) {
            return problems.tooMany(spent, request);
        }
        RemarkForm saying = TalkLayout.fresh(paper.id()).refused("", spent.message());
        return Headed.later(
                pages.show(
                        "part/discussion",
                        layout.of(paper.id(), Optional.of(saying), request),
                        HttpStatus.TOO_MANY_REQUESTS),
                spent.seconds());
    }

    /// The form again, with what was typed, and when it is accepted.
    private View tooMany(
            Paper paper,
            Optional<Comment> about,
            RemarkForm form,
            String typed,
            Spent spent,
            HttpServletRequest request) {
        RemarkForm again = form.refused(typed, spent.message());
        return Headed.later(
                isPart(request)
                        ? Headed.inPlace(
                                pages.show("part/remarkform", again, HttpStatus.TOO_MANY_REQUESTS))
                        : form(paper, about, again, HttpStatus.TOO_MANY_REQUESTS, request),
                spent.seconds());
    }

    /// The form again, with what was typed: for htmx in the thread or alone, else on a page of its
    /// own.
    private View form(
            Paper paper,
            Optional<Comment> about,
            RemarkForm form,
            HttpStatus status,
            HttpServletRequest request) {
        if (isPart(request)) {
            // htmx swaps only what succeeded, or came too often.
            View again = pages.show("part/remarkform", form);
            return form.isRefused() ? Headed.inPlace(again) : again;
        }
        return about.isPresent()
                ? shown.with(paper, about.get(), form, status, request)
                : shown.writing(paper, form, status, request);
    }

    private RemarkForm previewed(RemarkForm form, String text) {
        CommentText read = CommentText.of(text);
        return form.previewed(
                text, read.html(talking.people().named(read.mentions())::containsKey));
    }

    private static boolean isPreview(HttpServletRequest request) {
        return parameter("deed", request).equals("preview");
    }

    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static String parameter(String name, HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
