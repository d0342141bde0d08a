package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.NoticesPage;
import org.broadsheet.server.web.page.Person;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.WishesPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A reader's inbox, and what they want to find in it. Everybody sees their own alone.
@Controller
public final class NoticePages {
    private static final int PAGE = 50;
    private static final Map<String, Set<State>> FILTERS =
            Map.of(
                    "unread", EnumSet.of(State.UNREAD),
                    "all", EnumSet.of(State.UNREAD, State.READ),
                    "done", EnumSet.of(State.DONE));

    private final Pages pages;
    private final Frames frames;
    private final NoticeStore notices;
    private final PaperStore papers;
    private final People people;
    private final Voters voters;
    private final ProblemPages problems;
    private final Keeping keeping;

    public NoticePages(
            Pages pages,
            Frames frames,
            NoticeStore notices,
            PaperStore papers,
            People people,
            Voters voters,
            ProblemPages problems,
            Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.notices = notices;
        this.papers = papers;
        this.people = people;
        this.voters = voters;
        this.problems = problems;
        this.keeping = keeping;
    }

    @GetMapping("/notifications")
    View inbox(
            @RequestParam(name = "show", defaultValue = "all") String show,
            @RequestParam(name = "before", defaultValue = "") String before,
            HttpServletRequest request) {
        keeping.once(request);
        Optional<ReaderId> reader = voters.voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        List<Notice> found = notices.of(reader.get(), states(show), before.strip(), PAGE + 1);
        List<Notice> shown = found.subList(0, Math.min(PAGE, found.size()));
        return pages.show(
                "notices",
                new NoticesPage(
                        frames.of(
                                "Notifications",
                                "What concerns you here",
                                "/notifications",
                                Section.NONE),
                        show,
                        notices.unread(reader.get()),
                        rows(shown),
                        "",
                        found.size() > PAGE
                                ? Optional.of(
                                        "/notifications?show=%s&before=%s"
                                                .formatted(
                                                        show,
                                                        Addresses.inQuery(shown.getLast().id())))
                                : Optional.empty()));
    }

    private static Set<State> states(String show) {
        Set<State> states = FILTERS.get(show);
        if (states == null) {
            throw new BadAddress(
                    "not a part of the inbox: \"%s\"; accepted for show is unread, all or done"
                            .formatted(shortened(show)));
        }
        return states;
    }

    private List<NoticesPage.Row> rows(List<Notice> shown) {
        Map<PaperId, Paper> about =
                papers.get(
                        shown.stream()
                                .map(notice -> notice.subject().paper())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        Map<ReaderId, Person> from =
                people.of(
                        shown.stream()
                                .map(notice -> notice.subject().from())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return shown.stream().map(notice -> row(notice, about, from)).toList();
    }

    private static NoticesPage.Row row(
            Notice notice, Map<PaperId, Paper> about, Map<ReaderId, Person> from) {
        Notice.Subject subject = notice.subject();
        PaperId id = subject.paper();
        Paper paper = id == null ? null : about.get(id);
        String on = paper == null ? "" : " on " + Talking.link(paper).label();
        ReaderId who = subject.from();
        Person person = who == null ? null : from.get(who);
        String name = person == null ? "Somebody" : person.shown();
        String text =
                switch (notice.kind()) {
                    case REPLY -> name + " answered your comment" + on;
                    case MENTION -> name + " mentioned you" + on;
                    case COMMENT_ON_MY_SUBMISSION ->
                            name + " commented" + on + ", which you submitted";
                    case MODERATION ->
                            "The curators decided about your comment" + on + ": " + subject.note();
                };
        return new NoticesPage.Row(
                notice.id(),
                text,
                url(id, subject.comment()),
                TalkLayout.moment(notice.at()),
                notice.state().name().toLowerCase(Locale.ROOT));
    }

    private static String url(@org.jspecify.annotations.Nullable PaperId paper, String comment) {
        if (paper == null) {
            return "";
        }
        return CommentId.isOne(comment)
                ? Addresses.inThread(paper, new CommentId(comment))
                : Addresses.paper(paper);
    }

    /// @param mark `read`, `unread` or `done`
    @PostMapping("/notifications")
    View mark(
            @RequestParam(name = "mark", defaultValue = "") String mark,
            @RequestParam(name = "show", defaultValue = "all") String show,
            HttpServletRequest request) {
        Optional<ReaderId> reader = voters.voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        State state =
                Arrays.stream(State.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(mark))
                        .findFirst()
                        .orElseThrow(() ->
                                new BadAddress(
                                        "not a mark: \"%s\"; accepted are read, unread and done"
                                                .formatted(shortened(mark))));
        Set<State> shown = states(show);
        String[] ids = request.getParameterValues("notice");
        if (request.getParameter("all") != null) {
            notices.markAll(reader.get(), shown, state);
        } else if (ids != null) {
            notices.mark(reader.get(), Set.of(distinct(ids)), state);
        }
        return pages.redirect("/notifications?show=" + show, HttpStatus.SEE_OTHER);
    }

    private static String[] distinct(String[] ids) {
        return Arrays.stream(ids).distinct().toArray(String[]::new);
    }

    @GetMapping("/settings/notifications")
    View wishes(HttpServletRequest request) {
        keeping.once(request);
        Optional<ReaderId> reader = voters.voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        Wishes wishes = wishes(reader.get());
        List<WishesPage.Row> rows =
                Arrays.stream(Kind.values())
                        .map(kind ->
                                new WishesPage.Row(
                                        name(kind),
                                        label(kind),
                                        wishes.wants(kind, Wishes.Way.PAGE)))
                        .toList();
        return pages.show(
                "wishes",
                new WishesPage(
                        frames.of(
                                "What you are told",
                                "Which notifications you want",
                                "/settings/notifications",
                                Section.NONE),
                        rows,
                        request.getParameter("kept") != null));
    }

    private Wishes wishes(ReaderId reader) {
        return notices.wishes(List.of(reader)).getOrDefault(reader, Wishes.DEFAULT);
    }

    /// Boxes that are not ticked are not sent: each kind is wanted or not.
    @PostMapping("/settings/notifications")
    View wish(HttpServletRequest request) {
        Optional<ReaderId> reader = voters.voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        Map<Kind, Set<Wishes.Way>> ways = new HashMap<>();
        for (Kind kind : Kind.values()) {
            if (request.getParameter(name(kind)) != null) {
                ways.put(kind, EnumSet.of(Wishes.Way.PAGE));
            }
        }
        notices.wish(reader.get(), new Wishes(ways));
        return pages.redirect("/settings/notifications?kept", HttpStatus.SEE_OTHER);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case REPLY -> "Somebody answers a comment of mine";
            case MENTION -> "Somebody mentions me";
            case COMMENT_ON_MY_SUBMISSION -> "Somebody comments on a paper that I submitted";
            case MODERATION -> "A curator decides about something of mine";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
