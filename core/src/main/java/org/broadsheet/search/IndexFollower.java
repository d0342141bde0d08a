package org.broadsheet.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.change.Change;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.SearchIndex.Batch;
import org.broadsheet.search.SearchIndex.Entry;
import org.broadsheet.search.VectorStore.Vector;

/// Brings the index up to the store, change by change in the order of their numbers. Whoever wrote
/// to the store calls [#catchUp] and finds what was written when it returns. Safe for many threads:
/// one batch is applied at a time, and whoever waits for a later one helps.
public final class IndexFollower {
    private static final Set<Change.Kind> KINDS =
            EnumSet.of(Change.Kind.PAPER, Change.Kind.VECTOR, Change.Kind.RUN);
    private static final int BATCH = 2_000;

    private final SearchIndex index;
    private final SearchedFacts storage;
    private final String model;
    private final ReentrantLock turn = new ReentrantLock(true);
    private long applied;

    /// @param model the model whose vectors are indexed
    public IndexFollower(SearchIndex index, SearchedFacts storage, String model) {
        this.index = index;
        this.storage = storage;
        this.model = model;
        this.applied = index.sequence();
    }

    /// Told while a rebuild goes on.
    public interface Progress {
        void at(long done, long total);
    }

    /// The number of the latest change in the store that the index is to hold.
    public long latest() {
        return storage.changes().latest(KINDS);
    }

    /// Returns when every change that was visible in the store at the call is found in the index.
    /// An index that is ahead of the store belongs to another one, and is built anew.
    public void catchUp() {
        long target = latest();
        clearIfAhead();
        while (applyNext(target) > 0) {
            // one batch each turn, so that others come in between
        }
    }

    /// Empties the index and fills it from the store.
    public void rebuild(Progress progress) {
        long total = storage.papers().count();
        long target = latest();
        locked(this::clear);
        long done = 0;
        progress.at(0, total);
        for (int some = applyNext(target); some > 0; some = applyNext(target)) {
            done = Math.min(total, done + some);
            progress.at(done, total);
        }
        progress.at(total, total);
    }

    private void clearIfAhead() {
        locked(() -> {
            if (applied > storage.changes().latest()) {
                clear();
            }
        });
    }

    private void clear() {
        index.clear();
        applied = 0;
    }

    private void locked(Runnable step) {
        turn.lock();
        try {
            step.run();
        } finally {
            turn.unlock();
        }
    }

    /// Applies the next changes, and says of how many papers; 0 once the target is reached.
    private int applyNext(long target) {
        turn.lock();
        try {
            if (applied >= target) {
                return 0;
            }
            List<Change> changes = storage.changes().after(applied, KINDS, BATCH);
            if (changes.isEmpty()) {
                return 0;
            }
            Batch batch = batch(changes);
            index.apply(batch);
            applied = batch.sequence();
            return Math.max(1, batch.entries().size());
        } catch (IndexFellBack _) {
            applied = index.sequence();
            return 1;
        } finally {
            turn.unlock();
        }
    }

    private Batch batch(List<Change> changes) {
        Set<PaperId> subjects = new LinkedHashSet<>();
        changes.forEach(change -> subjects.add(PaperId.of(change.subject())));
        Map<PaperId, Paper> papers = storage.papers().get(subjects);
        Map<PaperId, Vector> vectors = storage.vectors().get(model, subjects);
        Set<PaperId> run = storage.runs().done(subjects);
        List<Entry> entries = new ArrayList<>();
        List<PaperId> gone = new ArrayList<>();
        for (PaperId id : subjects) {
            Paper paper = papers.get(id);
            if (paper == null) {
                gone.add(id);
            } else {
                Vector vector = vectors.get(id);
                float[] values = vector == null ? null : vector.values();
                Set<Feature> features = Feature.of(paper);
                if (run.contains(id)) {
                    features.add(Feature.RUN);
                }
                entries.add(new Entry(paper, values, features));
            }
        }
        return new Batch(entries, gone, changes.getLast().sequence());
    }
}
