package org.broadsheet.methods.hopfield;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/// This is the question that the capacity is about: does one update of a disturbed pattern land at
/// the pattern? It lands there if it comes within `tolerance` times the pattern's norm.
///
/// @param stores how many stores are drawn for a number of patterns, at least 1
/// @param queries how many patterns of each are disturbed and retrieved, at least 1
/// @param tolerance the accepted distance in units of the pattern's norm, over 0
public record OneStepTrial(int stores, int queries, double tolerance) {

    public OneStepTrial {
        if (stores < 1 || queries < 1) {
            throw new IllegalArgumentException(
                    "%d stores with %d queries are asked for; at least 1 of each is needed"
                            .formatted(stores, queries));
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException(
                    "The tolerance is %s; it must be over 0".formatted(tolerance));
        }
    }

    /// Where patterns come from and how they are disturbed.
    public sealed interface Setup {
        Patterns draw(int patterns, PatternSource source);

        double[] disturb(double[] pattern, PatternSource source);
    }

    /// Patterns of `size` elements on a sphere, disturbed by Gaussian noise of this deviation in
    /// every element.
    public record Sphere(int size, double radius, double noise) implements Setup {
        @Override
        public Patterns draw(int patterns, PatternSource source) {
            return source.onSphere(patterns, size, radius);
        }

        @Override
        public double[] disturb(double[] pattern, PatternSource source) {
            return source.noisy(pattern, noise);
        }
    }

    /// Patterns of `size` elements of 1 and -1, disturbed by turning `flips` of them.
    public record Binary(int size, int flips) implements Setup {
        @Override
        public Patterns draw(int patterns, PatternSource source) {
            return source.binary(patterns, size);
        }

        @Override
        public double[] disturb(double[] pattern, PatternSource source) {
            return source.flipped(pattern, flips);
        }
    }

    /// The share of retrievals by `memory` that succeed with `patterns` patterns.
    public double successShare(
            int patterns,
            Setup setup,
            Function<Patterns, AssociativeMemory> memory,
            RandomGenerator random) {
        PatternSource source = new PatternSource(random);
        int successes = 0;
        for (int store = 0; store < stores; store++) {
            AssociativeMemory filled = memory.apply(setup.draw(patterns, source));
            for (int query = 0; query < queries; query++) {
                successes += retrieves(filled, random.nextInt(patterns), setup, source) ? 1 : 0;
            }
        }
        return (double) successes / (stores * queries);
    }

    private boolean retrieves(
            AssociativeMemory memory, int index, Setup setup, PatternSource source) {
        double[] pattern = memory.patterns().pattern(index);
        double[] answer = memory.update(setup.disturb(pattern, source));
        double norm = Distance.between(pattern, new double[pattern.length]);
        return Distance.between(answer, pattern) <= tolerance * norm;
    }
}
