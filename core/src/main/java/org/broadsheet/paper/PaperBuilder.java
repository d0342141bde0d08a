package org.broadsheet.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Collects what one source says of one paper. What is empty counts as not stated.
public final class PaperBuilder {
    private final PaperId id;
    private final String title;
    private final Origin origin;
    private final Map<Fact, Origin> origins = new EnumMap<>(Fact.class);
    private String abstractText = "";
    private @Nullable Summary summary;
    private List<Author> authors = List.of();
    private @Nullable LocalDate published;
    private List<Version> versions = List.of();
    private List<String> categories = List.of();
    private final List<Link> links = new ArrayList<>();
    private List<String> keywords = List.of();
    private List<Organisation> organisations = List.of();
    private Reference reference = Reference.NONE;
    private String withdrawn = "";

    PaperBuilder(PaperId id, String title, Origin origin) {
        this.id = id;
        this.title = title;
        this.origin = origin;
        origins.put(Fact.TITLE, origin);
    }

    public PaperBuilder abstractText(String text) {
        abstractText = text;
        return stated(Fact.ABSTRACT, !text.isBlank());
    }

    public PaperBuilder summary(Summary told) {
        summary = told;
        return stated(Fact.SUMMARY, true);
    }

    /// Names in the paper's order; blank ones are left out.
    public PaperBuilder authors(List<String> names) {
        authors =
                names.stream()
                        .filter(name -> !Text.oneLine(name).isEmpty())
                        .map(Author::new)
                        .toList();
        return stated(Fact.AUTHORS, !authors.isEmpty());
    }

    public PaperBuilder published(LocalDate day) {
        published = day;
        return stated(Fact.PUBLISHED, true);
    }

    public PaperBuilder versions(List<Version> all) {
        versions = all;
        return stated(Fact.VERSIONS, !all.isEmpty());
    }

    public PaperBuilder categories(List<String> all) {
        categories = tidy(all);
        return stated(Fact.CATEGORIES, !categories.isEmpty());
    }

    public PaperBuilder link(Link link) {
        links.add(link);
        return stated(Fact.LINKS, true);
    }

    public PaperBuilder keywords(List<String> all) {
        keywords = tidy(all);
        return stated(Fact.KEYWORDS, !keywords.isEmpty());
    }

    public PaperBuilder organisations(List<Organisation> all) {
        organisations = all;
        return stated(Fact.ORGANISATIONS, !all.isEmpty());
    }

    public PaperBuilder reference(Reference known) {
        reference = known;
        return stated(Fact.REFERENCE, !known.equals(Reference.NONE));
    }

    /// Says whether the paper stands; that it does is a statement, too.
    ///
    /// @param reason why it does not, in a sentence; empty when it stands
    public PaperBuilder withdrawn(String reason) {
        withdrawn = reason;
        return stated(Fact.WITHDRAWN, true);
    }

    PaperBuilder titleNotStated() {
        return stated(Fact.TITLE, false);
    }

    public Paper build() {
        return new Paper(
                id,
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

    private PaperBuilder stated(Fact fact, boolean isStated) {
        if (isStated) {
            origins.put(fact, origin);
        } else {
            origins.remove(fact);
        }
        return this;
    }

    private static List<String> tidy(List<String> words) {
        SequencedSet<String> kept = new LinkedHashSet<>();
        words.stream().map(Text::oneLine).filter(word -> !word.isEmpty()).forEach(kept::add);
        return List.copyOf(kept);
    }
}
