package org.broadsheet.methods.hopfield;

import java.util.random.RandomGenerator;

/// This draws patterns and queries: the random data on which the paper's statements are tried. What
/// it draws depends on the generator alone.
public final class PatternSource {
    private final RandomGenerator random;

    public PatternSource(RandomGenerator random) {
        this.random = random;
    }

    /// `count` patterns of `size` elements, uniform on the sphere of this radius.
    public Patterns onSphere(int count, int size, double radius) {
        requirePositive("The radius", radius);
        double[][] rows = new double[requireCount("patterns", count)][];
        for (int i = 0; i < count; i++) {
            rows[i] = direction(size, radius);
        }
        return Patterns.of(rows);
    }

    /// `count` patterns of `size` elements, each 1 or -1 with the same probability.
    public Patterns binary(int count, int size) {
        double[][] rows =
                new double[requireCount("patterns", count)][requireCount("elements", size)];
        for (double[] row : rows) {
            for (int k = 0; k < size; k++) {
                row[k] = random.nextBoolean() ? 1 : -1;
            }
        }
        return Patterns.of(rows);
    }

    /// `clusters` centres uniform on the sphere of this radius and around each `members` patterns:
    /// the centre plus Gaussian noise of deviation `jitter` in every element, put back on the
    /// sphere. The members of cluster `c` are the patterns from `c * members` on.
    public Patterns clustered(int clusters, int members, int size, double radius, double jitter) {
        requireCount("members of a cluster", members);
        Patterns centres = onSphere(clusters, size, radius);
        double[][] rows = new double[Math.multiplyExact(clusters, members)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = scaled(noisy(centres.pattern(i / members), jitter), radius);
        }
        return Patterns.of(rows);
    }

    /// `pattern` plus Gaussian noise of this deviation, 0 or more, in every element.
    public double[] noisy(double[] pattern, double deviation) {
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "The noise is %s; it must be 0 or more".formatted(deviation));
        }
        double[] noisy = pattern.clone();
        for (int k = 0; k < noisy.length; k++) {
            noisy[k] += deviation * random.nextGaussian();
        }
        return noisy;
    }

    /// `pattern` with `flips` of its elements, chosen at random, turned to their negative.
    public double[] flipped(double[] pattern, int flips) {
        if (flips < 0 || flips > pattern.length) {
            throw new IllegalArgumentException(
                    "%d elements are to be flipped; 0 to %d are accepted"
                            .formatted(flips, pattern.length));
        }
        double[] flipped = pattern.clone();
        int left = flips;
        for (int k = 0; k < flipped.length; k++) {
            if (random.nextInt(flipped.length - k) < left) {
                flipped[k] = -flipped[k];
                left--;
            }
        }
        return flipped;
    }

    private double[] direction(int size, double radius) {
        return scaled(noisy(new double[requireCount("elements", size)], 1), radius);
    }

    private static double[] scaled(double[] vector, double radius) {
        double norm = Distance.between(vector, new double[vector.length]);
        double[] scaled = new double[vector.length];
        for (int k = 0; k < vector.length; k++) {
            scaled[k] = vector[k] * radius / norm;
        }
        return scaled;
    }

    private static int requireCount(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "%d %s are asked for; at least 1 is needed".formatted(count, what));
        }
        return count;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be over 0 and finite".formatted(what, value));
        }
    }
}
