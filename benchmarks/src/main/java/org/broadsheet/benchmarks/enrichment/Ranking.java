package org.broadsheet.benchmarks.enrichment;

import java.util.List;

/// Learns a linear order from lists: the cross entropy between two softmax distributions over each
/// list (ListNet; Z. Cao and others, 2007), all lists at once, by AdaGrad steps.
final class Ranking {
    private static final int ROUNDS = 400;
    private static final double STEP = 0.1;
    private static final double DECAY = 1e-3;

    private Ranking() {}

    static double[] learn(List<double[][]> lists, List<double[]> wanted, int features) {
        double[] weights = new double[features];
        double[] squares = new double[features];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[features];
            for (int n = 0; n < lists.size(); n++) {
                add(lists.get(n), wanted.get(n), weights, slope);
            }
            for (int i = 0; i < features; i++) {
                double step = slope[i] / lists.size() - DECAY * weights[i];
                squares[i] += step * step;
                weights[i] += STEP * step / Math.sqrt(squares[i] + 1e-12);
            }
        }
        return weights;
    }

    private static void add(double[][] list, double[] wanted, double[] weights, double[] slope) {
        double[] scores = new double[list.length];
        for (int j = 0; j < list.length; j++) {
            for (int i = 0; i < weights.length; i++) {
                scores[j] += weights[i] * list[j][i];
            }
        }
        double[] chances = Learning.chances(scores);
        for (int j = 0; j < list.length; j++) {
            for (int i = 0; i < weights.length; i++) {
                slope[i] += (wanted[j] - chances[j]) * list[j][i];
            }
        }
    }
}
