package org.broadsheet.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Counts the papers found under each clause by which they can be narrowed.
final class FacetCounts implements CollectorManager<FacetCounts.Counter, Map<String, Long>> {
    @Override
    public Counter newCollector() {
        return new Counter();
    }

    @Override
    public Map<String, Long> reduce(Collection<Counter> counters) throws IOException {
        Map<String, Long> sums = new HashMap<>();
        for (Counter counter : counters) {
            for (Segment segment : counter.segments) {
                segment.addTo(sums);
            }
        }
        return sums;
    }

    /// The counts of one segment, by its own numbers for the clauses.
    private record Segment(SortedSetDocValues clauses, int[] counts) {
        void count(int document) throws IOException {
            if (clauses.advanceExact(document)) {
                for (int i = clauses.docValueCount(); i > 0; i--) {
                    counts[(int) clauses.nextOrd()]++;
                }
            }
        }

        void addTo(Map<String, Long> sums) throws IOException {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    sums.merge(clauses.lookupOrd(i).utf8ToString(), (long) counts[i], Long::sum);
                }
            }
        }
    }

    static final class Counter extends SimpleCollector {
        private final List<Segment> segments = new ArrayList<>();

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            SortedSetDocValues clauses = DocValues.getSortedSet(context.reader(), Documents.FACET);
            segments.add(new Segment(clauses, new int[(int) clauses.getValueCount()]));
        }

        @Override
        public void collect(int document) throws IOException {
            segments.getLast().count(document);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
