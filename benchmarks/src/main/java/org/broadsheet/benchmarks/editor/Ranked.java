package org.broadsheet.benchmarks.editor;

import java.util.Arrays;
import java.util.List;

/// How well an order of a day's papers agrees with the votes they got.
///
/// @param ndcg nDCG@10, a paper being worth the binary logarithm of one more than its votes
/// @param spearman the correlation of ranks, equal votes sharing theirs
/// @param kendall tau-b
record Ranked(double ndcg, double spearman, double kendall) {
    private static final int TOP = 10;

    /// @param votes in the order that is judged, best first
    static Ranked of(List<Long> votes) {
        double[] worth =
                votes.stream().mapToDouble(Math::log1p).map(v -> v / Math.log(2)).toArray();
        double[] order = new double[worth.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = -i;
        }
        return new Ranked(ndcg(worth), correlation(ranks(order), ranks(worth)), tau(worth));
    }

    private static double ndcg(double[] worth) {
        double[] best = worth.clone();
        Arrays.sort(best);
        double got = 0;
        double most = 0;
        for (int i = 0; i < Math.min(TOP, worth.length); i++) {
            double discount = Math.log(2) / Math.log(i + 2.0);
            got += worth[i] * discount;
            most += best[worth.length - 1 - i] * discount;
        }
        return most == 0 ? 1 : got / most;
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double below = 0;
            for (double other : values) {
                below += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
            }
            ranks[i] = below;
        }
        return ranks;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return squaresA * squaresB == 0 ? 0 : both / Math.sqrt(squaresA * squaresB);
    }

    /// The order itself has no ties.
    private static double tau(double[] worth) {
        double agree = 0;
        double tied = 0;
        double pairs = worth.length * (worth.length - 1) / 2.0;
        for (int i = 0; i < worth.length; i++) {
            for (int j = i + 1; j < worth.length; j++) {
                agree += Double.compare(worth[i], worth[j]);
                tied += worth[i] == worth[j] ? 1 : 0;
            }
        }
        return pairs == tied ? 0 : agree / Math.sqrt(pairs * (pairs - tied));
    }
}
