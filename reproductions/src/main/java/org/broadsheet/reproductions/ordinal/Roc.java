package org.broadsheet.reproductions.ordinal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// How well a score tells positives from negatives, over all thresholds.
final class Roc {
    /// @param positive what the case really is
    record Case(double score, boolean positive) {}

    private final List<Case> cases;
    private final double positives;
    private final double negatives;

    /// @param cases with at least one of each kind
    Roc(List<Case> cases) {
        this.cases =
                cases.stream().sorted(Comparator.comparingDouble(Case::score).reversed()).toList();
        positives = cases.stream().filter(Case::positive).count();
        negatives = cases.size() - positives;
        if (positives == 0 || negatives == 0) {
            throw new IllegalArgumentException(
                    "%.0f positives and %.0f negatives; accepted is at least one of each"
                            .formatted(positives, negatives));
        }
    }

    /// The share of pairs of a positive and a negative in which the positive has the higher score;
    /// ties count half.
    double area() {
        double[] x = falsePositives();
        double[] y = truePositives();
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return area;
    }

    /// The share of negatives at or above each score that occurs, from none to all.
    double[] falsePositives() {
        return shares(false, negatives);
    }

    /// The share of positives at or above the same scores.
    double[] truePositives() {
        return shares(true, positives);
    }

    /// The mean of the shares of positives above the threshold and of negatives not above it.
    double balancedAccuracy(double threshold) {
        return (above(threshold, true) + 1 - above(threshold, false)) / 2;
    }

    /// The share of cases of a kind with a score above the threshold.
    double above(double threshold, boolean positive) {
        double count =
                cases.stream()
                        .filter(one -> one.positive() == positive && one.score() > threshold)
                        .count();
        return count / (positive ? positives : negatives);
    }

    private double[] shares(boolean positive, double all) {
        double[] shares = new double[cases.size() + 1];
        int points = 1;
        double count = 0;
        for (int i = 0; i < cases.size(); i++) {
            count += cases.get(i).positive() == positive ? 1 : 0;
            boolean lastOfTie =
                    i + 1 == cases.size() || cases.get(i + 1).score() < cases.get(i).score();
            if (lastOfTie) {
                shares[points++] = count / all;
            }
        }
        return Arrays.copyOf(shares, points);
    }
}
