package org.broadsheet.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.change.Change.Kind;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Results;
import org.broadsheet.search.Search;
import org.broadsheet.server.cache.Reuse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/// The routes under `/api/papers`: the wire, one paper, and search.
@Controller
public final class PapersController {
    static final String ROUTE = "/api/papers/";

    private static final String COMMENTS = "/comments";
    private static final int LONGEST_QUERY = 250;

    private final PaperStore papers;
    private final AliasStore aliases;
    private final EditionStore editions;
    private final Search search;
    private final Entries entries;
    private final Threads threads;
    private final Clock clock;

    public PapersController(
            PaperStore papers,
            AliasStore aliases,
            EditionStore editions,
            Search search,
            Entries entries,
            Threads threads,
            Clock clock) {
        this.papers = papers;
        this.aliases = aliases;
        this.editions = editions;
        this.search = search;
        this.entries = entries;
        this.threads = threads;
        this.clock = clock;
    }

    /// Whether `explain=1` was given.
    private enum Explain {
        NO("0"),
        YES("1");

        private final String word;

        Explain(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @GetMapping("/api/papers")
    ResponseEntity<byte[]> wire(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        int limit = parameters.number("limit", 50, 1, 100);
        WirePlace after = parameters.text("cursor").map(Cursor::read).orElse(WirePlace.TOP);
        List<Paper> found = papers.wire(after, limit + 1);
        List<Paper> page = found.subList(0, Math.min(limit, found.size()));
        Reuse.whileUnchanged(Instant.MAX, Kind.PAPER, Kind.VOTE, Kind.COMMENT).mark(request);
        List<PaperObject> body =
                entries.flat(page.stream().map(Subject::of).toList(), clock.instant());
        return found.size() > limit
                ? Json.answer(body, new NextPage(request, "cursor", Cursor.after(page.getLast())))
                : Json.answer(body);
    }

    @GetMapping("/api/papers/search")
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        String query = parameters.text("q", LONGEST_QUERY);
        int limit = parameters.number("limit", Search.LARGEST_PAGE, 1, Search.LARGEST_PAGE);
        Explain explain = parameters.choice("explain", Explain.NO, Explain.class);
        Results results = find(query, limit);
        Reuse.ONCE.mark(request);
        Function<Hit, Subject> subject = explain == Explain.YES ? Subject::explained : Subject::of;
        return Json.answer(
                entries.list(results.hits().stream().map(subject).toList(), clock.instant()));
    }

    @GetMapping(ROUTE + "**")
    ResponseEntity<byte[]> one(HttpServletRequest request) {
        String asked = PathText.after(ROUTE, request);
        Optional<Paper> known = known(asked);
        if (known.isEmpty() && asked.endsWith(COMMENTS)) {
            return thread(asked.substring(0, asked.length() - COMMENTS.length()), request);
        }
        if (known.isEmpty()) {
            return moved(asked, "", request);
        }
        Paper paper = known.get();
        Submission first = editions.of(paper.id()).stream().findFirst().orElse(null);
        Reuse.whileUnchanged(Instant.MAX, Kind.PAPER, Kind.VOTE, Kind.COMMENT, Kind.EDITION)
                .mark(request);
        return Json.answer(entries.one(Subject.of(paper, first), clock.instant()));
    }

    /// What was said about a paper.
    private ResponseEntity<byte[]> thread(String asked, HttpServletRequest request) {
        Optional<Paper> paper = known(asked);
        if (paper.isEmpty()) {
            return moved(asked, COMMENTS, request);
        }
        Reuse.whileUnchanged(Instant.MAX, Kind.PAPER, Kind.COMMENT, Kind.READER).mark(request);
        return Json.answer(threads.of(paper.get().id(), clock.instant()));
    }

    private Results find(String query, int limit) {
        try {
            return search.find(query, 0, limit);
        } catch (IllegalArgumentException e) {
            throw Refused.parameter("q: " + e.getMessage());
        }
    }

    /// The paper that the text names, mended if the id lost zeros on its way.
    private Optional<Paper> known(String text) {
        List<PaperId> candidates = PaperId.candidates(text);
        Map<PaperId, Paper> found = papers.get(candidates);
        return candidates.stream().filter(found::containsKey).map(found::get).findFirst();
    }

    /// Leads from another id of a paper to its own.
    private ResponseEntity<byte[]> moved(String asked, String rest, HttpServletRequest request) {
        PaperId paper =
                PaperId.candidates(asked).stream()
                        .map(aliases::paper)
                        .flatMap(Optional::stream)
                        .filter(id -> papers.get(id).isPresent())
                        .findFirst()
                        .orElseThrow(() -> notFound(asked));
        Reuse.ONCE.mark(request);
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .header(
                        "Location",
                        UriUtils.encodePath(ROUTE + paper.value() + rest, StandardCharsets.UTF_8))
                .build();
    }

    private static Refused notFound(String asked) {
        return new Refused(
                404,
                "PaperNotFound",
                "no paper \"%s\" here; accepted is %s"
                        .formatted(Parameters.shown(asked), PaperId.ACCEPTED));
    }
}
