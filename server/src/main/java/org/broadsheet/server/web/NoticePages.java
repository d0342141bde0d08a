package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.notice.Wishes.Way;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.NoticesPage;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.WishesPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A reader's inbox, and what they want to find in it. Everybody sees their own alone.
@Controller
public final class NoticePages {
    static final String WISHES = "/settings/notifications";

    private static final int PAGE = 50;
    private static final Map<String, Set<State>> FILTERS =
            Map.of(
                    "unread", EnumSet.of(State.UNREAD),
                    "all", EnumSet.of(State.UNREAD, State.READ),
                    "done", EnumSet.of(State.DONE));

    private final Pages pages;
    private final Frames frames;
    private final NoticeStore notices;
    private final NoticeWords words;
    private final CredentialStore credentials;
    private final Voters voters;
    private final ProblemPages problems;
    private final Keeping keeping;

    public NoticePages(
            Pages pages,
            Frames frames,
            NoticeStore notices,
            NoticeWords words,
            CredentialStore credentials,
            Voters voters,
            ProblemPages problems,
            Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.notices = notices;
        this.words = words;
        this.credentials = credentials;
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
        return words.of(shown).stream()
                .map(told ->
                        new NoticesPage.Row(
                                told.notice().id(),
                                told.text(),
                                told.path(),
                                TalkLayout.moment(told.notice().at()),
                                told.notice().state().name().toLowerCase(Locale.ROOT)))
                .toList();
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

    @GetMapping(WISHES)
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
                                        wishes.wants(kind, Way.PAGE),
                                        wishes.wants(kind, Way.MAIL)))
                        .toList();
        return pages.show(
                "wishes",
                new WishesPage(
                        frames.of(
                                "What you are told",
                                "Which notifications you want",
                                WISHES,
                                Section.NONE),
                        rows,
                        credentials.of(reader.get()).address(),
                        request.getParameter("kept") != null));
    }

    private Wishes wishes(ReaderId reader) {
        return notices.wishes(List.of(reader)).getOrDefault(reader, Wishes.DEFAULT);
    }

    /// Boxes that are not ticked are not sent: each kind is wanted or not.
    @PostMapping(WISHES)
    View wish(HttpServletRequest request) {
        Optional<ReaderId> reader = voters.voter(request);
        if (reader.isEmpty()) {
            return problems.mayNotVote(request);
        }
        Map<Kind, Set<Wishes.Way>> ways = new HashMap<>();
        for (Kind kind : Kind.values()) {
            ways.put(kind, ways(request.getParameterValues(name(kind))));
        }
        notices.wish(reader.get(), new Wishes(ways));
        return pages.redirect(WISHES + "?kept", HttpStatus.SEE_OTHER);
    }

    private static Set<Way> ways(String @Nullable [] ticked) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (String one : ticked == null ? new String[0] : ticked) {
            ways.add(
                    switch (one) {
                        case "page" -> Way.PAGE;
                        case "mail" -> Way.MAIL;
                        default ->
                                throw new BadAddress(
                                        "not a way to be told: \"%s\"; accepted are page and mail"
                                                .formatted(shortened(one)));
                    });
        }
        return ways;
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
