package org.broadsheet.change;

/// Something in the store became different. Only the latest change of one subject is kept.
///
/// @param sequence its number: later changes have larger ones, and numbers become visible in order
/// @param subject the id of the paper or the reader, the day of an edition, or `house`
public record Change(long sequence, Kind kind, String subject) {
    public enum Kind {
        /// A paper's facts.
        PAPER,
        /// A paper's vector.
        VECTOR,
        /// A paper's votes or counts.
        VOTE,
        /// The submissions of a day.
        EDITION,
        /// The finished runs of a paper, which need not be in the store.
        RUN,
        /// What the people of the house chose for it.
        HOUSE,
        /// A paper's comments and the votes on them.
        COMMENT,
        /// A reader's notices.
        NOTICE,
        /// What others see of a reader's account, and whether there is one.
        READER
    }
}
