package org.broadsheet.paper;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is known of one paper. Lists may be empty, `abstractText` too; a fact that no source
/// has stated yet has no entry in `origins`. Titles and abstracts keep their LaTeX.
///
/// @param published the day of the first version, absent where no source says it
/// @param withdrawn why it does not stand any more, in a sentence; empty while it stands
public record Paper(
        PaperId id,
        String title,
        String abstractText,
        @Nullable Summary summary,
        List<Author> authors,
        @Nullable LocalDate published,
        List<Version> versions,
        List<String> categories,
        List<Link> links,
        List<String> keywords,
        List<Organisation> organisations,
        Reference reference,
        String withdrawn,
        Map<Fact, Origin> origins) {
    public static final int MOST_AUTHORS = 10_000;

    public Paper {
        title = Text.oneLine(title);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("paper " + id + " has no title; a title is needed");
        }
        if (authors.size() > MOST_AUTHORS) {
            throw new IllegalArgumentException(
                    "paper %s has %,d authors; at most %,d are accepted"
                            .formatted(id, authors.size(), MOST_AUTHORS));
        }
        abstractText = Text.paragraphs(abstractText);
        authors = List.copyOf(authors);
        versions = List.copyOf(versions);
        categories = List.copyOf(categories);
        links = List.copyOf(links);
        keywords = List.copyOf(keywords);
        organisations = List.copyOf(organisations);
        withdrawn = Text.oneLine(withdrawn);
        origins = Map.copyOf(origins);
    }

    /// Starts a paper whose facts all have one origin.
    public static PaperBuilder of(PaperId id, String title, Origin origin) {
        return new PaperBuilder(id, title, origin);
    }

    /// Starts what a source says of a paper whose title it leaves out. Not a paper by itself: it
    /// can only be merged into one that is known.
    public static PaperBuilder withoutTitle(PaperId id, Origin origin) {
        return new PaperBuilder(id, id.value(), origin).titleNotStated();
    }

    /// Whether its authors or its archive took it back.
    public boolean isWithdrawn() {
        return !withdrawn.isEmpty();
    }

    /// The text that stands under the title: the authors' abstract, else the summary, else nothing.
    public String leadText() {
        return !abstractText.isEmpty() || summary == null ? abstractText : summary.text();
    }

    /// Whether no source stated the fact and this house worked it out from the text.
    public boolean isWorkedOutHere(Fact fact) {
        Origin origin = origins.get(fact);
        return origin != null && origin.source() == SourceName.AUTOMATIC;
    }

    public Optional<String> link(Link.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).map(Link::url).findFirst();
    }

    /// The same statement about the paper with that id.
    public Paper withId(PaperId other) {
        return new Paper(
                other,
                title,
                abstractText,
                summary,
                authors,
                published,
                versions,
                categories,
                links,
                keywords,
                organisations,
                reference,
                withdrawn,
                origins);
    }

    /// This paper with the facts of another statement about it, fact by fact whichever origin
    /// [Origin#overrides] the other; of two with one origin the one that says more, so that the
    /// order in which statements come does not matter. A fact that the other leaves out stays.
    /// Merging a statement again, at once or after others, changes nothing.
    public Paper merge(Paper other) {
        if (!other.id.equals(id)) {
            throw new IllegalArgumentException("cannot merge " + other.id + " into " + id);
        }
        Map<Fact, Origin> merged = new EnumMap<>(Fact.class);
        merged.putAll(origins);
        other.origins.forEach((fact, origin) -> {
            if (yields(fact, origin, other)) {
                merged.put(fact, origin);
            }
        });
        return new Paper(
                id,
                pick(Fact.TITLE, other).title,
                pick(Fact.ABSTRACT, other).abstractText,
                pick(Fact.SUMMARY, other).summary,
                pick(Fact.AUTHORS, other).authors,
                pick(Fact.PUBLISHED, other).published,
                pick(Fact.VERSIONS, other).versions,
                pick(Fact.CATEGORIES, other).categories,
                pick(Fact.LINKS, other).links,
                pick(Fact.KEYWORDS, other).keywords,
                pick(Fact.ORGANISATIONS, other).organisations,
                pick(Fact.REFERENCE, other).reference,
                pick(Fact.WITHDRAWN, other).withdrawn,
                merged);
    }

    private Paper pick(Fact fact, Paper other) {
        Origin theirs = other.origins.get(fact);
        return theirs != null && yields(fact, theirs, other) ? other : this;
    }

    private boolean yields(Fact fact, Origin theirs, Paper other) {
        Origin mine = origins.get(fact);
        if (mine == null || theirs.overrides(mine)) {
            return true;
        }
        return theirs.equals(mine) && saysMore(other.told(fact), told(fact));
    }

    /// Longer texts first, then any fixed order.
    private static boolean saysMore(String one, String other) {
        int longer = Integer.compare(one.length(), other.length());
        return longer != 0 ? longer > 0 : one.compareTo(other) > 0;
    }

    private String told(Fact fact) {
        return switch (fact) {
            case TITLE -> title;
            case ABSTRACT -> abstractText;
            case SUMMARY -> String.valueOf(summary);
            case AUTHORS -> authors.toString();
            case PUBLISHED -> String.valueOf(published);
            case VERSIONS -> versions.toString();
            case CATEGORIES -> categories.toString();
            case LINKS -> links.toString();
            case KEYWORDS -> keywords.toString();
            case ORGANISATIONS -> organisations.toString();
            case REFERENCE -> reference.toString();
            case WITHDRAWN -> withdrawn;
        };
    }
}
