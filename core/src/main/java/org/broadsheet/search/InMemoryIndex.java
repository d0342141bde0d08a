package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;
import org.jspecify.annotations.Nullable;

/// An index that lives and dies with its process and looks at every paper for every query: the
/// plain statement of what an index does, for tests and for comparison.
public final class InMemoryIndex implements SearchIndex {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final Map<PaperId, IndexedPaper> papers = new TreeMap<>();
    private long sequence;

    @Override
    public synchronized long sequence() {
        return sequence;
    }

    @Override
    public synchronized void apply(Batch batch) {
        batch.gone().forEach(papers::remove);
        batch.entries().forEach(entry -> papers.put(entry.paper().id(), new IndexedPaper(entry)));
        sequence = Math.max(sequence, batch.sequence());
    }

    @Override
    public synchronized void clear() {
        papers.clear();
        sequence = 0;
    }

    @Override
    public synchronized Found words(Query query, int limit) {
        List<IndexedPaper> held =
                papers.values().stream().filter(paper -> paper.holds(query)).toList();
        List<Wanted> wanted = wanted(query);
        List<Scored> scored =
                held.stream()
                        .filter(paper -> !query.hasWords() || paper.enough(query, wanted))
                        .map(paper -> scored(paper, score(paper, wanted)))
                        .sorted(Scored.BEST_FIRST)
                        .toList();
        List<Paper> found = scored.stream().map(one -> at(one.id()).entry.paper()).toList();
        return new Found(
                scored.stream().limit(limit).toList(),
                scored.size(),
                Facets.counts(found, this::features));
    }

    @Override
    public synchronized List<Scored> nearest(float[] vector, Query query, int limit) {
        return papers.values().stream()
                .filter(paper -> paper.entry.vector() != null && paper.holds(query))
                .map(paper -> scored(paper, cosine(vector, paper.entry.vector())))
                .sorted(Scored.BEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<PaperId> beginning(List<String> words, int limit) {
        return papers.values().stream()
                .filter(paper -> words.stream().allMatch(paper::begins))
                .map(paper -> scored(paper, 0))
                .sorted(Scored.BEST_FIRST)
                .map(Scored::id)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<String> mended(String word) {
        Map<String, Long> counts =
                papers.values().stream()
                        .flatMap(paper -> paper.vocabulary.stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return Spelling.mended(word, frequency(word), counts);
    }

    @Override
    public void close() {
        // memory has nothing to give back
    }

    /// How many papers have the word.
    private long frequency(String word) {
        Wanted wanted = new Wanted(word);
        return papers.values().stream().filter(paper -> paper.has(wanted)).count();
    }

    private Set<Feature> features(Paper paper) {
        return at(paper.id()).entry.features();
    }

    private IndexedPaper at(PaperId id) {
        IndexedPaper paper = papers.get(id);
        if (paper == null) {
            throw new IllegalStateException(id + " left the index while it was searched");
        }
        return paper;
    }

    private static Scored scored(IndexedPaper paper, double score) {
        return new Scored(paper.entry.paper().id(), score, paper.entry.paper().published());
    }

    private static double cosine(float[] one, float @Nullable [] other) {
        double sum = 0;
        for (int i = 0; other != null && i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private List<Wanted> wanted(Query query) {
        Stream<String> phrases =
                query.all(Clause.Phrase.class).stream()
                        .flatMap(one -> Stream.of(one.words().split(" ")));
        return Stream.concat(query.words().stream(), phrases)
                .map(Wanted::new)
                .filter(one -> !one.terms.isEmpty())
                .toList();
    }

    private double score(IndexedPaper paper, List<Wanted> wanted) {
        return wanted.stream().mapToDouble(one -> score(paper, one)).sum();
    }

    private double score(IndexedPaper paper, Wanted wanted) {
        double best = 0;
        for (String term : wanted.terms) {
            best += bm25(paper, term, one -> one.words, one -> (double) one.length);
        }
        double name = bm25(paper, wanted.name, one -> one.authors, _ -> 0.0);
        return Math.max(best, IndexedText.AUTHOR_WEIGHT * name);
    }

    /// BM25 as in S. Robertson and H. Zaragoza, "The probabilistic relevance framework" (2009),
    /// with the always positive idf.
    private double bm25(
            IndexedPaper paper,
            String term,
            Function<IndexedPaper, Map<String, List<Integer>>> field,
            Function<IndexedPaper, Double> length) {
        int count = field.apply(paper).getOrDefault(term, List.of()).size();
        if (count == 0) {
            return 0;
        }
        Collection<IndexedPaper> all = papers.values();
        long having = all.stream().filter(one -> field.apply(one).containsKey(term)).count();
        double average = all.stream().mapToDouble(length::apply).average().orElse(1);
        double relative = average == 0 ? 1 - B : 1 - B + B * length.apply(paper) / average;
        double idf = Math.log(1 + (all.size() - having + 0.5) / (having + 0.5));
        return idf * count / (count + K1 * relative);
    }

    /// A word of the query: the terms by which texts have it and the form in which names do.
    private record Wanted(List<String> terms, String name) {
        Wanted(String word) {
            this(
                    Analysis.tokens(word).stream().map(Token::term).distinct().toList(),
                    String.join("-", IndexedText.nameParts(word)));
        }
    }

    /// A paper taken apart.
    private static final class IndexedPaper {
        private final Entry entry;
        private final Map<String, List<Integer>> words;
        private final Map<String, List<Integer>> authors;
        private final Map<String, List<Integer>> organisations;
        private final List<String> vocabulary;
        private final int length;

        IndexedPaper(Entry entry) {
            this.entry = entry;
            Paper paper = entry.paper();
            List<IndexedText.Place> places = IndexedText.words(paper);
            this.words = byTerm(places);
            this.authors = byTerm(IndexedText.authors(paper));
            this.organisations = byTerm(IndexedText.organisations(paper));
            this.vocabulary = IndexedText.vocabulary(paper);
            this.length = places.size();
        }

        private static Map<String, List<Integer>> byTerm(List<IndexedText.Place> places) {
            Map<String, List<Integer>> positions = new HashMap<>();
            for (IndexedText.Place place : places) {
                positions
                        .computeIfAbsent(place.term(), _ -> new ArrayList<>())
                        .add(place.position());
            }
            return positions;
        }

        boolean begins(String start) {
            return vocabulary.stream().anyMatch(word -> word.startsWith(start));
        }

        boolean has(Wanted wanted) {
            return wanted.terms.stream().anyMatch(words::containsKey)
                    || authors.containsKey(wanted.name);
        }

        /// Whether as many of the words occur as [IndexedText#needed] asks for.
        boolean enough(Query query, List<Wanted> wanted) {
            if (query.words().isEmpty()) {
                return true;
            }
            List<Wanted> ranking =
                    query.words().stream()
                            .map(Wanted::new)
                            .filter(one -> !one.terms.isEmpty())
                            .toList();
            long having = ranking.stream().filter(this::has).count();
            return !wanted.isEmpty() && having >= IndexedText.needed(ranking.size());
        }

        boolean holds(Query query) {
            return query.clauses().stream().allMatch(this::holds);
        }

        private boolean holds(Clause clause) {
            Paper paper = entry.paper();
            return switch (clause) {
                case Clause.Word _, Clause.Prose _, Clause.Named _, Clause.Like _ -> true;
                case Clause.Phrase phrase -> hasPhrase(phrase.words());
                case Clause.AuthorNamed author -> inARow(authors, name(author.name()));
                case Clause.FromOrganisation from -> inARow(organisations, name(from.name()));
                case Clause.InCategory in ->
                        IndexedText.categories(paper)
                                .contains(in.category().toLowerCase(Locale.ROOT));
                case Clause.WithKeyword with ->
                        paper.keywords().stream()
                                .anyMatch(one ->
                                        IndexedText.nameParts(one)
                                                .equals(IndexedText.nameParts(with.keyword())));
                case Clause.Among among -> among.ids().contains(paper.id());
                case Clause.Published range -> range.holds(paper.published());
                case Clause.Has has -> entry.features().contains(has.feature());
                case Clause.Not not -> !occurs(not.clause());
            };
        }

        private boolean occurs(Clause clause) {
            return clause instanceof Clause.Word word ? hasPhrase(word.text()) : holds(clause);
        }

        private boolean hasPhrase(String text) {
            List<List<IndexedText.Place>> rows = PhraseTerms.of(text);
            Predicate<List<IndexedText.Place>> inText = row -> inARow(words, row);
            return rows.stream().anyMatch(inText) || !rows.isEmpty() && inARow(authors, name(text));
        }

        private static List<IndexedText.Place> name(String name) {
            List<String> parts = IndexedText.nameParts(name);
            List<IndexedText.Place> row = new ArrayList<>();
            for (String part : parts) {
                row.add(new IndexedText.Place(part, row.size()));
            }
            return row;
        }

        private static boolean inARow(
                Map<String, List<Integer>> field, List<IndexedText.Place> row) {
            return field.getOrDefault(row.getFirst().term(), List.of()).stream()
                    .anyMatch(first ->
                            row.stream()
                                    .allMatch(place ->
                                            field.getOrDefault(place.term(), List.of())
                                                    .contains(first + place.position())));
        }
    }
}
