package org.broadsheet.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private final SearchIndex index;
    private final Wish wish;
    private final Found words;
    private final List<Scored> nearest;
    private final List<Fused> fused;

    Ranked(SearchIndex index, Wish wish) {
        this.index = index;
        this.wish = wish;
        this.words =
                wish.asksWords()
                        ? index.words(wish.query(), DEPTH)
                        : new Found(List.of(), 0, List.of());
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
    }

    private static List<Scored> nearest(SearchIndex index, Wish wish) {
        float[] vector = wish.vector();
        return vector == null ? List.of() : index.nearest(vector, wish.query(), DEPTH);
    }

    Found words() {
        return words;
    }

    boolean byMeaning() {
        return !nearest.isEmpty();
    }

    /// How many papers there are in all.
    long total() {
        long unseen = words.total() - words.best().size();
        return fused.size() + (unseen == 0 ? 0 : unseen - alsoByWords());
    }

    /// How many of those found by meaning are found by words, too, but further down than is fused.
    private long alsoByWords() {
        Set<PaperId> seen = ids(words.best());
        List<PaperId> others =
                nearest.stream().map(Scored::id).filter(id -> !seen.contains(id)).toList();
        return others.isEmpty() ? 0 : index.words(wish.query().among(others), 1).total();
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
