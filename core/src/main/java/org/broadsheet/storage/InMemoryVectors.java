package org.broadsheet.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.change.Change;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.TextForVector;
import org.broadsheet.search.VectorStore;

/// Vectors in a map, one a paper.
final class InMemoryVectors implements VectorStore, InMemoryAliases.Moving {
    private record Made(String model, Vector vector) {}

    private final Map<PaperId, Made> made = new HashMap<>();
    private final InMemoryPapers papers;
    private final InMemoryChanges changes;

    InMemoryVectors(InMemoryPapers papers, InMemoryChanges changes) {
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public void put(String model, Map<PaperId, Vector> vectors) {
        synchronized (changes) {
            vectors.forEach((paper, vector) -> {
                if (papers.has(paper)) {
                    made.put(paper, new Made(model, vector));
                    changes.add(Change.Kind.VECTOR, paper.value());
                }
            });
        }
    }

    @Override
    public Map<PaperId, Vector> get(String model, Collection<PaperId> papers) {
        synchronized (changes) {
            Map<PaperId, Vector> found = new HashMap<>();
            for (PaperId paper : papers) {
                Made one = made.get(paper);
                if (one != null && one.model().equals(model)) {
                    found.put(paper, one.vector());
                }
            }
            return found;
        }
    }

    @Override
    public List<PaperId> missing(String model, int limit) {
        synchronized (changes) {
            return papers.all().stream()
                    .filter(paper -> !isUpToDate(model, paper))
                    .sorted(InMemoryPapers.IN_THE_WIRE)
                    .map(Paper::id)
                    .limit(Math.max(0, limit))
                    .toList();
        }
    }

    @Override
    public long count(String model) {
        synchronized (changes) {
            return papers.all().stream().filter(paper -> isUpToDate(model, paper)).count();
        }
    }

    private boolean isUpToDate(String model, Paper paper) {
        Made one = made.get(paper.id());
        return one != null
                && one.model().equals(model)
                && one.vector().fingerprint().equals(TextForVector.fingerprint(paper));
    }

    /// Vectors are made again where the text became another.
    @Override
    public void unite(PaperId kept, PaperId other) {
        made.remove(other);
    }

    @Override
    public void part(PaperId paper, PaperId alias) {}
}
