package org.broadsheet.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.broadsheet.paper.PaperId;

/// Keeps what other places counted, with its history. Every backend passes `StorageContract`.
public interface TallyStore {
    /// Keeps the counts, all in one step. One that equals the latest count of the same paper, kind
    /// and origin changes nothing; a different one is added and the older stays for `asOf`.
    ///
    /// @return how many were new
    int keep(Collection<Tally> tallies);

    /// The latest count at that moment for each paper, kind and origin, in no particular order.
    List<Tally> of(Collection<PaperId> papers, Instant asOf);
}
