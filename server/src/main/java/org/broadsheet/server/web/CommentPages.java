package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.reader.Handle;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.RemarksPage;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The latest comments of the house, and what one reader said and voted for.
@Controller
public final class CommentPages {
    private static final int PAGE = 30;
    private static final int MOST = 100;

    private final Pages pages;
    private final Frames frames;
    private final Talking talking;
    private final TalkLayout layout;
    private final Feeds feeds;
    private final ReaderStore readers;
    private final ProblemPages problems;
    private final Keeping keeping;

    public CommentPages(
            Pages pages,
            Frames frames,
            Talking talking,
            TalkLayout layout,
            Feeds feeds,
            ReaderStore readers,
            ProblemPages problems,
            Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.talking = talking;
        this.layout = layout;
        this.feeds = feeds;
        this.readers = readers;
        this.problems = problems;
        this.keeping = keeping;
    }

    @GetMapping("/comments")
    View latest(
            @RequestParam(name = "cursor", defaultValue = "") String cursor,
            HttpServletRequest request) {
        Optional<CommentId> before =
                cursor.isEmpty()
                        ? Optional.empty()
                        : Optional.of(BadAddress.unless(() -> new CommentId(cursor)));
        List<Comment> found = talking.comments().latest(before, PAGE + 1);
        List<Comment> shown = found.subList(0, Math.min(PAGE, found.size()));
        keeping.untilChanged(request);
        return pages.show(
                "remarks",
                new RemarksPage(
                        frames.of(
                                "Latest comments",
                                "What readers said last, about all papers",
                                "/comments",
                                Section.NONE),
                        "Discussion",
                        "Latest comments",
                        "",
                        layout.list(shown, request),
                        found.size() > PAGE
                                ? Optional.of("/comments?cursor=" + shown.getLast().id())
                                : Optional.empty(),
                        "/comments.atom",
                        List.of()));
    }

    @GetMapping("/comments.atom")
    View feed(HttpServletRequest request) {
        keeping.untilChanged(request);
        return feeds.latest(request);
    }

    @GetMapping("/readers/{name}")
    View reader(@PathVariable("name") String name, HttpServletRequest request) {
        Optional<Reader> found = readers.named(name);
        if (found.isEmpty()) {
            return problems.noReader(name, request);
        }
        Reader reader = found.get();
        if (!name.equals(Handle.of(name))) {
            return pages.redirect(Addresses.reader(reader.name()), HttpStatus.MOVED_PERMANENTLY);
        }
        List<Comment> comments =
                talking.comments().by(reader.id()).stream()
                        .filter(Comment::isShown)
                        .limit(MOST)
                        .toList();
        keeping.untilChanged(request);
        return pages.show(
                "remarks",
                new RemarksPage(
                        frames.of(
                                reader.shown(),
                                "What %s said and voted for here".formatted(reader.shown()),
                                Addresses.reader(reader.name()),
                                Section.NONE),
                        "Reader",
                        reader.shown(),
                        "@%s, here since %s"
                                .formatted(
                                        reader.name(),
                                        Dates.brief(
                                                reader.joined()
                                                        .atZone(java.time.ZoneOffset.UTC)
                                                        .toLocalDate())),
                        layout.list(comments, request),
                        Optional.empty(),
                        "",
                        talking.votedFor(reader.id(), MOST)));
    }
}
