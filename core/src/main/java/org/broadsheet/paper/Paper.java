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
        origins = Map.copyOf(origins);
    }

    /// Starts a paper whose facts all have one origin.
    public static PaperBuilder of(PaperId id, String title, Origin origin) {
        return new PaperBuilder(id, title, origin);
    }

    /// The text that stands under the title: the authors' abstract, else the summary, else nothing.
    public String leadText() {
        return !abstractText.isEmpty() || summary == null ? abstractText : summary.text();
    }

    public Optional<String> link(Link.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).map(Link::url).findFirst();
    }

    /// This paper with the facts of another statement about it, fact by fact whichever origin
    /// [Origin#overrides] the other. A fact that the other leaves out stays. Merging the same
    /// statement again changes nothing.
    public Paper merge(Paper other) {
        if (!other.id.equals(id)) {
            throw new IllegalArgumentException("cannot merge " + other.id + " into " + id);
        }
        Map<Fact, Origin> merged = new EnumMap<>(Fact.class);
        merged.putAll(origins);
        other.origins.forEach((fact, origin) -> {
            Origin mine = origins.get(fact);
            if (mine == null || origin.overrides(mine)) {
                merged.put(fact, origin);
            }
        });
        return new Paper(
                id,
                pick(Fact.TITLE, merged, other).title,
                pick(Fact.ABSTRACT, merged, other).abstractText,
                pick(Fact.SUMMARY, merged, other).summary,
                pick(Fact.AUTHORS, merged, other).authors,
                pick(Fact.PUBLISHED, merged, other).published,
                pick(Fact.VERSIONS, merged, other).versions,
                pick(Fact.CATEGORIES, merged, other).categories,
                pick(Fact.LINKS, merged, other).links,
                pick(Fact.KEYWORDS, merged, other).keywords,
                pick(Fact.ORGANISATIONS, merged, other).organisations,
                pick(Fact.REFERENCE, merged, other).reference,
                merged);
    }

    private Paper pick(Fact fact, Map<Fact, Origin> merged, Paper other) {
        Origin theirs = other.origins.get(fact);
        return theirs != null && theirs.equals(merged.get(fact)) ? other : this;
    }
}
