package org.broadsheet.server.sources.arxiv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// arXiv by OAI-PMH, the main way: every change of every record, day by day.
///
/// Its parts are sets as arXiv names them (`cs`, `physics:hep-th`, `cs:cs:LG`), or categories
/// (`cs.LG`, `hep-th`), which are sets too. The protocol lists one set at a time, so a token of
/// ours is the number of the part, a colon, and the token that arXiv gave.
public final class ArxivOai implements Source {
    public static final String NAME = "arxiv";
    public static final URI ADDRESS = URI.create("https://oaipmh.arxiv.org/oai");

    private static final String FORMAT = "arXivRaw";
    private static final int LONGEST_SHOWN = 80;
    private static final Manner MANNER =
            new Manner(
                    "arXiv OAI-PMH",
                    URI.create("https://info.arxiv.org/help/oa/index.html"),
                    Duration.ofSeconds(3),
                    Manner.Proof.RECORDED,
                    Manner.Rhythm.WEEKDAYS);

    private final URI address;
    private final InstantSource clock;

    /// @param address the base URL, arXiv's own or a mirror's
    public ArxivOai(URI address, InstantSource clock) {
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
        At at = At.of(place);
        OaiRecords records = asked(at.query(place), web);
        List<Reading> readings = new ArrayList<>();
        for (Reading reading = records.next(); reading != null; reading = records.next()) {
            readings.add(reading);
        }
        if (!records.isOai()) {
            throw notOai(records.broken());
        }
        Optional<OaiRecords.OaiError> error = records.error();
        if (error.isPresent() && !error.get().code().equals("noRecordsMatch")) {
            throw trouble(error.get());
        }
        if (!records.broken().isEmpty()) {
            return new Page(readings, Optional.empty(), records.total(), records.broken());
        }
        return new Page(readings, at.next(place, records.token()), records.total(), "");
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (!id.isArxiv()) {
            return Optional.empty();
        }
        OaiRecords records =
                asked(
                        "verb=GetRecord&metadataPrefix=%s&identifier=%s"
                                .formatted(FORMAT, encoded("oai:arXiv.org:" + id.value())),
                        web);
        Reading reading = records.next();
        if (!records.isOai()) {
            throw notOai(records.broken());
        }
        if (reading instanceof Statement statement) {
            return Optional.of(statement);
        }
        if (reading instanceof Reading.SetAside(var reject)) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE,
                    "its record of " + id + " cannot be read: " + reject.reason());
        }
        if (!records.broken().isEmpty()) {
            throw new SourceTrouble(Remedy.AGAIN, "its answer breaks off: " + records.broken());
        }
        Optional<OaiRecords.OaiError> error = records.error();
        if (error.isPresent() && !error.get().code().equals("idDoesNotExist")) {
            throw trouble(error.get());
        }
        return Optional.empty();
    }

    private OaiRecords asked(String query, Web web) throws IOException, InterruptedException {
        Web.Answer answer = web.get(URI.create(address + "?" + query), Map.of());
        if (answer.status() == 404) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE, address + " is not there (404); check its address");
        }
        return new OaiRecords(new ByteArrayInputStream(answer.body()), NAME, clock.instant());
    }

    /// What helps against each error of the protocol.
    private static SourceTrouble trouble(OaiRecords.OaiError error) {
        Remedy remedy =
                switch (error.code()) {
                    case "badResumptionToken" -> Remedy.ANEW;
                    default -> Remedy.OTHERWISE;
                };
        return new SourceTrouble(remedy, "it answered " + error);
    }

    private static SourceTrouble notOai(String why) {
        return new SourceTrouble(
                Remedy.AGAIN, "it answered with something else than OAI-PMH: " + why);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The set of a part: categories became sets of their own below their archive's.
    static String set(String part) {
        if (part.contains(":") || !part.contains(".")) {
            return PHYSICS.contains(part) ? "physics:" + part : part;
        }
        String archive = part.substring(0, part.indexOf('.'));
        String name = part.substring(part.indexOf('.') + 1);
        String group = PHYSICS.contains(archive) ? "physics" : archive;
        return group + ":" + archive + ":" + name;
    }

    private static final List<String> PHYSICS =
            List.of(
                    "astro-ph",
                    "cond-mat",
                    "gr-qc",
                    "hep-ex",
                    "hep-lat",
                    "hep-ph",
                    "hep-th",
                    "math-ph",
                    "nlin",
                    "nucl-ex",
                    "nucl-th",
                    "quant-ph");

    /// Where in the listing of all parts.
    ///
    /// @param part its number
    /// @param token arXiv's own, empty at the beginning of the part
    private record At(int part, String token) {
        static At of(Place place) throws SourceTrouble {
            if (place.token().isEmpty()) {
                return new At(0, "");
            }
            int colon = place.token().indexOf(':');
            String number = colon < 0 ? "" : place.token().substring(0, colon);
            if (!number.matches("\\d{1,4}")
                    || Integer.parseInt(number) >= Math.max(1, place.parts().size())) {
                throw new SourceTrouble(
                        Remedy.ANEW,
                        "not a token of this listing: \"" + shown(place.token()) + '"');
            }
            return new At(Integer.parseInt(number), place.token().substring(colon + 1));
        }

        private static String shown(String token) {
            return token.length() <= LONGEST_SHOWN
                    ? token
                    : token.substring(0, LONGEST_SHOWN - 3) + "...";
        }

        String query(Place place) {
            if (!token.isEmpty()) {
                return "verb=ListRecords&resumptionToken=" + encoded(token);
            }
            StringBuilder query = new StringBuilder("verb=ListRecords&metadataPrefix=" + FORMAT);
            query.append("&from=").append(place.from());
            if (place.until() != null) {
                query.append("&until=").append(place.until());
            }
            if (!place.parts().isEmpty()) {
                query.append("&set=").append(encoded(set(place.parts().get(part))));
            }
            return query.toString();
        }

        Optional<String> next(Place place, String given) {
            if (!given.isEmpty()) {
                return Optional.of(part + ":" + given);
            }
            return part + 1 < place.parts().size()
                    ? Optional.of((part + 1) + ":")
                    : Optional.empty();
        }
    }
}
