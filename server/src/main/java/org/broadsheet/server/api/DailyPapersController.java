package org.broadsheet.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.broadsheet.change.Change.Kind;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.Period;
import org.broadsheet.server.api.DailyPapers.Cut;
import org.broadsheet.server.api.DailyPapers.More;
import org.broadsheet.server.cache.Reuse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The route `/api/daily_papers`: editions as JSON.
@Controller
public final class DailyPapersController {
    private static final int MOST_PAGES = 1_000_000;

    /// Scores of trending fall by the minute; the order stands.
    private static final Duration TRENDING_HOLDS = Duration.ofMinutes(1);

    private final DailyPapers papers;
    private final Entries entries;
    private final EditionClock editionClock;
    private final Clock clock;

    public DailyPapersController(
            Editions editions,
            EditionStore store,
            Entries entries,
            EditionClock editionClock,
            Clock clock) {
        this.papers = new DailyPapers(editions, store);
        this.entries = entries;
        this.editionClock = editionClock;
        this.clock = clock;
    }

    private enum Sort {
        PUBLISHED("publishedAt"),
        TRENDING("trending");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @GetMapping("/api/daily_papers")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Instant now = clock.instant();
        Parameters parameters = new Parameters(request);
        int limit = parameters.number("limit", 50, 1, 100);
        int page = parameters.number("p", 0, 0, MOST_PAGES);
        Sort sort = parameters.choice("sort", Sort.PUBLISHED, Sort.class);
        Instant asOf = parameters.moment("asof", now);
        Cut cut = new Cut(asOf, parameters.text("submitter"), (long) page * limit, limit);
        DailyPapers.Page found = find(period(parameters), sort, cut);
        reuse(sort, now).mark(request);
        List<Entry> body = entries.list(found.places().stream().map(Subject::of).toList(), asOf);
        return found.more() == More.AFTER_THIS
                ? Json.answer(body, new NextPage(request, "p", "" + (page + 1)))
                : Json.answer(body);
    }

    private DailyPapers.Page find(Optional<Period> period, Sort sort, Cut cut) {
        if (period.isPresent()) {
            return papers.of(period.get(), cut);
        }
        return switch (sort) {
            case TRENDING -> papers.trending(cut);
            case PUBLISHED -> papers.latest(cut);
        };
    }

    private Reuse reuse(Sort sort, Instant now) {
        Instant turnOver = editionClock.close(editionClock.day(now));
        Instant soon = now.plus(TRENDING_HOLDS);
        boolean isSoon = sort == Sort.TRENDING && soon.isBefore(turnOver);
        return Reuse.whileUnchanged(
                isSoon ? soon : turnOver, Kind.PAPER, Kind.VOTE, Kind.COMMENT, Kind.EDITION);
    }

    private static Optional<Period> period(Parameters parameters) {
        List<Period> periods =
                Stream.of(
                                read(parameters, "date", Period::day),
                                read(parameters, "week", Period::week),
                                read(parameters, "month", Period::month))
                        .flatMap(Optional::stream)
                        .toList();
        if (periods.size() > 1) {
            throw Refused.parameter("only one of date, week and month is accepted");
        }
        return periods.stream().findFirst();
    }

    private static Optional<Period> read(
            Parameters parameters, String name, Function<String, Period> reading) {
        try {
            return parameters.text(name).map(reading);
        } catch (IllegalArgumentException e) {
            throw Refused.parameter(String.valueOf(e.getMessage()));
        }
    }
}
