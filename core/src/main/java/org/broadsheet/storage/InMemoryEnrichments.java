package org.broadsheet.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.enrichment.Enrichment;
import org.broadsheet.enrichment.EnrichmentStore;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;

/// The fingerprints of the texts that were worked on, by paper.
final class InMemoryEnrichments implements EnrichmentStore, InMemoryAliases.Moving {
    private final Map<PaperId, String> done = new HashMap<>();
    private final InMemoryPapers papers;
    private final InMemoryChanges changes;

    InMemoryEnrichments(InMemoryPapers papers, InMemoryChanges changes) {
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public List<PaperId> due(int limit) {
        synchronized (changes) {
            return papers.all().stream()
                    .filter(this::isDue)
                    .sorted(InMemoryPapers.IN_THE_WIRE)
                    .map(Paper::id)
                    .limit(Math.max(0, limit))
                    .toList();
        }
    }

    @Override
    public long countDue() {
        synchronized (changes) {
            return papers.all().stream().filter(this::isDue).count();
        }
    }

    @Override
    public void done(Map<PaperId, String> fingerprints) {
        synchronized (changes) {
            fingerprints.forEach((paper, fingerprint) -> {
                if (papers.has(paper)) {
                    done.put(paper, fingerprint);
                }
            });
        }
    }

    /// What was worked out of a paper that is no more is not known of it when it comes back.
    @Override
    public void unite(PaperId kept, PaperId other) {
        done.remove(other);
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        done.remove(alias);
    }

    private boolean isDue(Paper paper) {
        return !Enrichment.fingerprint(paper).equals(done.get(paper.id()));
    }
}
