package org.broadsheet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.search.Clause;
import org.broadsheet.search.IndexedText;
import org.broadsheet.search.IndexedText.Place;
import org.broadsheet.search.PhraseTerms;
import org.broadsheet.search.Query;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// Says a query of ours in Lucene's.
record LuceneQueries(IndexReader reader) {
    /// Of pasted text only the rarest words are looked for: the others cost time and tell nothing.
    private static final int MOST_WORDS = 24;

    /// The query that ranks by words.
    org.apache.lucene.search.Query ranking(Query query) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        addConditions(builder, query);
        query.all(Clause.Phrase.class).forEach(one -> builder.add(phrase(one.words()), Occur.MUST));
        if (!query.words().isEmpty()) {
            builder.add(words(query.words()), Occur.MUST);
        }
        return builder.build();
    }

    /// The query for which every clause holds that does not only rank.
    org.apache.lucene.search.Query conditions(Query query) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        addConditions(builder, query);
        query.all(Clause.Phrase.class)
                .forEach(one -> builder.add(phrase(one.words()), Occur.FILTER));
        return builder.build();
    }

    private void addConditions(BooleanQuery.Builder builder, Query query) {
        builder.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        for (Clause clause : query.clauses()) {
            switch (clause) {
                case Clause.Word _,
                        Clause.Prose _,
                        Clause.Phrase _,
                        Clause.Named _,
                        Clause.Like _ -> {
                    // ranked, or no matter of the index
                }
                case Clause.Not not -> builder.add(condition(not.clause()), Occur.MUST_NOT);
                default -> builder.add(condition(clause), Occur.FILTER);
            }
        }
    }

    private org.apache.lucene.search.Query condition(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> phrase(word.text());
            case Clause.Phrase phrase -> phrase(phrase.words());
            case Clause.AuthorNamed author -> name(Documents.AUTHORS, author.name());
            case Clause.FromOrganisation from -> name(Documents.ORGANISATIONS, from.name());
            case Clause.InCategory in ->
                    term(Documents.CATEGORY, in.category().toLowerCase(Locale.ROOT));
            case Clause.WithKeyword with ->
                    term(Documents.KEYWORD, Documents.keywordKey(with.keyword()));
            case Clause.Among among ->
                    new TermInSetQuery(
                            Documents.ID,
                            among.ids().stream().map(id -> new BytesRef(id.value())).toList());
            case Clause.Published range -> days(range);
            case Clause.Has has ->
                    term(Documents.HAS, has.feature().name().toLowerCase(Locale.ROOT));
            case Clause.Not not ->
                    new BooleanQuery.Builder()
                            .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                            .add(condition(not.clause()), Occur.MUST_NOT)
                            .build();
            case Clause.Prose _, Clause.Named _, Clause.Like _ -> MatchAllDocsQuery.INSTANCE;
        };
    }

    private static org.apache.lucene.search.Query days(Clause.Published range) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        return LongPoint.newRangeQuery(
                Documents.DAY,
                from == null ? Long.MIN_VALUE : from.toEpochDay(),
                to == null ? Long.MAX_VALUE : to.toEpochDay());
    }

    private org.apache.lucene.search.Query words(List<String> words) {
        List<Wanted> wanted =
                words.stream().map(Wanted::new).filter(one -> !one.terms.isEmpty()).toList();
        if (wanted.isEmpty()) {
            return new MatchNoDocsQuery("only words too common to be kept");
        }
        List<Wanted> rarest = wanted.size() <= MOST_WORDS ? wanted : rarest(wanted);
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        rarest.forEach(one -> builder.add(word(one), Occur.SHOULD));
        builder.setMinimumNumberShouldMatch(IndexedText.needed(rarest.size()));
        return builder.build();
    }

    private List<Wanted> rarest(List<Wanted> wanted) {
        Map<Wanted, Integer> frequencies = new HashMap<>();
        wanted.forEach(one -> frequencies.computeIfAbsent(one, this::frequency));
        return frequencies.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private int frequency(Wanted wanted) {
        try {
            return reader.docFreq(new Term(Documents.WORDS, wanted.terms.getLast()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static org.apache.lucene.search.Query word(Wanted wanted) {
        org.apache.lucene.search.Query inText = inText(wanted.terms);
        if (wanted.name.size() > 1) {
            return inText;
        }
        org.apache.lucene.search.Query asName =
                new BoostQuery(
                        term(Documents.AUTHORS, wanted.name.getFirst()), IndexedText.AUTHOR_WEIGHT);
        return new DisjunctionMaxQuery(List.of(inText, asName), 0);
    }

    private static org.apache.lucene.search.Query inText(List<String> terms) {
        if (terms.size() == 1) {
            return term(Documents.WORDS, terms.getFirst());
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(one -> any.add(term(Documents.WORDS, one), Occur.SHOULD));
        return any.build();
    }

    private static org.apache.lucene.search.Query phrase(String words) {
        List<List<Place>> rows = PhraseTerms.of(words);
        if (rows.isEmpty()) {
            return new MatchNoDocsQuery("only words too common to be kept");
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        rows.forEach(row -> any.add(inARow(Documents.WORDS, row), Occur.SHOULD));
        any.add(name(Documents.AUTHORS, words), Occur.SHOULD);
        return any.build();
    }

    private static org.apache.lucene.search.Query name(String field, String name) {
        List<Place> row = new ArrayList<>();
        IndexedText.nameParts(name).forEach(part -> row.add(new Place(part, row.size())));
        return inARow(field, row);
    }

    private static org.apache.lucene.search.Query inARow(String field, List<Place> row) {
        if (row.size() == 1) {
            return term(field, row.getFirst().term());
        }
        PhraseQuery.Builder builder = new PhraseQuery.Builder();
        row.forEach(place -> builder.add(new Term(field, place.term()), place.position()));
        return builder.build();
    }

    private static org.apache.lucene.search.Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    /// A word of the query: the terms by which texts have it and the parts by which names do.
    private record Wanted(List<String> terms, List<String> name) {
        Wanted(String word) {
            this(terms(word), IndexedText.nameParts(word));
        }

        private static List<String> terms(String word) {
            Set<String> terms = new LinkedHashSet<>();
            Analysis.tokens(word).stream().map(Token::term).forEach(terms::add);
            return List.copyOf(terms);
        }
    }
}
