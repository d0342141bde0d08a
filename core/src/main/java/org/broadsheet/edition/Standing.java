package org.broadsheet.edition;

import java.time.Instant;

/// What a paper's place in an edition is made of.
///
/// @param ownVotes votes of this house's readers
/// @param importedVotes votes that other places counted, shown apart
/// @param comments those of this house's readers that are shown, and those counted elsewhere
/// @param submittedAt when it came into the edition
public record Standing(long ownVotes, long importedVotes, long comments, Instant submittedAt) {
    /// What day, week and month rank by.
    public long votes() {
        return ownVotes + importedVotes;
    }
}
