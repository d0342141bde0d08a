package org.broadsheet.server.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.search.Explanation;
import org.broadsheet.server.text.RichText;

/// What a search found.
///
/// @param chips clauses of the query that can be taken off, each with the address without it
/// @param found how many papers and by which lists, in words; empty where nothing was asked
/// @param problem why the query cannot be read; absent when it can
public record SearchPage(
        Frame frame,
        String query,
        List<Link> chips,
        String found,
        Optional<Link> didYouMean,
        List<Facet> facets,
        List<Found> hits,
        Paging paging,
        Optional<String> problem) {
    public SearchPage {
        chips = List.copyOf(chips);
        facets = List.copyOf(facets);
        hits = List.copyOf(hits);
    }

    public boolean isAsked() {
        return !query.isBlank();
    }

    /// One field to narrow by.
    public record Facet(String name, List<Choice> choices) {}

    /// @param url the search narrowed to it, or widened again when it is on
    public record Choice(String label, String url, long count, State state) {}

    public enum State {
        OFF,
        ON
    }

    /// A hit: the story, with found words marked in its title and in the passage shown.
    public record Found(
            Story story,
            RichText title,
            RichText snippet,
            String similar,
            Explanation explanation) {
        /// The rank in the list, or a dash for a paper that the list does not have.
        public String rankIn(String list) {
            return explanation.parts().stream()
                    .filter(part -> part.list().equals(list))
                    .map(part -> "%,d".formatted(part.rank()))
                    .findFirst()
                    .orElse("–");
        }

        /// The sum of what is printed for the lists, so that a reader who adds them up gets it.
        public String score() {
            return explanation.parts().stream()
                    .map(part -> new BigDecimal(points(part.adds())))
                    .reduce(BigDecimal::add)
                    .map(BigDecimal::toPlainString)
                    .orElseGet(() -> points(explanation.score()));
        }

        public String points(double value) {
            return String.format(Locale.ROOT, "%.5f", value);
        }

        public String listName(String list) {
            return Character.toUpperCase(list.charAt(0)) + list.substring(1);
        }
    }
}
