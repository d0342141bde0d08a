package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.RankFusion.Fused;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// Search by words and by meaning, fused by rank. Without an embedder, and until papers have
/// vectors, it searches by words alone.
public final class HybridSearch implements Search {
    private static final int COMPLETED_FROM = 60;

    private final SearchIndex index;
    private final SearchedFacts storage;
    private final Wish.Maker wishes;

    /// @param model the name of the model whose vectors are used ([Embedder#model])
    /// @param embedder empty while the model loads and where there is none
    public HybridSearch(
            SearchIndex index,
            SearchedFacts storage,
            String model,
            Supplier<Optional<Embedder>> embedder) {
        this.index = index;
        this.storage = storage;
        this.wishes = new Wish.Maker(storage, model, embedder);
    }

    @Override
    public Results find(String text, int page, int size) {
        refuseBadPage(page, size);
        Query query = QueryParser.parse(text);
        Wish wish = wishes.of(query);
        Ranked ranked = new Ranked(index, wish);
        long from = (long) page * size;
        List<Fused> shown = ranked.between(from, from + size);
        return new Results(
                hits(shown, new Reasons(wish)),
                ranked.total(),
                ranked.facets(),
                page == 0 && wish.named() == null ? didYouMean(query) : Optional.empty(),
                ranked.byMeaning() ? Results.Meaning.TOOK_PART : Results.Meaning.LEFT_OUT);
    }

    @Override
    public List<Paper> similar(PaperId paper, int limit) {
        if (storage.papers().get(paper).isEmpty()) {
            return List.of();
        }
        Wish wish = wishes.of(new Query(List.of(new Clause.Like(paper))));
        List<PaperId> ids =
                new Ranked(index, wish).between(0, limit).stream().map(Fused::id).toList();
        return inOrder(ids);
    }

    @Override
    public List<String> suggest(String typed, int limit) {
        Completion completion =
                new Completion(typed.length() <= 200 ? typed : typed.substring(0, 200));
        if (completion.typed().isEmpty()) {
            return List.of();
        }
        List<PaperId> ids = index.beginning(completion.typed(), COMPLETED_FROM);
        return completion.of(inOrder(ids), limit);
    }

    private static void refuseBadPage(int page, int size) {
        if (page < 0) {
            throw new IllegalArgumentException("page " + page + " does not exist; the first is 0");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page of %d papers; accepted is 1 to %d".formatted(size, LARGEST_PAGE));
        }
    }

    private List<Paper> inOrder(List<PaperId> ids) {
        Map<PaperId, Paper> papers = storage.papers().get(ids);
        return ids.stream().flatMap(id -> Optional.ofNullable(papers.get(id)).stream()).toList();
    }

    private List<Hit> hits(List<Fused> shown, Reasons reasons) {
        Map<PaperId, Paper> papers = storage.papers().get(shown.stream().map(Fused::id).toList());
        List<Hit> hits = new ArrayList<>();
        for (Fused one : shown) {
            Paper paper = papers.get(one.id());
            if (paper != null) {
                hits.add(new FoundPaper(paper, one, reasons));
            }
        }
        return hits;
    }

    /// The query with misspelt words mended, when these find more papers by words than before.
    private Optional<String> didYouMean(Query query) {
        List<Clause> clauses = query.clauses().stream().map(this::mended).toList();
        if (clauses.equals(query.clauses())) {
            return Optional.empty();
        }
        List<Clause> before = new ArrayList<>();
        List<Clause> after = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = query.clauses().get(i);
            boolean untouched = clause instanceof Clause.Word && clause.equals(clauses.get(i));
            if (!untouched) {
                before.add(clause);
                after.add(clauses.get(i));
            }
        }
        long found = index.words(new Query(before), 1).total();
        return index.words(new Query(after), 1).total() > found
                ? Optional.of(new Query(clauses).text())
                : Optional.empty();
    }

    private Clause mended(Clause clause) {
        return clause instanceof Clause.Word word ? mended(word) : clause;
    }

    private Clause mended(Clause.Word word) {
        List<Token> tokens = Analysis.tokens(word.text());
        if (tokens.size() != 1 || tokens.getFirst().word().length() < Spelling.SHORTEST) {
            return word;
        }
        return index.mended(tokens.getFirst().word()).<Clause>map(Clause.Word::new).orElse(word);
    }
}
