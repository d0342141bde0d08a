package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.discussion.Comment;
import org.broadsheet.paper.Paper;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Remark;
import org.broadsheet.server.web.page.RemarkForm;
import org.broadsheet.server.web.page.RemarkPage;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.WritingPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// A comment's own page, the forms about it, its history, and a thread's feed: what lies under a
/// paper's address at `/comments`.
public final class TalkPages {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(.+)/comments(?:(\\.atom)|/([^/]+)(?:/(edit|reply|history|report|hide))?)?");
    private static final int QUOTED = 2_000;

    private final Pages pages;
    private final Frames frames;
    private final Talking talking;
    private final TalkLayout layout;
    private final Feeds feeds;
    private final Access access;
    private final ProblemPages problems;
    private final Keeping keeping;

    public TalkPages(
            Pages pages,
            Frames frames,
            Talking talking,
            TalkLayout layout,
            Feeds feeds,
            Access access,
            ProblemPages problems,
            Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.talking = talking;
        this.layout = layout;
        this.feeds = feeds;
        this.access = access;
        this.problems = problems;
        this.keeping = keeping;
    }

    /// An address under a paper's.
    ///
    /// @param comment what stands in its place, or empty
    record Asked(String paper, boolean isFeed, String comment, String form) {
        static Optional<Asked> of(String path) {
            Matcher parts = ADDRESS.matcher(path);
            return parts.matches()
                    ? Optional.of(
                            new Asked(
                                    parts.group(1),
                                    parts.group(2) != null,
                                    Optional.ofNullable(parts.group(3)).orElse(""),
                                    Optional.ofNullable(parts.group(4)).orElse("")))
                    : Optional.empty();
        }
    }

    View show(Asked asked, Paper paper, HttpServletRequest request) {
        if (asked.isFeed()) {
            keeping.untilChanged(request);
            return feeds.of(paper, request);
        }
        if (asked.comment().isEmpty()) {
            return pages.redirect(
                    Addresses.paper(paper.id()) + "#discussion", HttpStatus.MOVED_PERMANENTLY);
        }
        Optional<Comment> comment = talking.find(paper.id(), asked.comment());
        if (comment.isEmpty()) {
            return problems.noComment(paper, request);
        }
        return switch (asked.form()) {
            case "" -> permalink(paper, comment.get(), request);
            case "history" -> history(paper, comment.get(), request);
            default -> form(asked.form(), paper, comment.get(), request);
        };
    }

    private View permalink(Paper paper, Comment comment, HttpServletRequest request) {
        keeping.untilChanged(request);
        return page(paper, comment, Optional.empty(), List.of(), HttpStatus.OK, request);
    }

    private View history(Paper paper, Comment comment, HttpServletRequest request) {
        keeping.once(request);
        if (!layout.mayRead(comment, request)) {
            return problems.noComment(paper, request);
        }
        List<RemarkPage.Wording> wordings =
                talking.comments().history(comment.id()).reversed().stream()
                        .map(one ->
                                new RemarkPage.Wording(TalkLayout.moment(one.since()), one.text()))
                        .toList();
        return page(paper, comment, Optional.empty(), wordings, HttpStatus.OK, request);
    }

    private View form(String name, Paper paper, Comment comment, HttpServletRequest request) {
        keeping.once(request);
        Optional<ReaderId> reader = new Voters(access).voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        if (name.equals("edit") && !comment.author().equals(reader.get())) {
            return problems.notYours(request);
        }
        if (name.equals("hide")) {
            access.require(request, Right.CURATE);
        }
        RemarkForm form =
                switch (name) {
                    case "edit" -> editing(comment);
                    case "report" -> reporting(comment);
                    case "hide" -> hiding(comment);
                    default -> reply(comment, quoted(comment, request));
                };
        return TalkForms.isPart(request)
                ? pages.show("part/remarkform", form)
                : with(paper, comment, form, HttpStatus.OK, request);
    }

    private static String quoted(Comment comment, HttpServletRequest request) {
        if (request.getParameter("quote") == null || !comment.isShown()) {
            return "";
        }
        String text = comment.text();
        String begun =
                text.codePointCount(0, text.length()) <= QUOTED
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + " …";
        return begun.lines().map(line -> "> " + line).collect(Collectors.joining("\n")) + "\n\n";
    }

    /// A comment's page with a form on it.
    View with(
            Paper paper,
            Comment comment,
            RemarkForm form,
            HttpStatus status,
            HttpServletRequest request) {
        return page(paper, comment, Optional.of(form), List.of(), status, request);
    }

    private View page(
            Paper paper,
            Comment comment,
            Optional<RemarkForm> form,
            List<RemarkPage.Wording> wordings,
            HttpStatus status,
            HttpServletRequest request) {
        List<Remark> below = layout.below(comment, request);
        boolean isAlone = form.isPresent() || !wordings.isEmpty();
        return pages.show(
                "remark",
                new RemarkPage(
                        frame(paper, below.getFirst()),
                        Talking.link(paper),
                        below.getFirst(),
                        isAlone ? List.of() : below.subList(1, below.size()),
                        form,
                        wordings),
                status);
    }

    private Frame frame(Paper paper, Remark remark) {
        String title = "%s on %s".formatted(remark.author().shown(), Talking.link(paper).label());
        return frames.of(title, "A comment: " + title, remark.url(), Section.NONE);
    }

    /// The form of a new comment on a page of its own.
    View writing(Paper paper, RemarkForm form, HttpStatus status, HttpServletRequest request) {
        keeping.once(request);
        String title = "A comment on " + Talking.link(paper).label();
        return pages.show(
                "writing",
                new WritingPage(
                        frames.of(title, title, Addresses.paper(paper.id()), Section.NONE),
                        Talking.link(paper),
                        form),
                status);
    }

    static RemarkForm reply(Comment comment, String text) {
        return new RemarkForm(
                "say-" + comment.id(),
                RemarkForm.Kind.TEXT,
                Addresses.paper(comment.paper()) + "/comments",
                "Your answer",
                comment.id().value(),
                text,
                "",
                Optional.empty(),
                "Answer");
    }

    static RemarkForm editing(Comment comment) {
        return about(comment, "edit", RemarkForm.Kind.TEXT, "The comment", comment.text(), "Keep");
    }

    static RemarkForm reporting(Comment comment) {
        return about(
                comment,
                "report",
                RemarkForm.Kind.REASON,
                "What is wrong with this comment? The curators read it.",
                "",
                "Report");
    }

    static RemarkForm hiding(Comment comment) {
        return about(
                comment,
                "hide",
                RemarkForm.Kind.REASON,
                "Why is it hidden? Everybody reads the reason.",
                "",
                "Hide");
    }

    private static RemarkForm about(
            Comment comment,
            String deed,
            RemarkForm.Kind kind,
            String label,
            String text,
            String button) {
        return new RemarkForm(
                deed + "-" + comment.id(),
                kind,
                Addresses.comment(comment.paper(), comment.id()) + "/" + deed,
                label,
                "",
                text,
                "",
                Optional.empty(),
                button);
    }
}
