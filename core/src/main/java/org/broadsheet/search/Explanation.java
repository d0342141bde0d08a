package org.broadsheet.search;

import java.util.List;

/// Why a paper stands where it stands among the results, to the last digit: the sum of what the
/// lists add is the score.
///
/// @param score the fused score by which results are ordered
/// @param parts one for each list that the paper is in, words first
public record Explanation(double score, List<Part> parts) {
    /// What one list adds.
    ///
    /// @param list `words` or `meaning`
    /// @param rank the paper's place in that list, from 1
    /// @param listScore its score in that list: BM25 for words, cosine for meaning
    /// @param adds what the list adds to the fused score
    /// @param reason in a sentence: which words were found how often in which field; how near it is
    public record Part(String list, int rank, double listScore, double adds, String reason) {}
}
