package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.search.Clause;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Results;
import org.broadsheet.search.Search;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Paging;
import org.broadsheet.server.web.page.SearchPage;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.Story;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// The search page, `/papers?q=…`.
public final class SearchPages {
    private static final int PAGE = 20;
    private static final int CHOICES = 8;

    private final Pages pages;
    private final Frames frames;
    private final Stories stories;
    private final Search search;
    private final PaperStore papers;
    private final Keeping keeping;
    private final Clock clock;

    public SearchPages(
            Pages pages,
            Frames frames,
            Stories stories,
            Search search,
            PaperStore papers,
            Keeping keeping,
            Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.stories = stories;
        this.search = search;
        this.papers = papers;
        this.keeping = keeping;
        this.clock = clock;
    }

    View show(HttpServletRequest request) {
        String query = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
        keeping.once(request);
        int page = BadAddress.page(Objects.requireNonNullElse(request.getParameter("page"), "1"));
        if (query.isEmpty()) {
            return pages.show("search", unasked());
        }
        Results results;
        try {
            results = search.find(query, page - 1, PAGE);
        } catch (IllegalArgumentException e) {
            return pages.show(
                    "search",
                    unreadable(query, String.valueOf(e.getMessage())),
                    HttpStatus.BAD_REQUEST);
        }
        return pages.show("search", found(query, page, results, request));
    }

    private SearchPage unasked() {
        Frame frame =
                frames.of(
                        "Search",
                        "Search all papers by words and by meaning.",
                        "/papers?q=",
                        Section.NONE);
        return new SearchPage(
                frame,
                "",
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                nowhere(),
                Optional.empty());
    }

    private SearchPage unreadable(String query, String problem) {
        return new SearchPage(
                frame(query, 1),
                query,
                chips(QueryClauses.of(query)),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                nowhere(),
                Optional.of(problem));
    }

    private SearchPage found(String query, int page, Results results, HttpServletRequest request) {
        QueryClauses clauses = QueryClauses.of(query);
        Paging paging = Paging.of(page, results.total(), PAGE, p -> Addresses.search(query, p));
        return new SearchPage(
                frame(query, page)
                        .withTurns(paging.previous(), paging.next())
                        .withData("/api/papers/search?q=" + Addresses.inQuery(query)),
                query,
                chips(clauses),
                summary(results),
                results.didYouMean().map(mended -> new Link(Addresses.search(mended), mended)),
                results.facets().stream().map(facet -> facet(facet, clauses)).toList(),
                hits(results.hits(), request),
                paging,
                Optional.empty());
    }

    private Frame frame(String query, int page) {
        String shown = query.length() <= 60 ? query : query.substring(0, 57) + "…";
        return frames.of(
                        shown,
                        "Papers found for: " + query,
                        Addresses.search(query, page),
                        Section.NONE)
                .withQuery(query);
    }

    private static String summary(Results results) {
        String lists =
                switch (results.byMeaning()) {
                    case TOOK_PART -> "words and meaning";
                    case LEFT_OUT -> "by words";
                };
        return EditionLayout.count(Math.toIntExact(results.total())) + " · " + lists;
    }

    private List<SearchPage.Found> hits(List<Hit> hits, HttpServletRequest request) {
        List<Story> told =
                stories.of(hits.stream().map(Hit::paper).toList(), AsOf.read("", clock), request);
        return java.util.stream.IntStream.range(0, hits.size())
                .mapToObj(i -> found(hits.get(i), told.get(i)))
                .toList();
    }

    private static SearchPage.Found found(Hit hit, Story story) {
        return new SearchPage.Found(
                story,
                RichText.of(hit.title()).unbroken(),
                RichText.of(hit.snippet()),
                Addresses.search("like:" + hit.paper().id()),
                hit.explanation());
    }

    private static SearchPage.Facet facet(Results.Facet facet, QueryClauses clauses) {
        return new SearchPage.Facet(
                switch (facet.field()) {
                    case "cat" -> "Category";
                    default ->
                            facet.field().substring(0, 1).toUpperCase(Locale.ROOT)
                                    + facet.field().substring(1);
                },
                facet.values().stream()
                        .limit(CHOICES)
                        .sorted(order(facet.field()))
                        .map(value -> choice(value, clauses))
                        .toList());
    }

    /// Years read better by year, everything else largest first.
    private static Comparator<Results.Facet.Value> order(String field) {
        return field.equals("year")
                ? Comparator.comparing(Results.Facet.Value::label).reversed()
                : Comparator.comparing(Results.Facet.Value::count).reversed();
    }

    private static SearchPage.Choice choice(Results.Facet.Value value, QueryClauses clauses) {
        boolean isOn = clauses.has(value.clause());
        String narrowed = isOn ? clauses.without(value.clause()) : clauses.with(value.clause());
        return new SearchPage.Choice(
                value.label(),
                Addresses.search(narrowed),
                value.count(),
                isOn ? SearchPage.State.ON : SearchPage.State.OFF);
    }

    private List<Link> chips(QueryClauses clauses) {
        return clauses.taken().stream()
                .map(clause ->
                        new Link(Addresses.search(clauses.without(clause.text())), label(clause)))
                .toList();
    }

    private String label(Clause clause) {
        if (clause instanceof Clause.Like like) {
            return papers.get(like.paper())
                    .map(paper -> "Similar to: " + RichText.of(paper.title()).readable())
                    .orElse(clause.text());
        }
        return clause.text();
    }

    private static Paging nowhere() {
        return Paging.of(1, 0, PAGE, _ -> "");
    }
}
