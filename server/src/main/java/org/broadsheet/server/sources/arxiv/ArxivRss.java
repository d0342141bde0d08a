package org.broadsheet.server.sources.arxiv;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

/// arXiv's RSS: what was announced today, and nothing of other days, whatever days are asked for.
/// The quickest way to a small listing; at most 2,000 papers.
///
/// Its parts are archives and categories (`cs`, `cs.LG`). Written after its documentation.
public final class ArxivRss implements Source {
    public static final String NAME = "arxiv-rss";
    public static final URI ADDRESS = URI.create("https://rss.arxiv.org/rss");

    private static final Manner MANNER =
            new Manner(
                    "arXiv RSS",
                    URI.create("https://info.arxiv.org/help/rss.html"),
                    Duration.ofSeconds(3),
                    Manner.Proof.DOCUMENTED);

    private final URI address;
    private final InstantSource clock;

    /// @param address of the feeds' folder, arXiv's own or a mirror's
    public ArxivRss(URI address, InstantSource clock) {
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
        if (place.parts().isEmpty()) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE,
                    "its listings are by category; name some, as in cs.LG or math");
        }
        for (String part : place.parts()) {
            if (!part.matches("[a-z-]{1,20}(?:\\.[A-Za-z-]{1,20})?")) {
                throw new SourceTrouble(
                        Remedy.OTHERWISE,
                        "\"%s\" is no category of arXiv; accepted are names such as cs.LG and math"
                                .formatted(SafeXml.line(part)));
            }
        }
        URI feedAddress = URI.create(address + "/" + String.join("+", place.parts()));
        Web.Answer answer = web.get(feedAddress, Map.of());
        if (answer.status() == 404) {
            throw new SourceTrouble(Remedy.OTHERWISE, feedAddress + " is not there (404)");
        }
        Feed feed = Feed.read(answer.body());
        if (!feed.is("rss")) {
            throw new SourceTrouble(
                    Remedy.AGAIN, "it answered with something else than RSS: " + feed.broken());
        }
        List<Reading> readings = readings(feed);
        return new Page(
                readings, Optional.empty(), OptionalLong.of(readings.size()), feed.broken());
    }

    /// Its listings know no ids.
    @Override
    public Optional<Statement> find(PaperId id, Web web) {
        return Optional.empty();
    }

    private List<Reading> readings(Feed feed) {
        Instant now = clock.instant();
        String day =
                feed.facts()
                        .getOrDefault("pubDate", feed.facts().getOrDefault("lastBuildDate", ""));
        List<Reading> readings = new ArrayList<>();
        for (Element item : feed.entries()) {
            readings.add(new RssItem(item, day, NAME, "item " + (readings.size() + 1), now).read());
        }
        return readings;
    }
}
