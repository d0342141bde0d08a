package org.broadsheet.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.SearchIndex.Scored;
import org.jspecify.annotations.Nullable;

/// Makes one list of several by the places in them alone: each list adds 1 / (60 + place) (G. V.
/// Cormack, C. L. A. Clarke, S. Büttcher, "Reciprocal rank fusion outperforms Condorcet and
/// individual rank learning methods", SIGIR 2009). Scores of different kinds need not compare.
public final class RankFusion {
    /// The paper's constant.
    public static final int K = 60;

    /// Best first; papers that score the same latest published first, then by id.
    static final Comparator<Fused> BEST_FIRST =
            Comparator.comparingDouble(Fused::score)
                    .reversed()
                    .thenComparing(
                            Fused::published,
                            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                    .thenComparing(Fused::id);

    private RankFusion() {}

    /// A list to be fused, best first, and what it is called.
    public record Ranking(String name, List<Scored> best) {}

    /// What a list adds for a paper that stands at this rank in it, from 1.
    public record Share(String list, int rank, double listScore, double adds) {
        static Share at(String list, int rank, double listScore) {
            return new Share(list, rank, listScore, 1.0 / (K + rank));
        }
    }

    /// @param shares in the order of the lists; their sum in this order is the score
    public record Fused(PaperId id, @Nullable LocalDate published, List<Share> shares) {
        public Fused {
            shares = List.copyOf(shares);
        }

        public double score() {
            double sum = 0;
            for (Share share : shares) {
                sum += share.adds;
            }
            return sum;
        }
    }

    /// All papers of all lists, best first. A paper stands at most once in each list.
    public static List<Fused> fuse(List<Ranking> rankings) {
        Map<PaperId, List<Share>> shares = new LinkedHashMap<>();
        Map<PaperId, Scored> papers = new LinkedHashMap<>();
        for (Ranking ranking : rankings) {
            int rank = 0;
            for (Scored scored : ranking.best) {
                Share share = Share.at(ranking.name, ++rank, scored.score());
                shares.computeIfAbsent(scored.id(), _ -> new ArrayList<>()).add(share);
                papers.put(scored.id(), scored);
            }
        }
        return sorted(papers.values(), shares);
    }

    private static List<Fused> sorted(Collection<Scored> papers, Map<PaperId, List<Share>> shares) {
        return papers.stream()
                .map(paper ->
                        new Fused(
                                paper.id(),
                                paper.published(),
                                shares.getOrDefault(paper.id(), List.of())))
                .sorted(BEST_FIRST)
                .toList();
    }
}
