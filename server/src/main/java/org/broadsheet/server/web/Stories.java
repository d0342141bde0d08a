package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.edition.Place;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Summary;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.text.Deck;
import org.broadsheet.server.text.Opening;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.lab.LabParts;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Ballot;
import org.broadsheet.server.web.page.Evidence;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Marks;
import org.broadsheet.server.web.page.Story;
import org.jspecify.annotations.Nullable;

/// Tells papers as stories: which words stand under a title, who they are by, what votes they have.
public final class Stories {
    static final String BY_BROADSHEET = "Summary by Broadsheet, not the authors’ abstract";
    static final String BY_MODEL = "Summary made by a language model at the source";

    static final String BY_HOUSE_MODEL = "Summary made here by the language model ";
    static final String BY_ITSELF = "Extract, chosen automatically, from the authors’ abstract";

    private static final int MORE = 1_000;
    private static final int KEYWORDS = 3;

    private final Ballots ballots;
    private final LabParts lab;

    public Stories(Ballots ballots, LabParts lab) {
        this.ballots = ballots;
        this.lab = lab;
    }

    /// The stories of places in an edition, each with its rank and reason.
    List<Story> of(List<Place> places, AsOf asOf, HttpServletRequest request) {
        Beside beside = beside(places.stream().map(Place::paper).toList(), asOf, request);
        return places.stream()
                .map(place -> story(place.paper(), place.rank(), place.reason(), beside))
                .toList();
    }

    /// The stories of papers in a list without ranks.
    List<Story> of(Collection<Paper> papers, AsOf asOf, HttpServletRequest request) {
        Beside beside = beside(papers, asOf, request);
        return papers.stream().map(paper -> story(paper, 0, "", beside)).toList();
    }

    /// What a story shows of its run, where it leads.
    Optional<Evidence> evidence(Story story) {
        return story.runs().flatMap(_ -> lab.evidence(story.id()));
    }

    /// What stands beside the papers of a page, looked up for all of them at once.
    private record Beside(Map<PaperId, Ballot> ballots, Map<PaperId, Marks> runs) {}

    private Beside beside(Collection<Paper> papers, AsOf asOf, HttpServletRequest request) {
        return new Beside(
                ballots.of(papers, asOf, request),
                lab.marks(papers.stream().map(Paper::id).distinct().toList()));
    }

    private static Story story(Paper paper, int rank, String reason, Beside beside) {
        String deck = Deck.of(paper);
        return new Story(
                paper.id(),
                rank,
                Optional.ofNullable(beside.runs().get(paper.id())),
                topic(paper),
                RichText.of(paper.title()).unbroken(),
                RichText.of(deck),
                RichText.of(more(paper, deck)),
                writer(paper),
                by(paper.authors()),
                day(paper.published()),
                Objects.requireNonNull(beside.ballots().get(paper.id())),
                paper.keywords().stream().limit(KEYWORDS).map(Stories::keyword).toList(),
                reason);
    }

    static Link keyword(String keyword) {
        return new Link(Addresses.search(keyword), keyword);
    }

    static Optional<Story.Day> day(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(d -> new Story.Day(d.toString(), Dates.brief(d)));
    }

    static Optional<Link> topic(Paper paper) {
        return paper.categories().stream()
                .findFirst()
                .map(category ->
                        new Link(
                                Addresses.wire(Optional.of(category), Optional.empty()),
                                Categories.name(category)));
    }

    /// Who wrote the words under the title, unless the authors did.
    static Optional<String> writer(Paper paper) {
        Summary summary = paper.summary();
        if (summary == null || !isSummaryShown(paper, summary)) {
            return Optional.empty();
        }
        return Optional.of(writer(summary));
    }

    static String writer(Summary summary) {
        return switch (summary.by()) {
            case BROADSHEET -> BY_BROADSHEET;
            case MODEL -> BY_MODEL;
            case EXTRACT -> BY_ITSELF;
            case HOUSE_MODEL -> BY_HOUSE_MODEL + summary.model();
        };
    }

    /// The authors' own words come before a model's; a deck written for the front page before both.
    private static boolean isSummaryShown(Paper paper, Summary summary) {
        return !summary.deck().isEmpty() || paper.abstractText().isEmpty();
    }

    /// From the same hand as the deck.
    private static String more(Paper paper, String deck) {
        Summary summary = paper.summary();
        boolean isWritten = summary != null && summary.by() != Summary.Writer.EXTRACT;
        String told =
                summary != null && isWritten && isSummaryShown(paper, summary)
                        ? summary.text()
                        : paper.abstractText();
        String text = told.replace("\n\n", " ");
        String rest = text.startsWith(deck) ? text.substring(deck.length()).strip() : text;
        return deck.endsWith("…") ? "" : Opening.of(rest, MORE);
    }

    private static String by(List<Author> authors) {
        return switch (authors.size()) {
            case 0 -> "";
            case 1 -> authors.getFirst().name();
            case 2 -> authors.getFirst().name() + " and " + authors.get(1).name();
            default -> "%s and %,d others".formatted(authors.getFirst().name(), authors.size() - 1);
        };
    }
}
