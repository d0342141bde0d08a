package org.broadsheet.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.RankFusion.Fused;
import org.broadsheet.search.RankFusion.Ranking;
import org.broadsheet.search.RankFusion.Share;
import org.broadsheet.search.SearchIndex.Found;
import org.broadsheet.search.SearchIndex.Scored;

/// All that a wish finds, in one order that does not depend on the page that is looked at.
///
/// The first [#DEPTH] by words and the first [#DEPTH] by meaning are fused; behind them come the
/// other papers found by words, whose scores are all smaller.
final class Ranked {
    /// How far down each list is fused.
    static final int DEPTH = 200;

    static final String ID = "id";
    static final String WORDS = "words";
    static final String MEANING = "meaning";

    private static final Found NONE = new Found(List.of(), 0, Map.of());

    private final SearchIndex index;
    private final Wish wish;
    private final Found words;
    private final List<Scored> nearest;
    private final List<Fused> fused;
    private final Found alsoByWords;

    Ranked(SearchIndex index, Wish wish) {
        this.index = index;
        this.wish = wish;
        this.words = wish.asksWords() ? index.words(wish.query(), DEPTH) : NONE;
        this.nearest = nearest(index, wish);
        this.fused = new ArrayList<>();
        Paper named = wish.named();
        if (named != null) {
            Share asked = new Share(ID, 1, 1, 1);
            fused.add(new Fused(named.id(), named.published(), List.of(asked)));
        }
        fused.addAll(
                RankFusion.fuse(
                        List.of(new Ranking(WORDS, words.best()), new Ranking(MEANING, nearest))));
        this.alsoByWords = alsoByWords();
    }

    private static List<Scored> nearest(SearchIndex index, Wish wish) {
        float[] vector = wish.vector();
        return vector == null ? List.of() : index.nearest(vector, wish.query(), DEPTH);
    }

    boolean byMeaning() {
        return !nearest.isEmpty();
    }

    /// How many papers there are in all.
    long total() {
        return fused.size() + words.total() - words.best().size() - alsoByWords.total();
    }

    /// Counts over all these papers, for narrowing.
    List<Results.Facet> facets() {
        Set<PaperId> byWords = ids(words.best());
        List<PaperId> others =
                fused.stream().map(Fused::id).filter(id -> !byWords.contains(id)).toList();
        if (others.isEmpty()) {
            return words.facets();
        }
        Map<String, Long> counts = new HashMap<>(words.counts());
        Query alone = new Query(List.of()).among(others);
        index.words(alone, 1).counts().forEach((clause, n) -> counts.merge(clause, n, Long::sum));
        alsoByWords.counts().forEach((clause, n) -> counts.merge(clause, -n, Long::sum));
        return Facets.of(counts);
    }

    /// Those found by meaning that are found by words, too, but further down than is fused.
    private Found alsoByWords() {
        if (words.total() == words.best().size()) {
            return NONE;
        }
        Set<PaperId> seen = ids(words.best());
        List<PaperId> others =
                nearest.stream().map(Scored::id).filter(id -> !seen.contains(id)).toList();
        return others.isEmpty() ? NONE : index.words(wish.query().among(others), 1);
    }

    /// Those from one place to before another, from 0.
    List<Fused> between(long from, long to) {
        List<Fused> page = new ArrayList<>();
        int end = (int) Math.min(to, fused.size());
        if (from < end) {
            page.addAll(fused.subList((int) from, end));
        }
        if (to > fused.size() && words.total() > words.best().size()) {
            long skip = Math.max(0, from - fused.size());
            page.addAll(behind(skip, to - fused.size()));
        }
        return page;
    }

    /// Of those found by words further down than is fused.
    private List<Fused> behind(long from, long to) {
        Set<PaperId> seen = ids(nearest);
        int limit = (int) Math.min(words.total(), DEPTH + to + seen.size());
        List<Scored> all = index.words(wish.query(), Math.max(1, limit)).best();
        List<Fused> rest = new ArrayList<>();
        for (int i = DEPTH; i < all.size(); i++) {
            Scored one = all.get(i);
            if (!seen.contains(one.id())) {
                Share share = Share.at(WORDS, i + 1, one.score());
                rest.add(new Fused(one.id(), one.published(), List.of(share)));
            }
        }
        int first = (int) Math.min(from, rest.size());
        return rest.subList(first, (int) Math.min(to, rest.size()));
    }

    private static Set<PaperId> ids(List<Scored> scored) {
        Set<PaperId> ids = new HashSet<>();
        scored.forEach(one -> ids.add(one.id()));
        return ids;
    }
}
