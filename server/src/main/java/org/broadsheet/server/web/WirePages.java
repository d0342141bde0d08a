package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.EditionPage.Empty;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.Story;
import org.broadsheet.server.web.page.WirePage;
import org.broadsheet.storage.Storage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The wire: everything that came in, newest first. A page is named by the paper that the one
/// before it ended with, so that papers that come in meanwhile neither repeat nor hide any.
@Controller
public final class WirePages {
    private static final int NEARBY = 12;

    /// Nothing came in from these.
    private static final Set<SourceName> OUR_OWN =
            Set.of(SourceName.AUTOMATIC, SourceName.HOUSE_MODEL);

    private final Pages pages;
    private final Frames frames;
    private final Stories stories;
    private final PaperStore papers;
    private final WireReading reading;
    private final Keeping keeping;
    private final Clock clock;

    public WirePages(
            Pages pages,
            Frames frames,
            Stories stories,
            Storage storage,
            Keeping keeping,
            Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.stories = stories;
        this.papers = storage.papers();
        this.reading = new WireReading(papers, storage.editions(), storage.runs());
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/wire")
    View wire(
            @RequestParam(name = "cursor", defaultValue = "") String cursor,
            HttpServletRequest request) {
        WireFilter filter = WireFilter.of(request);
        keeping.untilChanged(request);
        WireReading.Page read = reading.read(filter, cursor.isEmpty() ? null : paper(cursor));
        Optional<Link> next =
                read.next()
                        .map(last ->
                                new Link(
                                        filter.address(Optional.of(last)),
                                        read.isWhole() ? "Earlier papers" : "Look further"));
        Optional<Link> back =
                cursor.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Link(filter.address(Optional.empty()), "Newest first page"));
        List<Paper> shown = read.shown();
        return pages.show(
                "wire",
                new WirePage(
                        frame(filter, cursor).withTurns(Optional.empty(), next),
                        filter.category().isEmpty()
                                ? "The wire"
                                : "The wire: " + Categories.name(filter.category()),
                        form(filter),
                        "%,d papers in the house".formatted(papers.count()),
                        days(shown, request),
                        nearby(shown, filter.category()),
                        back,
                        next,
                        shown.isEmpty() ? Optional.of(empty(filter, read)) : Optional.empty()));
    }

    private static WirePage.Form form(WireFilter filter) {
        SourceName source = filter.source();
        return new WirePage.Form(
                filter.category(),
                filter.words(),
                Arrays.stream(SourceName.values())
                        .filter(one -> !OUR_OWN.contains(one))
                        .map(one ->
                                new WirePage.Choice(
                                        WireFilter.parameter(one), one.label(), one == source))
                        .toList(),
                filter.from() == null ? "" : filter.from().toString(),
                filter.to() == null ? "" : filter.to().toString(),
                filter.has().contains(WireFilter.CODE),
                filter.has().contains(WireFilter.RUN),
                filter.edition() == WireFilter.Editions.NONE,
                !filter.isOpen());
    }

    private Frame frame(WireFilter filter, String cursor) {
        String what =
                filter.category().isEmpty()
                        ? "All papers that came in"
                        : "Papers in " + filter.category();
        Optional<PaperId> after =
                cursor.isEmpty()
                        ? Optional.empty()
                        : PaperId.candidates(cursor).stream().findFirst();
        return frames.of(
                        filter.category().isEmpty() ? "The wire" : filter.category() + ", the wire",
                        what + ", newest first.",
                        filter.address(after),
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

    private static List<Link> nearby(List<Paper> shown, String category) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        shown.forEach(paper -> paper.categories().forEach(c -> counts.merge(c, 1, Integer::sum)));
        counts.remove(category);
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

    private static Empty empty(WireFilter filter, WireReading.Page read) {
        if (!read.isWhole()) {
            return new Empty(
                    "None among the newest",
                    "%,d papers were looked through and none fits; there are more."
                            .formatted(WireReading.MOST_LOOKED_THROUGH),
                    List.of(new Link(filter.address(read.next()), "Look further")));
        }
        if (filter.isOpen()) {
            return new Empty(
                    "No papers yet",
                    "Fill the house from a file: broadsheet import FILE…",
                    List.of(new Link("/papers", "Today’s edition")));
        }
        if (filter.equals(onlyCategory(filter))) {
            return new Empty(
                    "No papers in " + filter.category(),
                    "Categories are arXiv’s, such as cs.CL or stat.ML, in the same capitals.",
                    List.of(new Link("/wire", "All papers")));
        }
        List<Link> steps = new ArrayList<>();
        if (!filter.words().isEmpty()) {
            steps.add(
                    new Link(
                            Addresses.search(filter.words()),
                            "Search for these words, by meaning too"));
        }
        steps.add(new Link("/wire", "All papers"));
        return new Empty(
                "No papers fit", "Fewer conditions, or a longer span of days, find more.", steps);
    }

    private static WireFilter onlyCategory(WireFilter filter) {
        return new WireFilter(
                filter.category(), null, null, null, new TreeSet<>(), WireFilter.Editions.ANY, "");
    }
}
