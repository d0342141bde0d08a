package org.broadsheet.server.sources.elsewhere;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.citation.CitedNames;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// bioRxiv or medRxiv by their common API: what was posted within the place's days, new versions
/// too, 100 a page; its parts are categories by their names, as in `neuroscience`.
///
/// Its form: https://api.biorxiv.org/ (details) and https://api.biorxiv.org/pubs/help
public final class Biorxiv implements Source {
    /// The API of both.
    public static final URI ADDRESS = URI.create("https://api.biorxiv.org/");

    private static final List<String> PREFIXES = List.of("doi:10.1101/", "doi:10.64898/");

    private final Server server;
    private final URI base;
    private final InstantSource clock;

    /// Which of the two.
    public enum Server {
        BIORXIV("bioRxiv"),
        MEDRXIV("medRxiv");

        private final String label;

        Server(String label) {
            this.label = label;
        }

        /// The source's name.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param base the API's address, with a slash at its end
    public Biorxiv(Server server, URI base, InstantSource clock) {
        this.server = server;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public String name() {
        return server.word();
    }

    @Override
    public Manner manner() {
        return new Manner(
                server.label,
                URI.create("https://www.%s.org/".formatted(server.word())),
                Duration.ofSeconds(3),
                Manner.Proof.DOCUMENTED);
    }

    @Override
    public Page read(Place place, Web web) throws IOException, InterruptedException {
        int from = cursor(place);
        LocalDate until = place.until() == null ? Answers.today(clock) : place.until();
        LocalDate first = place.from().isAfter(until) ? until : place.from();
        ObjectNode answer =
                Answers.object(
                        web.get(
                                base.resolve(
                                        "details/%s/%s/%s/%d/json"
                                                .formatted(server.word(), first, until, from)),
                                Map.of()),
                        server.label);
        JsonNode message = answer.path("messages").path(0);
        JsonNode papers = answer.path("collection");
        if (!papers.isArray() || !message.isObject()) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE,
                    "%s answered without messages and collection".formatted(server.label));
        }
        List<Reading> readings = new ArrayList<>();
        for (JsonNode paper : papers) {
            if (paper instanceof ObjectNode object && isWanted(object, place)) {
                readings.add(read(object));
            }
        }
        long total = number(message.path("total")).orElse(from + (long) papers.size());
        int next = from + papers.size();
        Optional<String> token =
                !papers.isEmpty() && next < total
                        ? Optional.of(Integer.toString(next))
                        : Optional.empty();
        return new Page(readings, token, OptionalLong.of(total), "");
    }

    private static int cursor(Place place) throws SourceTrouble {
        String token = place.token();
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.matches("\\d{1,9}")) {
            throw new SourceTrouble(
                    Remedy.ANEW,
                    "not a place in this listing: \"%s\"; accepted is what a page before gave"
                            .formatted(token));
        }
        return Integer.parseInt(token);
    }

    private static boolean isWanted(ObjectNode paper, Place place) {
        String category = category(paper);
        return place.parts().isEmpty()
                || place.parts().stream()
                        .anyMatch(part -> part.replace('_', ' ').equalsIgnoreCase(category));
    }

    private static String category(ObjectNode paper) {
        return text(paper, "category").replace('_', ' ');
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (PREFIXES.stream().noneMatch(id.value()::startsWith)) {
            return Optional.empty();
        }
        String doi = id.value().substring("doi:".length());
        Web.Answer answer =
                web.get(
                        base.resolve(
                                "details/%s/%s/na/json"
                                        .formatted(server.word(), Answers.inPath(doi))),
                        Map.of());
        if (Answers.isMissing(answer)) {
            return Optional.empty();
        }
        Optional<Statement> latest = Optional.empty();
        for (JsonNode paper : Answers.object(answer, server.label).path("collection")) {
            if (paper instanceof ObjectNode object
                    && read(object) instanceof Statement told
                    && told.paper().id().equals(id)) {
                Statement before = latest.orElse(told);
                latest =
                        Optional.of(
                                new Statement(
                                        told.naming(),
                                        before.paper().merge(told.paper()),
                                        List.of(),
                                        List.of(),
                                        told.aliases()));
            }
        }
        return latest;
    }

    private Reading read(ObjectNode paper) {
        try {
            return statement(paper);
        } catch (IllegalArgumentException e) {
            return new Reading.SetAside(
                    new Reject(
                            name(),
                            "%s, version %s".formatted(text(paper, "doi"), text(paper, "version")),
                            String.valueOf(e.getMessage()),
                            paper.toString(),
                            clock.instant()));
        }
    }

    private Statement statement(ObjectNode json) {
        String title = text(json, "title");
        if (title.isEmpty()) {
            throw new IllegalArgumentException("it has no title");
        }
        PaperId id =
                PaperId.ofDoi(text(json, "doi"))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "it has no DOI, but \"%s\"".formatted(text(json, "doi"))));
        LocalDate day = day(json);
        Optional<PaperId> printed = PaperId.ofDoi(text(json, "published"));
        PaperBuilder paper =
                Paper.of(id, title, new Origin(SourceName.BIORXIV, day))
                        .abstractText(text(json, "abstract"))
                        .authors(CitedNames.ofCell(text(json, "authors")))
                        .categories(List.of(category(json)))
                        .reference(
                                new Reference(
                                        printed.map(it -> it.value().substring(4)).orElse(""),
                                        "",
                                        server.label));
        // Only the first version's day is the paper's.
        if (text(json, "version").equals("1")) {
            paper.published(day);
        }
        return new Statement(
                new Naming.Exact(id),
                paper.build(),
                List.of(),
                List.of(),
                printed.map(Set::of).orElse(Set.of()));
    }

    private LocalDate day(ObjectNode json) {
        String text = text(json, "date");
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(Answers.today(clock).plusYears(1))) {
                return day;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new IllegalArgumentException(
                "its date is \"%s\"; accepted is a day up to a year from today, as in 2025-11-07"
                        .formatted(text));
    }

    private static String text(ObjectNode json, String name) {
        JsonNode field = json.path(name);
        return field.isString() || field.isNumber() ? field.asString().strip() : "";
    }

    private static OptionalLong number(JsonNode node) {
        return node.isNumber() || node.isString() && node.stringValue().matches("\\d{1,12}")
                ? OptionalLong.of(Long.parseLong(node.asString()))
                : OptionalLong.empty();
    }
}
