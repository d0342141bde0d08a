package org.broadsheet.search;

import java.util.List;
import java.util.Optional;

/// One page of what a search found.
///
/// @param hits best first
/// @param total how many papers the search found in all pages
/// @param facets counts over all of these papers, for narrowing
/// @param didYouMean the query with its likely slips mended, when that finds more
/// @param byMeaning whether meaning took part (it does not while no paper has a vector)
public record Results(
        List<Hit> hits,
        long total,
        List<Facet> facets,
        Optional<String> didYouMean,
        Meaning byMeaning) {
    public enum Meaning {
        TOOK_PART,
        /// No vectors yet, or the query has nothing to embed (only filters, only an id).
        LEFT_OUT
    }

    /// One field by which results can be narrowed, and its values with their counts, largest first.
    ///
    /// @param field `year`, `cat`, `has`
    public record Facet(String field, List<Value> values) {
        /// @param clause the clause of the query language that narrows to it, as in `date:2024`
        public record Value(String label, String clause, long count) {}
    }
}
