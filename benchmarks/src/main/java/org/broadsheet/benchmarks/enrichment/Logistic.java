package org.broadsheet.benchmarks.enrichment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Logistic regression by AdaGrad steps (J. Duchi, E. Hazan, Y. Singer, 2011) over shuffled
/// examples, the seed fixed.
final class Logistic {
    private static final int ROUNDS = 8;
    private static final double STEP = 0.1;
    private static final double DECAY = 1e-6;

    record Example(double[] features, boolean is) {}

    private Logistic() {}

    static double[] learn(List<Example> examples, int features) {
        double[] weights = new double[features];
        double[] squares = new double[features];
        List<Example> shuffled = new ArrayList<>(examples);
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(shuffled, random);
            for (Example example : shuffled) {
                double sum = 0;
                for (int i = 0; i < features; i++) {
                    sum += weights[i] * example.features()[i];
                }
                double miss = (example.is() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
                for (int i = 0; i < features; i++) {
                    double slope = miss * example.features()[i] - DECAY * weights[i];
                    squares[i] += slope * slope;
                    weights[i] += STEP * slope / Math.sqrt(squares[i] + 1e-8);
                }
            }
        }
        return weights;
    }
}
