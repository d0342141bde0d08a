package org.broadsheet.server.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.search.Explanation;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Results;
import org.broadsheet.search.Search;

/// Finds papers whose title holds the query.
final class TitleSearch implements Search {
    private final PaperStore papers;

    TitleSearch(PaperStore papers) {
        this.papers = papers;
    }

    @Override
    public Results find(String text, int page, int size) {
        if (text.endsWith(":")) {
            throw new IllegalArgumentException(
                    "nothing after \"" + text + "\"; accepted is a name");
        }
        List<Hit> hits =
                papers.wire(PaperStore.WirePlace.TOP, 1_000).stream()
                        .filter(paper -> holds(paper, text))
                        .limit(size)
                        .map(TitleSearch::hit)
                        .toList();
        return new Results(
                hits, hits.size(), List.of(), Optional.empty(), Results.Meaning.LEFT_OUT);
    }

    @Override
    public List<Paper> similar(PaperId paper, int limit) {
        return List.of();
    }

    @Override
    public List<String> suggest(String typed, int limit) {
        return List.of();
    }

    private static boolean holds(Paper paper, String text) {
        return paper.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static Hit hit(Paper paper) {
        List<Explanation.Part> parts =
                List.of(new Explanation.Part("words", 1, 2.5, 0.016, "its title holds the query"));
        return new ShownHit(paper, List.of(), List.of(), new Explanation(0.016, parts));
    }
}
