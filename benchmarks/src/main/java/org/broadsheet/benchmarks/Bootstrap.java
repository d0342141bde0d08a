package org.broadsheet.benchmarks;

import java.util.Arrays;
import java.util.Random;

/// The percentile bootstrap of a mean (B. Efron, 1979): how far the mean of such values may lie
/// from what was measured, had other papers or days been drawn.
public record Bootstrap(double mean, double low, double high) {
    private static final int DRAWS = 5_000;
    private static final long SEED = 20_260_701;

    /// The mean of the values with its 95 % interval; for paired differences this is the paired
    /// bootstrap.
    public static Bootstrap of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values; at least one is needed");
        }
        Random random = new Random(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        Arrays.sort(means);
        return new Bootstrap(
                Arrays.stream(values).average().orElseThrow(),
                means[(int) (0.025 * DRAWS)],
                means[(int) (0.975 * DRAWS) - 1]);
    }

    /// The interval of the differences of two measurements of the same things.
    public static Bootstrap ofDifference(double[] ours, double[] theirs) {
        double[] differences = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            differences[i] = ours[i] - theirs[i];
        }
        return of(differences);
    }

    /// Whether all of the interval lies above zero.
    public boolean isAboveZero() {
        return low > 0;
    }

    @Override
    public String toString() {
        return Report.format("%.3f [%.3f, %.3f]", mean, low, high);
    }
}
