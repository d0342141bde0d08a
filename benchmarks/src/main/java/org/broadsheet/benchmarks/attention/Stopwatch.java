package org.broadsheet.benchmarks.attention;

import java.util.Arrays;
import java.util.List;

/// Times of something short, over rounds of many repetitions in this JVM: on a busy machine the
/// fastest round tells more than the median.
record Stopwatch(double medianNanos, double fastestNanos) {
    private static final int WARM = 3;
    private static final int ROUNDS = 15;
    private static final long ROUND_NANOS = 300_000_000;

    /// Of each, in turns, so that a noisy machine is noisy for all.
    static List<Stopwatch> of(List<Runnable> works) {
        double[][] rounds = new double[works.size()][ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            for (int w = 0; w < rounds.length; w++) {
                double nanos = round(works.get(w));
                if (i >= 0) {
                    rounds[w][i] = nanos;
                }
            }
        }
        return Arrays.stream(rounds).map(Stopwatch::of).toList();
    }

    private static Stopwatch of(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return new Stopwatch(sorted[ROUNDS / 2], sorted[0]);
    }

    private static double round(Runnable work) {
        long from = System.nanoTime();
        long count = 0;
        do {
            work.run();
            count++;
        } while (System.nanoTime() - from < ROUND_NANOS);
        return (double) (System.nanoTime() - from) / count;
    }
}
