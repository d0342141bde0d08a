package org.broadsheet.server.sources.elsewhere;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.citation.CslItem;
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
import tools.jackson.databind.node.ObjectNode;

/// Papers by their DOI: the resolver is asked for CSL-JSON by content negotiation, which Crossref,
/// DataCite and others answer. It lists nothing: the parts of a place are the DOIs wanted, one a
/// page.
///
/// Its form: https://citation.doi.org/docs.html
public final class DoiResolver implements Source {
    public static final String NAME = "doi";

    /// The resolver for all DOIs.
    public static final URI ADDRESS = URI.create("https://doi.org/");

    private static final String WHO = "the DOI resolver";
    private static final Map<String, String> CSL =
            Map.of("Accept", "application/vnd.citationstyles.csl+json");

    private final URI base;
    private final InstantSource clock;

    /// @param base what DOIs are put behind
    public DoiResolver(URI base, InstantSource clock) {
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
                SourceName.DOI.label(), base, Duration.ofSeconds(1), Manner.Proof.DOCUMENTED);
    }

    @Override
    public Page read(Place place, Web web) throws IOException, InterruptedException {
        Parts at = Parts.of(place, "a DOI resolver lists nothing; name DOIs, as in 10.1000/x.y");
        String doi = at.name(place);
        Optional<PaperId> id = PaperId.ofDoi(doi);
        Reading reading =
                id.isEmpty()
                        ? aside(doi, "not a DOI; accepted is 10.1000/x.y")
                        : reading(doi, id.get(), web);
        return Page.of(List.of(reading), at.next(place));
    }

    private Reading reading(String doi, PaperId id, Web web)
            throws IOException, InterruptedException {
        Web.Answer answer = ask(doi(id), web);
        if (Answers.isMissing(answer)) {
            return aside(doi, "the resolver does not know it");
        }
        try {
            return statement(id, answer);
        } catch (IllegalArgumentException e) {
            return aside(doi, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException {
        if (!id.scheme().equals("doi")) {
            return Optional.empty();
        }
        Web.Answer answer = ask(doi(id), web);
        if (Answers.isMissing(answer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(statement(id, answer));
        } catch (IllegalArgumentException e) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE, "%s of %s: %s".formatted(WHO, id, e.getMessage()));
        }
    }

    private Web.Answer ask(String doi, Web web) throws IOException, InterruptedException {
        return web.get(base.resolve(Answers.inPath(doi)), CSL);
    }

    /// arXiv gives each of its papers a DOI, too.
    private static String doi(PaperId id) {
        return id.isArxiv() ? "10.48550/arXiv." + id : id.value().substring("doi:".length());
    }

    private Statement statement(PaperId id, Web.Answer answer) throws SourceTrouble {
        ObjectNode item = Answers.object(answer, WHO);
        Statement told =
                CslItem.read(
                        item, SourceName.DOI, Answers.today(clock), why -> reject(id.value(), why));
        Set<PaperId> ids = new HashSet<>(told.aliases());
        if (told.naming() instanceof Naming.Exact(PaperId named)
                && !named.scheme().equals("local")) {
            ids.add(named);
        }
        ids.remove(id);
        return new Statement(
                new Naming.Exact(id), told.paper().withId(id), List.of(), List.of(), ids);
    }

    private Reading.SetAside aside(String doi, String reason) {
        return new Reading.SetAside(reject(doi, reason));
    }

    private Reject reject(String doi, String reason) {
        return new Reject(name(), doi, reason, doi, clock.instant());
    }
}
