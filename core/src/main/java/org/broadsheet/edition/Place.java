package org.broadsheet.edition;

import org.broadsheet.paper.Paper;

/// A paper's place in an edition.
///
/// @param rank from 1
/// @param score what the list is ordered by: the votes, or in trending the decayed vote sum at the
///   moment of asking
/// @param reason why it stands here, in a sentence for the page
public record Place(
        int rank,
        Paper paper,
        Submission submission,
        Standing standing,
        double score,
        String reason) {}
