package org.broadsheet.server.sources;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.elsewhere.Answers;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;

/// The hosted daily-papers page, or another Broadsheet, by its daily JSON, day by day: what was in
/// which edition, and how many votes it had there, which stay counts of that place.
///
/// Its form: `docs/api.md`, `GET /api/daily_papers` and `GET /api/papers/{id}`, which keep that of
/// the hosted page.
public final class HostedDaily implements Source {
    public static final String NAME = "daily";

    private static final String WHO = "the hosted page";
    private static final int PAGE = 100;

    private final URI base;
    private final InstantSource clock;

    /// @param base the page's address, with a slash at its end
    public HostedDaily(URI base, InstantSource clock) {
        this.base = base;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Manner manner() {
        return new Manner(
                SourceName.HOSTED_DAILY.label(),
                base,
                Duration.ofSeconds(3),
                Manner.Proof.DOCUMENTED);
    }

    /// A page of a day's listing.
    private record At(LocalDate day, int page) {
        static At of(Place place) throws SourceTrouble {
            if (place.token().isEmpty()) {
                return new At(place.from(), 0);
            }
            String[] parts = place.token().split("/", 2);
            try {
                return new At(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]));
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
                throw new SourceTrouble(
                        Remedy.ANEW,
                        "not a place in this listing: \"%s\"; accepted is what a page before gave"
                                .formatted(place.token()));
            }
        }

        String token() {
            return day + "/" + page;
        }
    }

    @Override
    public Page read(Place place, Web web) throws IOException, InterruptedException {
        At at = At.of(place);
        URI address =
                base.resolve(
                        "api/daily_papers?date=%s&limit=%d&p=%d"
                                .formatted(at.day(), PAGE, at.page()));
        Web.Answer answer = web.get(address, Map.of());
        int size = Answers.isMissing(answer) ? 0 : Answers.array(answer, WHO).size();
        List<Reading> readings =
                size == 0
                        ? List.of()
                        : DailyReadings.ofDay(answer.body(), at.day(), "daily " + at.day(), clock);
        return Page.of(readings, next(at, size, place));
    }

    private Optional<String> next(At at, int size, Place place) {
        if (size >= PAGE) {
            return Optional.of(new At(at.day(), at.page() + 1).token());
        }
        LocalDate last =
                place.until() == null
                        ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        : place.until();
        return at.day().isBefore(last)
                ? Optional.of(new At(at.day().plusDays(1), 0).token())
                : Optional.empty();
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (!id.isArxiv()) {
            return Optional.empty();
        }
        Web.Answer answer =
                web.get(base.resolve("api/papers/" + Answers.inPath(id.value())), Map.of());
        if (Answers.isMissing(answer)) {
            return Optional.empty();
        }
        try {
            return DailyReadings.ofPaper(Answers.object(answer, WHO), clock)
                    .filter(told -> told.paper().id().equals(id));
        } catch (IllegalArgumentException e) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE, "%s of %s: %s".formatted(WHO, id, e.getMessage()));
        }
    }
}
