package org.broadsheet.server.sources.arxiv;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;

/// arXiv by its Atom API: papers by id, and by query, as they were last submitted on the days asked
/// for.
///
/// Its parts are categories (`cs.LG`), ids (`2308.16898`), or queries in the API's own words with
/// plus signs for blanks (`ti:attention+AND+cat:cs.CL`); ids are looked up whatever the days. A
/// token of ours is how many of the papers were read.
public final class ArxivApi implements Source {
    public static final String NAME = "arxiv-api";
    public static final URI ADDRESS = URI.create("https://export.arxiv.org/api/query");

    /// The API's manual asks for slices; far ones fail now and then.
    static final int PAGE = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Manner MANNER =
            new Manner(
                    "arXiv by query",
                    URI.create("https://info.arxiv.org/help/api/index.html"),
                    Duration.ofSeconds(3),
                    Manner.Proof.RECORDED);

    private final URI address;
    private final InstantSource clock;

    /// @param address of the query interface, arXiv's own or a mirror's
    public ArxivApi(URI address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    @Override
    public Page read(Place place, Web web) throws IOException, InterruptedException {
        int start = start(place.token());
        List<String> ids = ids(place);
        String query = ids.isEmpty() || ids.size() < place.parts().size() ? query(place) : "";
        if (!ids.isEmpty() && !query.isEmpty()) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE, "ids and categories cannot be asked for at once");
        }
        Feed feed = asked(query, ids, start, web);
        List<Reading> readings = readings(feed);
        OptionalLong total = total(feed);
        return feed.broken().isEmpty()
                ? new Page(readings, next(start, feed.entries().size(), total), total, "")
                : new Page(readings, Optional.empty(), total, feed.broken());
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (!id.isArxiv()) {
            return Optional.empty();
        }
        Feed feed = asked("", List.of(id.value()), 0, web);
        if (!feed.broken().isEmpty()) {
            throw new SourceTrouble(Remedy.AGAIN, "its answer breaks off: " + feed.broken());
        }
        for (Reading reading : readings(feed)) {
            if (reading instanceof Statement statement && statement.paper().id().equals(id)) {
                return Optional.of(statement);
            }
            if (reading instanceof Reading.SetAside(var reject)) {
                throw new SourceTrouble(
                        Remedy.OTHERWISE,
                        "its entry for " + id + " cannot be read: " + reject.reason());
            }
        }
        return Optional.empty();
    }

    /// The count that the answer states is not to be trusted: for ids it counts those that are not
    /// there, and in the midst of a list it is 0 at times. An empty slice before the stated end is
    /// a slice to be asked for again, and a full one is never the last.
    private static Optional<String> next(int start, int entries, OptionalLong total)
            throws SourceTrouble {
        long end = total.orElse(0);
        if (entries == 0 && start > 0 && end > start) {
            throw new SourceTrouble(
                    Remedy.AGAIN,
                    "it gives nothing from paper %,d on, of %,d".formatted(start, end));
        }
        boolean isMore = entries >= PAGE || entries > 0 && start + entries < end;
        return isMore ? Optional.of(Integer.toString(start + entries)) : Optional.empty();
    }

    private Feed asked(String query, List<String> ids, int start, Web web)
            throws IOException, InterruptedException {
        String words =
                "search_query=%s&id_list=%s&sortBy=lastUpdatedDate&sortOrder=ascending&start=%d&max_results=%d"
                        .formatted(encoded(query), encoded(String.join(",", ids)), start, PAGE);
        Web.Answer answer = web.get(URI.create(address + "?" + words), Map.of());
        if (answer.status() == 404) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE, address + " is not there (404); check its address");
        }
        Feed feed = Feed.read(answer.body());
        if (!feed.is("feed")) {
            throw new SourceTrouble(
                    Remedy.AGAIN, "it answered with something else than Atom: " + feed.broken());
        }
        Optional<String> error = error(feed);
        if (error.isPresent()) {
            throw new SourceTrouble(Remedy.OTHERWISE, "it answered: " + error.get());
        }
        return feed;
    }

    /// Errors come as an entry of their own.
    private static Optional<String> error(Feed feed) {
        return feed.entries().stream()
                .filter(entry -> entry.text("id").orElse("").contains("/api/errors"))
                .map(entry -> SafeXml.line(entry.text("summary").orElse("an error without words")))
                .findFirst();
    }

    private List<Reading> readings(Feed feed) {
        Instant now = clock.instant();
        List<Reading> readings = new ArrayList<>();
        for (Element entry : feed.entries()) {
            readings.add(new ApiEntry(entry, NAME, "entry " + (readings.size() + 1), now).read());
        }
        return readings;
    }

    private static OptionalLong total(Feed feed) {
        String text = feed.facts().getOrDefault("totalResults", "");
        return text.matches("\\d{1,12}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private static int start(String token) throws SourceTrouble {
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.matches("\\d{1,7}")) {
            throw new SourceTrouble(
                    Remedy.ANEW, "not a token of this listing: \"" + SafeXml.line(token) + '"');
        }
        return Integer.parseInt(token);
    }

    private static List<String> ids(Place place) {
        List<String> ids = new ArrayList<>();
        for (String part : place.parts()) {
            try {
                PaperId id = PaperId.of(part);
                if (id.isArxiv()) {
                    ids.add(id.value());
                }
            } catch (IllegalArgumentException _) {
                // a category or a query
            }
        }
        return ids;
    }

    private static String query(Place place) {
        String days = days(place);
        if (place.parts().isEmpty()) {
            return days;
        }
        String parts =
                place.parts().stream()
                        .map(part -> part.contains(":") ? part.replace('+', ' ') : "cat:" + part)
                        .collect(Collectors.joining(" OR "));
        return "(" + parts + ") AND " + days;
    }

    private static String days(Place place) {
        LocalDate until = place.until();
        return "lastUpdatedDate:[%s0000 TO %s2359]"
                .formatted(
                        DAY.format(place.from()), until == null ? "99991231" : DAY.format(until));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
