package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.Period;
import org.broadsheet.server.web.page.Addresses;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The editions: the latest, a day's, a week's, a month's, and what is trending. `/papers?q=` is a
/// search and goes on to [SearchPages].
@Controller
public final class EditionPages {
    private static final int TRENDING = 300;

    private final Pages pages;
    private final Editions editions;
    private final EditionLayout layout;
    private final SearchPages searches;
    private final Keeping keeping;
    private final Clock clock;

    public EditionPages(
            Pages pages,
            Editions editions,
            EditionLayout layout,
            SearchPages searches,
            Keeping keeping,
            Clock clock) {
        this.pages = pages;
        this.editions = editions;
        this.layout = layout;
        this.searches = searches;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/")
    View front(HttpServletRequest request) {
        return day(new Period.Day(latest()), Asked.of(request));
    }

    /// The latest edition, a search, or by `date`, `week`, `month` an edition under its old
    /// address.
    @GetMapping("/papers")
    View papers(HttpServletRequest request) {
        if (request.getParameter("q") != null) {
            return searches.show(request);
        }
        Optional<Period> period = aliased(request);
        if (period.isPresent()) {
            return pages.redirect(Addresses.edition(period.get()), HttpStatus.MOVED_PERMANENTLY);
        }
        return front(request);
    }

    @GetMapping("/papers/date/{day}")
    View day(@PathVariable("day") String day, HttpServletRequest request) {
        return day(BadAddress.unless(() -> Period.day(day)), Asked.of(request));
    }

    @GetMapping("/papers/week/{week}")
    View week(@PathVariable("week") String week, HttpServletRequest request) {
        return longer(BadAddress.unless(() -> Period.week(week)), request);
    }

    @GetMapping("/papers/month/{month}")
    View month(@PathVariable("month") String month, HttpServletRequest request) {
        return longer(BadAddress.unless(() -> Period.month(month)), request);
    }

    @GetMapping("/papers/trending")
    View trending(HttpServletRequest request) {
        Asked asked = Asked.of(request);
        AsOf asOf = AsOf.read(asked.asof(), clock);
        keeping.shortly(request);
        return pages.show(
                "edition",
                layout.trending(editions.trending(asOf.moment(), TRENDING), asOf, asked));
    }

    /// `/papers/date` without a day, and the like.
    @GetMapping({
        "/papers/date", "/papers/date/",
        "/papers/week", "/papers/week/",
        "/papers/month", "/papers/month/"
    })
    View unnamed(
            @RequestParam(name = "asof", defaultValue = "") String asof,
            HttpServletRequest request) {
        String kind = request.getRequestURI().split("/")[2];
        return pages.redirect(
                switch (kind) {
                    case "week" -> Addresses.edition(new Period.Week(latest()));
                    case "month" -> Addresses.edition(new Period.Month(YearMonth.from(latest())));
                    default -> Addresses.edition(new Period.Day(latest()));
                },
                HttpStatus.FOUND);
    }

    private View day(Period.Day day, Asked asked) {
        AsOf asOf = AsOf.read(asked.asof(), clock);
        keeping.untilChanged(asked.request());
        return pages.show("edition", layout.of(editions.of(day, asOf.moment()), asOf, asked));
    }

    /// A week or month after the last one with papers leads back to that: readers of feeds rely on
    /// it.
    private View longer(Period period, HttpServletRequest request) {
        Asked asked = Asked.of(request);
        AsOf asOf = AsOf.read(asked.asof(), clock);
        Edition edition = editions.of(period, asOf.moment());
        LocalDate latest = latest();
        if (edition.places().isEmpty() && period.first().isAfter(latest)) {
            Period last =
                    period instanceof Period.Week
                            ? new Period.Week(latest)
                            : new Period.Month(YearMonth.from(latest));
            return pages.redirect(Addresses.edition(last), HttpStatus.FOUND);
        }
        keeping.untilChanged(request);
        return pages.show("edition", layout.of(edition, asOf, asked));
    }

    private LocalDate latest() {
        return editions.latestDay(clock.instant());
    }

    private static Optional<Period> aliased(HttpServletRequest request) {
        String date = request.getParameter("date");
        String week = request.getParameter("week");
        String month = request.getParameter("month");
        if (date != null) {
            return Optional.of(BadAddress.unless(() -> Period.day(date)));
        }
        if (week != null) {
            return Optional.of(BadAddress.unless(() -> Period.week(week)));
        }
        return Optional.ofNullable(month).map(m -> BadAddress.unless(() -> Period.month(m)));
    }
}
