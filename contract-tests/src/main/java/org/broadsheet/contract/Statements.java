package org.broadsheet.contract;

import static org.broadsheet.contract.Fixtures.ARXIV;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.titled;

import java.util.List;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.Summary;
import org.broadsheet.paper.Version;

/// Eight statements about one paper, each of another fact.
final class Statements {
    static final List<Fact> FACTS =
            List.of(
                    Fact.ABSTRACT,
                    Fact.SUMMARY,
                    Fact.AUTHORS,
                    Fact.VERSIONS,
                    Fact.LINKS,
                    Fact.KEYWORDS,
                    Fact.ORGANISATIONS,
                    Fact.REFERENCE);

    private Statements() {}

    static Paper of(int i) {
        PaperBuilder paper = titled(id(1), "One paper");
        return switch (i) {
            case 0 -> paper.abstractText("Abstract.").build();
            case 1 -> paper.summary(new Summary("Text.", "", Summary.Writer.MODEL)).build();
            case 2 -> paper.authors(List.of("Ada")).build();
            case 3 -> paper.versions(List.of(new Version(1, ARXIV.asOf()))).build();
            case 4 -> paper.link(new Link(Link.Kind.CODE, "https://example.org/")).build();
            case 5 -> paper.keywords(List.of("heads")).build();
            case 6 -> paper.organisations(List.of(new Organisation("lab", "Lab"))).build();
            default -> paper.reference(new Reference("10.1000/1", "", "")).build();
        };
    }
}
