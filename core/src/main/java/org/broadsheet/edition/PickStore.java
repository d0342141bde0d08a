package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paper.PaperId;

/// Keeps what the editor picked and what curators decided. Every backend passes `StorageContract`.
public interface PickStore {
    /// Makes these the day's picks, all in one step: submits those that are not in the edition yet,
    /// the first of them at that moment and each later one a millisecond after, takes back the
    /// submissions of former picks that are not among them, and notes that the day was edited. What
    /// readers and sources submitted stays as it is. The same picks again change nothing. A pick of
    /// an unknown paper throws `IllegalArgumentException`.
    ///
    /// @return whether the edition became different
    boolean publish(LocalDate day, List<Pick> picks, Instant at);

    /// The picks of all days from the first to the last, both included, by day and in their order.
    List<Dated> between(LocalDate first, LocalDate last);

    /// The latest day that was edited, with or without picks.
    Optional<LocalDate> latestDay();

    /// Keeps the decision, with the next change number of its day; it replaces an older one about
    /// the same paper and day. One about an unknown paper throws `IllegalArgumentException`.
    void overrule(Overrule overrule);

    /// Leaves the paper to the editor again on that day, with the next change number of the day;
    /// does nothing if nobody decided.
    void restore(LocalDate day, PaperId paper);

    /// The decisions about all days from the first to the last, both included, by day, time and id.
    List<Overrule> overrules(LocalDate first, LocalDate last);

    /// A pick and its day.
    record Dated(LocalDate day, Pick pick) {}
}
