package org.broadsheet.search.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.Facets;
import org.broadsheet.search.IndexedText;
import org.broadsheet.search.IndexedText.Place;
import org.broadsheet.search.SearchIndex.Entry;

/// What of a paper stands in the index, under which field. No text is stored: results show the
/// store's.
final class Documents {
    static final String ID = "id";
    static final String WORDS = "words";
    static final String AUTHORS = "authors";
    static final String ORGANISATIONS = "organisations";
    static final String VOCABULARY = "vocabulary";
    static final String CATEGORY = "category";
    static final String KEYWORD = "keyword";
    static final String DAY = "day";
    static final String HAS = "has";
    static final String FACET = "facet";

    private static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType NAMES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType SET = type(IndexOptions.DOCS, true);

    private Documents() {}

    static Term key(PaperId id) {
        return new Term(ID, id.value());
    }

    /// Vectors of one length share a field.
    static String vectorField(int dimensions) {
        return "vector" + dimensions;
    }

    static String keywordKey(String keyword) {
        return String.join("-", IndexedText.nameParts(keyword));
    }

    static Document of(Entry entry) {
        Paper paper = entry.paper();
        Document document = new Document();
        document.add(new StringField(ID, paper.id().value(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(paper.id().value())));
        document.add(new Field(WORDS, new TermStream(IndexedText.words(paper)), TEXT));
        document.add(new Field(AUTHORS, new TermStream(IndexedText.authors(paper)), NAMES));
        document.add(
                new Field(ORGANISATIONS, new TermStream(IndexedText.organisations(paper)), NAMES));
        document.add(new Field(VOCABULARY, new TermStream(vocabulary(paper)), SET));
        addFilters(document, entry);
        float[] vector = entry.vector();
        if (vector != null) {
            document.add(
                    new KnnFloatVectorField(
                            vectorField(vector.length),
                            vector,
                            VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    private static void addFilters(Document document, Entry entry) {
        Paper paper = entry.paper();
        LocalDate published = paper.published();
        if (published != null) {
            document.add(new LongPoint(DAY, published.toEpochDay()));
            document.add(new NumericDocValuesField(DAY, published.toEpochDay()));
        }
        IndexedText.categories(paper)
                .forEach(one -> document.add(new StringField(CATEGORY, one, Field.Store.NO)));
        paper.keywords()
                .forEach(one ->
                        document.add(new StringField(KEYWORD, keywordKey(one), Field.Store.NO)));
        entry.features()
                .forEach(one ->
                        document.add(
                                new StringField(
                                        HAS, one.name().toLowerCase(Locale.ROOT), Field.Store.NO)));
        Facets.clauses(paper, entry.features())
                .forEach(
                        one -> document.add(new SortedSetDocValuesField(FACET, new BytesRef(one))));
    }

    private static List<Place> vocabulary(Paper paper) {
        return IndexedText.vocabulary(paper).stream().map(word -> new Place(word, 0)).toList();
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
