package org.broadsheet.search;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// Finds papers by words and by vectors. It is derived from the store, can be thrown away and is
/// fed by [IndexFollower] alone. Safe for many threads. Every backend passes `SearchIndexContract`.
///
/// In every list, papers that score the same stand latest published first, then by id.
public interface SearchIndex extends AutoCloseable {
    /// The largest change number whose batch would survive the loss of this process; 0 for an empty
    /// or new index. The changes after it must be applied again.
    long sequence();

    /// Puts papers in, each in place of its older entry, takes others out, and remembers the
    /// number, all in one step. What it put in is found as soon as this returns. The same batch
    /// again changes nothing.
    ///
    /// @throws IndexFellBack when changes that were applied before are lost, as after a full disk
    void apply(Batch batch);

    /// Takes everything out; the sequence is 0 again.
    void clear();

    /// The papers that the query finds by words, best first by BM25 over [IndexedText], at most
    /// `limit`. A query without words finds all papers for which the other clauses hold, latest
    /// first; one of words that are all too common finds none. [Clause.Named] and [Clause.Like] are
    /// not looked at.
    Found words(Query query, int limit);

    /// The papers with the nearest vectors, nearest first, for which every clause holds but those
    /// that only rank; scored by cosine. Papers without a vector are left out.
    ///
    /// @param vector of length 1
    List<Scored> nearest(float[] vector, Query query, int limit);

    /// Papers in whose title and authors all these words begin some word, latest first.
    List<PaperId> beginning(List<String> words, int limit);

    /// The spelling that was likely meant: for a word that is in no paper or next to none, one that
    /// differs by two letters at most and is in far more titles, authors or keywords.
    Optional<String> mended(String word);

    @Override
    void close();

    /// @param entries each paper at most once
    /// @param gone papers that are no longer in the store
    /// @param sequence the number of the last change of the batch
    record Batch(List<Entry> entries, List<PaperId> gone, long sequence) {}

    /// @param vector of length 1, absent until it is made
    record Entry(Paper paper, float @Nullable [] vector, Set<Feature> features) {}

    /// @param total how many papers the query finds beyond the limit, too
    /// @param counts how many of them hold under each of their [Facets#clauses]
    record Found(List<Scored> best, long total, Map<String, Long> counts) {
        /// What the counts are shown as: `year`, `cat`, `has`.
        public List<Results.Facet> facets() {
            return Facets.of(counts);
        }
    }

    record Scored(PaperId id, double score, @Nullable LocalDate published) {
        /// The order of every list.
        public static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(
                                Scored::published, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Scored::id);
    }
}
