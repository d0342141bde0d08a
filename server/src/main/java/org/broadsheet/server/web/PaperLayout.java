package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Summary;
import org.broadsheet.search.Search;
import org.broadsheet.server.text.Bibtex;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Frame.Meta;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.OtherIds;
import org.broadsheet.server.web.page.PaperPage;
import org.broadsheet.server.web.page.PaperPage.Known;
import org.broadsheet.server.web.page.PaperPage.Passage;
import org.broadsheet.server.web.page.RunForm;
import org.broadsheet.server.web.page.RunIt;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.Story;

/// Lays a paper's page out: what is known of it, where each fact came from, where it appeared, what
/// is like it.
public final class PaperLayout {
    private static final int AUTHORS = 20;
    private static final int SIMILAR = 6;

    private final Frames frames;
    private final Stories stories;
    private final Editions editions;
    private final EditionStore submissions;
    private final Search search;
    private final CurationForms curation;
    private final Clock clock;
    private final Curating curating;
    private final TalkLayout talk;
    private final FacesOfVoters faces;

    public PaperLayout(
            Frames frames,
            Stories stories,
            Editions editions,
            EditionStore submissions,
            Search search,
            CurationForms curation,
            Clock clock,
            Curating curating,
            TalkLayout talk,
            FacesOfVoters faces) {
        this.frames = frames;
        this.stories = stories;
        this.editions = editions;
        this.submissions = submissions;
        this.search = search;
        this.curation = curation;
        this.clock = clock;
        this.curating = curating;
        this.talk = talk;
        this.faces = faces;
    }

    PaperPage of(Paper paper, Optional<RunIt> runIt, HttpServletRequest request) {
        return of(paper, runIt, curating.forms(paper.id(), request), request);
    }

    /// @param same the forms that say which papers are one, for whom there are any
    PaperPage of(
            Paper paper,
            Optional<RunIt> runIt,
            Optional<OtherIds> same,
            HttpServletRequest request) {
        AsOf now = AsOf.read("", clock);
        Story story = stories.of(List.of(paper), now, request).getFirst();
        List<Link> authors = paper.authors().stream().map(PaperLayout::author).toList();
        LocalDate published = paper.published();
        return new PaperPage(
                runIt.filter(PaperLayout::isRefused).isPresent()
                        ? refused(frame(paper, story))
                        : frame(paper, story),
                story,
                authors.subList(0, Math.min(AUTHORS, authors.size())),
                authors.subList(Math.min(AUTHORS, authors.size()), authors.size()),
                published == null ? "" : Dates.full(published),
                links(paper),
                paper.isWorkedOutHere(Fact.KEYWORDS)
                        ? "Keywords, chosen automatically"
                        : "Keywords",
                paper.keywords().stream().map(Stories::keyword).toList(),
                standfirst(paper),
                texts(paper),
                PaperFacts.of(paper, same.isPresent() ? List.of() : curating.others(paper.id())),
                sources(paper),
                appearances(paper, now),
                stories.of(search.similar(paper.id(), SIMILAR), now, request),
                Bibtex.of(paper),
                curation.of(paper, request),
                runIt,
                same,
                faces.of(paper.id(), now.moment()),
                talk.of(paper.id(), request));
    }

    private static boolean isRefused(RunIt runIt) {
        return runIt.form().filter(RunForm::isRefused).isPresent();
    }

    /// A form came back: the tab says so.
    private static Frame refused(Frame frame) {
        return frame.withTitle("Not accepted: " + frame.title());
    }

    private Frame frame(Paper paper, Story story) {
        String title = story.title().readable();
        String description = RichText.of(paper.leadText().replace("\n\n", " ")).readable();
        Frame frame =
                frames.of(
                                title,
                                description.isEmpty() ? "A paper: " + title : description,
                                Addresses.paper(paper.id()),
                                Section.NONE)
                        .withData("/api" + Addresses.paper(paper.id()));
        List<Meta> metas =
                new ArrayList<>(
                        frame.metas().stream()
                                .filter(meta -> !meta.name().equals("og:type"))
                                .toList());
        metas.add(Meta.property("og:type", "article"));
        metas.addAll(Citation.of(paper, frame.canonical()));
        return frame.withMetas(metas);
    }

    private static Link author(Author author) {
        return new Link(Addresses.author(author.key()), author.name());
    }

    private static List<Link> links(Paper paper) {
        List<Link> links = new ArrayList<>();
        if (paper.id().isArxiv()) {
            links.add(new Link("https://arxiv.org/abs/" + paper.id(), "arXiv"));
            links.add(new Link("https://arxiv.org/pdf/" + paper.id(), "PDF"));
        }
        String doi = PaperFacts.doi(paper);
        if (!doi.isEmpty()) {
            links.add(new Link("https://doi.org/" + doi, "DOI"));
        }
        paper.links().forEach(link -> links.add(new Link(link.url(), label(link.kind()))));
        return links;
    }

    private static String label(org.broadsheet.paper.Link.Kind kind) {
        return switch (kind) {
            case CODE -> "Code";
            case PROJECT -> "Project page";
            case DISCUSSION -> "Discussion";
        };
    }

    private static RichText standfirst(Paper paper) {
        Summary summary = paper.summary();
        return summary == null || isExtract(summary) ? RichText.NONE : RichText.of(summary.deck());
    }

    private static List<Passage> texts(Paper paper) {
        List<Passage> texts = new ArrayList<>();
        Summary summary = paper.summary();
        if (summary != null && isExtract(summary)) {
            texts.add(
                    new Passage(
                            "In a sentence",
                            paragraphs(summary.deck()),
                            Optional.of(Stories.writer(summary))));
        }
        if (!paper.abstractText().isEmpty()) {
            texts.add(new Passage("Abstract", paragraphs(paper.abstractText()), Optional.empty()));
        }
        if (summary != null && !summary.text().isEmpty()) {
            texts.add(
                    new Passage(
                            "Summary",
                            paragraphs(summary.text()),
                            Optional.of(Stories.writer(summary))));
        }
        return texts;
    }

    private static boolean isExtract(Summary summary) {
        return summary.by() == Summary.Writer.EXTRACT;
    }

    private static List<RichText> paragraphs(String text) {
        return Arrays.stream(text.split("\n\n")).map(RichText::of).toList();
    }

    /// One line for each source: which facts it states, and as of which day.
    private static List<Known> sources(Paper paper) {
        Map<Origin, List<Fact>> stated = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            Origin origin = paper.origins().get(fact);
            if (origin != null) {
                stated.computeIfAbsent(origin, _ -> new ArrayList<>()).add(fact);
            }
        }
        return stated.entrySet().stream()
                .map(entry ->
                        new Known(
                                entry.getKey().source().label()
                                        + ", "
                                        + Dates.brief(entry.getKey().asOf()),
                                names(entry.getValue()),
                                ""))
                .toList();
    }

    private static String names(List<Fact> facts) {
        String names =
                facts.stream()
                        .map(fact -> fact.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return Character.toUpperCase(names.charAt(0)) + names.substring(1);
    }

    private List<Link> appearances(Paper paper, AsOf now) {
        return submissions.of(paper.id()).stream().map(made -> appearance(made, now)).toList();
    }

    private Link appearance(Submission made, AsOf now) {
        Period.Day day = new Period.Day(made.day());
        String rank =
                editions.of(day, now.moment()).places().stream()
                        .filter(place -> place.paper().id().equals(made.paper()))
                        .findFirst()
                        .map(place -> "No. %,d of ".formatted(place.rank()))
                        .orElse("");
        String by = made.submitter().isEmpty() ? "" : ", submitted by " + made.submitter();
        return new Link(Addresses.edition(day), rank + Dates.brief(made.day()) + by);
    }
}
