package org.broadsheet.server.sources.elsewhere;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;

/// The ACL Anthology by the XML files that it is made from, one a collection: the parts of a place
/// are collections (`2024.acl`, `P19`), one a page, of which the volumes count that were taken in
/// within the place's days.
///
/// Their form: https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc and
/// https://aclanthology.org/info/ids/
public final class AclAnthology implements Source {
    public static final String NAME = "acl";

    /// Where the Anthology keeps its files.
    public static final URI ADDRESS =
            URI.create("https://raw.githubusercontent.com/acl-org/acl-anthology/master/data/xml/");

    private static final String COLLECTION = "[A-Za-z0-9][A-Za-z0-9._-]{0,60}";

    private final URI base;
    private final InstantSource clock;

    /// @param base the folder of the files, with a slash at its end
    public AclAnthology(URI base, InstantSource clock) {
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
                SourceName.ACL.label(),
                URI.create("https://aclanthology.org/"),
                Duration.ofSeconds(3),
                Manner.Proof.DOCUMENTED);
    }

    @Override
    public Page read(Place place, Web web) throws IOException, InterruptedException {
        Parts at =
                Parts.of(place, "the Anthology is read by collections; name some, as in 2024.acl");
        String collection = at.name(place);
        List<Reading> readings =
                new AclCollection(name(), collection, clock.instant())
                        .read(ask(collection, web), day -> isWanted(day, place));
        return new Page(readings, at.next(place), OptionalLong.empty(), "");
    }

    private static boolean isWanted(LocalDate day, Place place) {
        LocalDate until = place.until();
        return !day.isBefore(place.from()) && (until == null || !day.isAfter(until));
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (!id.scheme().equals("acl")) {
            return Optional.empty();
        }
        String bare = id.value().substring("acl:".length());
        int hyphen = bare.indexOf('-');
        if (hyphen <= 0 || !bare.substring(0, hyphen).matches(COLLECTION)) {
            return Optional.empty();
        }
        String collection = bare.substring(0, hyphen);
        Web.Answer answer = ask(collection, web);
        if (Answers.isMissing(answer)) {
            return Optional.empty();
        }
        return new AclCollection(name(), collection, clock.instant())
                .read(answer, _ -> true).stream()
                        .filter(Statement.class::isInstance)
                        .map(Statement.class::cast)
                        .filter(told -> told.paper().id().equals(id))
                        .findFirst();
    }

    private Web.Answer ask(String collection, Web web) throws IOException, InterruptedException {
        return web.get(base.resolve(Answers.inPath(collection) + ".xml"), Map.of());
    }
}
