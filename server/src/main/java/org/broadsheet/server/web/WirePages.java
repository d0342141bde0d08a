package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.EditionPage.Empty;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.Story;
import org.broadsheet.server.web.page.WirePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The wire: everything that came in, newest first. A page is named by the paper that the one
/// before it ended with, so that papers that come in meanwhile neither repeat nor hide any.
@Controller
public final class WirePages {
    private static final int PAGE = 60;
    private static final int LONGEST_CATEGORY = 40;
    private static final int NEARBY = 12;

    private final Pages pages;
    private final Frames frames;
    private final Stories stories;
    private final PaperStore papers;
    private final Keeping keeping;
    private final Clock clock;

    public WirePages(
            Pages pages,
            Frames frames,
            Stories stories,
            PaperStore papers,
            Keeping keeping,
            Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.stories = stories;
        this.papers = papers;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/wire")
    View wire(
            @RequestParam(name = "cat", defaultValue = "") String cat,
            @RequestParam(name = "cursor", defaultValue = "") String cursor,
            HttpServletRequest request) {
        Optional<String> category = category(cat.strip());
        keeping.untilChanged(request);
        WirePlace top = category.map(WirePlace::top).orElse(WirePlace.TOP);
        WirePlace place = cursor.isEmpty() ? top : top.after(paper(cursor));
        List<Paper> found = papers.wire(place, PAGE + 1);
        List<Paper> shown = found.subList(0, Math.min(PAGE, found.size()));
        Optional<Link> next =
                found.size() > PAGE
                        ? Optional.of(
                                new Link(
                                        Addresses.wire(category, Optional.of(shown.getLast().id())),
                                        "Earlier papers"))
                        : Optional.empty();
        Optional<Link> back =
                cursor.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Link(
                                        Addresses.wire(category, Optional.empty()),
                                        "Newest first page"));
        return pages.show(
                "wire",
                new WirePage(
                        frame(category, cursor).withTurns(Optional.empty(), next),
                        category.map(Categories::name)
                                .map(name -> "The wire: " + name)
                                .orElse("The wire"),
                        category.orElse(""),
                        "%,d papers in the house".formatted(papers.count()),
                        days(shown, request),
                        nearby(shown, category),
                        back,
                        next,
                        shown.isEmpty() ? Optional.of(empty(category)) : Optional.empty()));
    }

    private Frame frame(Optional<String> category, String cursor) {
        String what = category.map(c -> "Papers in " + c).orElse("All papers that came in");
        Optional<PaperId> after =
                cursor.isEmpty()
                        ? Optional.empty()
                        : PaperId.candidates(cursor).stream().findFirst();
        return frames.of(
                        category.map(c -> c + ", the wire").orElse("The wire"),
                        what + ", newest first.",
                        Addresses.wire(category, after),
                        Section.WIRE)
                .withData("/api/papers");
    }

    private Paper paper(String cursor) {
        return PaperId.candidates(cursor).stream()
                .flatMap(id -> papers.get(id).stream())
                .findFirst()
                .orElseThrow(() ->
                        new BadAddress(
                                ("not a place in the wire: cursor=\"%s\"; accepted is the"
                                                + " id of a paper in the house")
                                        .formatted(
                                                cursor.length() <= 60
                                                        ? cursor
                                                        : cursor.substring(0, 57) + "...")));
    }

    private static Optional<String> category(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST_CATEGORY || !text.matches("[A-Za-z0-9.-]+")) {
            throw new BadAddress(
                    "not a category: \"%s\"; accepted is one such as cs.CL or stat.ML"
                            .formatted(text.length() <= 40 ? text : text.substring(0, 37) + "..."));
        }
        return Optional.of(text);
    }

    private List<WirePage.Day> days(List<Paper> shown, HttpServletRequest request) {
        List<Story> told = stories.of(shown, AsOf.read("", clock), request);
        Map<String, List<Story>> byDay = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            var published = shown.get(i).published();
            String iso = published == null ? "" : published.toString();
            titles.put(iso, published == null ? "Without a date" : Dates.weekday(published));
            byDay.computeIfAbsent(iso, _ -> new ArrayList<>()).add(told.get(i).undated());
        }
        return byDay.entrySet().stream()
                .map(day ->
                        new WirePage.Day(
                                titles.getOrDefault(day.getKey(), ""),
                                day.getKey(),
                                day.getValue()))
                .toList();
    }

    private static List<Link> nearby(List<Paper> shown, Optional<String> category) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        shown.forEach(paper -> paper.categories().forEach(c -> counts.merge(c, 1, Integer::sum)));
        category.ifPresent(counts::remove);
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(NEARBY)
                .map(entry ->
                        new Link(
                                Addresses.wire(Optional.of(entry.getKey()), Optional.empty()),
                                entry.getKey()))
                .toList();
    }

    private static Empty empty(Optional<String> category) {
        return category.map(c ->
                        new Empty(
                                "No papers in " + c,
                                "Categories are arXiv’s, such as cs.CL or stat.ML,"
                                        + " in the same capitals.",
                                List.of(new Link("/wire", "All papers"))))
                .orElseGet(() ->
                        new Empty(
                                "No papers yet",
                                "Fill the house from a file: broadsheet import FILE…",
                                List.of(new Link("/papers", "Today’s edition"))));
    }
}
