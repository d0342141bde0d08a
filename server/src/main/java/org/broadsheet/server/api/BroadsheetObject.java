package org.broadsheet.server.api;

import java.util.List;
import org.broadsheet.search.Explanation;
import org.jspecify.annotations.Nullable;

/// What we know of a paper beyond the hosted page's fields.
///
/// @param ownVotes votes of this house's readers
/// @param importedVotes votes that other places counted, by place
/// @param summaryBy who wrote `summary`: `authors`, `broadsheet`, `model`; absent without a summary
/// @param day the edition that it was submitted to, where the list is one of editions
/// @param origin where it was submitted: `reader`, or the name of a source
/// @param rank its place in the list, from 1
/// @param score what the list is ordered by
/// @param reason why it stands there, in a sentence
/// @param explain why a search found it, to the last digit
record BroadsheetObject(
        long ownVotes,
        List<ImportedCount> importedVotes,
        @Nullable String summaryBy,
        List<String> categories,
        @Nullable String day,
        @Nullable String submittedAt,
        @Nullable String origin,
        @Nullable Integer rank,
        @Nullable Double score,
        @Nullable String reason,
        @Nullable Explanation explain) {
    record ImportedCount(String origin, long count, String importedAt) {}
}
