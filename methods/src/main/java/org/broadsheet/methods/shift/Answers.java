package org.broadsheet.methods.shift;

import java.util.random.RandomGenerator;

/// This is which test examples of each group a model answered right.
///
/// @param majority one for each test example of the majority, at least one
/// @param minority likewise
public record Answers(boolean[] majority, boolean[] minority) {
    public Answers {
        if (majority.length == 0 || minority.length == 0) {
            throw new IllegalArgumentException(
                    "answers to %d examples of the majority and %d of the minority; accepted are 1 and more of each"
                            .formatted(majority.length, minority.length));
        }
    }

    public double majorityAccuracy() {
        return share(majority);
    }

    public double minorityAccuracy() {
        return share(minority);
    }

    /// The accuracy on the majority on the probit scale, as [Probit#ofAccuracy].
    public double probitOfMajority() {
        return Probit.ofAccuracy(majorityAccuracy(), majority.length);
    }

    /// The same on the minority.
    public double probitOfMinority() {
        return Probit.ofAccuracy(minorityAccuracy(), minority.length);
    }

    private static double share(boolean[] right) {
        int count = 0;
        for (boolean one : right) {
            count += one ? 1 : 0;
        }
        return (double) count / right.length;
    }

    /// True if neither accuracy is further than this from guessing: a model that has learned
    /// nothing yet.
    public boolean isGuessing(double within) {
        return Math.abs(majorityAccuracy() - 0.5) <= within
                && Math.abs(minorityAccuracy() - 0.5) <= within;
    }

    /// What comes of answering each example by this model with a probability, else by the other.
    /// Its two accuracies lie, in expectation, on the straight line between those of both.
    ///
    /// @param share of this model, 0 to 1
    public Answers mixedWith(Answers other, double share, RandomGenerator random) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the share of a model: %s; accepted are 0 to 1".formatted(share));
        }
        if (other.majority.length != majority.length || other.minority.length != minority.length) {
            throw new IllegalArgumentException(
                    "models judged on %d and %d examples are mixed with ones judged on %d and %d; accepted are models judged on the same"
                            .formatted(
                                    majority.length,
                                    minority.length,
                                    other.majority.length,
                                    other.minority.length));
        }
        return new Answers(
                mixed(majority, other.majority, share, random),
                mixed(minority, other.minority, share, random));
    }

    private static boolean[] mixed(
            boolean[] one, boolean[] other, double share, RandomGenerator random) {
        boolean[] mixed = new boolean[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = random.nextDouble() < share ? one[i] : other[i];
        }
        return mixed;
    }
}
