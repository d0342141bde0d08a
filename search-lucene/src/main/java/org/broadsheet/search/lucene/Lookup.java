package org.broadsheet.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.Query;
import org.broadsheet.search.SearchIndex.Found;
import org.broadsheet.search.SearchIndex.Scored;
import org.broadsheet.search.Spelling;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;
import org.jspecify.annotations.Nullable;

/// Asks one state of the index.
record Lookup(IndexSearcher searcher) {
    private static final SortField LATEST = latest();
    private static final SortField BY_ID = new SortField(Documents.ID, SortField.Type.STRING);
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, LATEST, BY_ID);
    private static final Sort LATEST_FIRST = new Sort(LATEST, BY_ID);

    /// The quantised vectors find so many times what is asked for; full precision picks among them.
    private static final double OVERSAMPLING = 1.25;

    private static final int FEWEST_CANDIDATES = 100;

    Found words(Query query, int limit) throws IOException {
        org.apache.lucene.search.Query ranking =
                new LuceneQueries(searcher.getIndexReader()).ranking(query);
        Object[] collected =
                searcher.search(
                        ranking,
                        new MultiCollectorManager(
                                new TopFieldCollectorManager(
                                        BEST_FIRST, Math.max(1, limit), Integer.MAX_VALUE),
                                new FacetCounts()));
        TopFieldDocs top = (TopFieldDocs) collected[0];
        List<Scored> best =
                Arrays.stream(top.scoreDocs)
                        .limit(limit)
                        .map(one -> scored((FieldDoc) one))
                        .toList();
        return new Found(best, top.totalHits.value(), counts(collected[1]));
    }

    @SuppressWarnings("unchecked") // what FacetCounts.reduce returns
    private static Map<String, Long> counts(Object reduced) {
        return (Map<String, Long>) reduced;
    }

    private static Scored scored(FieldDoc found) {
        float score = (Float) found.fields[0];
        Long day = (Long) found.fields[1];
        return new Scored(id(found.fields[2]), score, day(day));
    }

    private static PaperId id(Object value) {
        return PaperId.of(((BytesRef) value).utf8ToString());
    }

    private static @Nullable LocalDate day(@Nullable Long epochDay) {
        return epochDay == null || epochDay == Long.MIN_VALUE
                ? null
                : LocalDate.ofEpochDay(epochDay);
    }

    List<Scored> nearest(float[] vector, Query query, int limit) throws IOException {
        org.apache.lucene.search.Query conditions =
                new LuceneQueries(searcher.getIndexReader()).conditions(query);
        String field = Documents.vectorField(vector.length);
        int candidates = Math.max(FEWEST_CANDIDATES, (int) (limit * OVERSAMPLING));
        org.apache.lucene.search.Query near =
                new KnnFloatVectorQuery(
                        field, vector, candidates, query.clauses().isEmpty() ? null : conditions);
        ScoreDoc[] found = searcher.search(near, candidates).scoreDocs;
        Arrays.sort(found, Comparator.comparingInt(one -> one.doc));
        List<Scored> scored = new ArrayList<>(found.length);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            addScored(scored, leaf, found, vector);
        }
        scored.sort(Scored.BEST_FIRST);
        return scored.stream().limit(limit).toList();
    }

    /// Scores the documents found in this leaf in full precision.
    private static void addScored(
            List<Scored> scored, LeafReaderContext leaf, ScoreDoc[] found, float[] vector)
            throws IOException {
        LeafReader reader = leaf.reader();
        FloatVectorValues vectors =
                reader.getFloatVectorValues(Documents.vectorField(vector.length));
        if (vectors == null) {
            return;
        }
        SortedDocValues ids = DocValues.getSorted(reader, Documents.ID);
        NumericDocValues days = DocValues.getNumeric(reader, Documents.DAY);
        KnnVectorValues.DocIndexIterator places = vectors.iterator();
        for (ScoreDoc one : found) {
            int document = one.doc - leaf.docBase;
            boolean here = document >= 0 && document < reader.maxDoc();
            if (here && places.advance(document) == document && ids.advanceExact(document)) {
                float cosine = VectorUtil.dotProduct(vector, vectors.vectorValue(places.index()));
                Long day = days.advanceExact(document) ? days.longValue() : null;
                scored.add(new Scored(id(ids.lookupOrd(ids.ordValue())), cosine, day(day)));
            }
        }
    }

    List<PaperId> beginning(List<String> words, int limit) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words) {
            all.add(new PrefixQuery(new Term(Documents.VOCABULARY, word)), Occur.FILTER);
        }
        TopFieldDocs top = searcher.search(all.build(), Math.max(1, limit), LATEST_FIRST);
        return Arrays.stream(top.scoreDocs)
                .limit(limit)
                .map(one -> id(((FieldDoc) one).fields[1]))
                .toList();
    }

    Optional<String> mended(String word) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        long papers = frequency(word);
        if (papers > Spelling.RARE) {
            return Optional.empty(); // looking for its neighbours costs more than a search
        }
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(Spelling.mostEdits(word));
        checker.setMinQueryLength(Spelling.SHORTEST);
        checker.setThresholdFrequency(0);
        Map<String, Long> counts = new HashMap<>();
        Term typed = new Term(Documents.VOCABULARY, word);
        for (SuggestWord near :
                checker.suggestSimilar(typed, 20, reader, SuggestMode.SUGGEST_ALWAYS)) {
            counts.put(near.string, (long) near.freq);
        }
        return Spelling.mended(word, papers, counts);
    }

    private long frequency(String word) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        long papers = reader.docFreq(new Term(Documents.AUTHORS, word));
        for (Token token : Analysis.tokens(word)) {
            papers = Math.max(papers, reader.docFreq(new Term(Documents.WORDS, token.term())));
        }
        return papers;
    }

    private static SortField latest() {
        return new SortField(Documents.DAY, SortField.Type.LONG, true, Long.MIN_VALUE);
    }
}
