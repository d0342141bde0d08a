package org.broadsheet.enrichment;

import java.util.List;
import java.util.Map;
import org.broadsheet.paper.PaperId;

/// Knows which papers' texts have been worked on. Every backend passes `StorageContract`.
public interface EnrichmentStore {
    /// Papers whose text became different since it was worked on, or never was, latest published
    /// first, at most `limit`.
    List<PaperId> due(int limit);

    /// How many papers are due.
    long countDue();

    /// Notes, all in one step, that these papers were worked on with the text of that fingerprint
    /// ([Enrichment#fingerprint]). A paper whose text is another by now stays due; an unknown paper
    /// is left out. Takes no change number: what was found does, when it is kept.
    void done(Map<PaperId, String> fingerprints);
}
