package org.broadsheet.methods.shift;

import java.util.random.RandomGenerator;

/// This is a made population of examples with a label of 0 or 1, in two groups. Every example has
/// core features, from which the label can be read in both groups, one more feature that tells the
/// groups apart, and features of noise. All are numbers near 1 and -1 with Gaussian noise.
///
/// @param core how the label can be read
/// @param link what the groups are
/// @param coreNoise deviation of the noise on core features, 0 or more
/// @param groupNoise deviation of the noise on the feature that tells the groups apart
/// @param nuisances features of noise alone, with a deviation of a half
/// @param wrongLabels share of examples whose label is turned in training, 0 to 0.5
public record Population(
        Core core,
        Link link,
        double coreNoise,
        double groupNoise,
        int nuisances,
        double wrongLabels) {
    private static final double NUISANCE_NOISE = 0.5;

    /// The number of core features.
    private static final int CORES = 2;

    /// How the label can be read from the core features.
    public enum Core {
        /// The first is a random sign, the second that sign for label 1 and the other for 0: no
        /// line separates the labels, so this takes time to learn.
        PAIR,
        /// Both are 1 for label 1 and -1 for 0: a line separates them at once.
        LINEAR
    }

    /// What the group means.
    public enum Link {
        /// The feature is the label in the majority and its opposite in the minority: a shortcut
        /// that fails the minority.
        SPURIOUS,
        /// The feature is the group and says nothing of the label, and the core features of the
        /// minority are turned by 45 degrees: a rare kind, without a shortcut.
        RARE
    }

    public Population {
        requireNoise("core noise", coreNoise);
        requireNoise("group noise", groupNoise);
        if (nuisances < 0) {
            throw new IllegalArgumentException(
                    "nuisances: %d; accepted are 0 and more".formatted(nuisances));
        }
        if (!(wrongLabels >= 0 && wrongLabels <= 0.5)) {
            throw new IllegalArgumentException(
                    "wrong labels: %s; accepted are shares from 0 to 0.5".formatted(wrongLabels));
        }
    }

    private static void requireNoise(String what, double deviation) {
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "%s: %s; accepted are finite numbers from 0".formatted(what, deviation));
        }
    }

    /// The numbers of an example.
    public int features() {
        return CORES + 1 + nuisances;
    }

    /// Examples to learn from, with as many of each label and in each label the same share of the
    /// majority: exactly, up to rounding to whole examples, so that a share of a half leaves no
    /// correlation by chance.
    ///
    /// @param count 4 or more
    /// @param majority the share of the majority, 0.5 (no correlation) to 1
    public Sample training(int count, double majority, RandomGenerator random) {
        if (!(majority >= 0.5 && majority <= 1)) {
            throw new IllegalArgumentException(
                    "the share of the majority: %s; accepted are 0.5 to 1".formatted(majority));
        }
        return draw(count, majority, wrongLabels, random);
    }

    /// Examples to judge by: of one group only, as many of each label, all labels right.
    ///
    /// @param count 4 or more
    public Sample test(int count, boolean ofTheMajority, RandomGenerator random) {
        return draw(count, ofTheMajority ? 1 : 0, 0, random);
    }

    private Sample draw(int count, double majority, double wrong, RandomGenerator random) {
        if (count < 4) {
            throw new IllegalArgumentException(
                    "%d examples; accepted are 4 and more".formatted(count));
        }
        double[][] features = new double[count][];
        boolean[] labels = new boolean[count];
        boolean[] ofMajority = new boolean[count];
        for (int i = 0; i < count; i++) {
            boolean label = i % 2 == 0;
            int ofThisLabel = (count + (label ? 1 : 0)) / 2;
            int place = i / 2;
            ofMajority[i] = place < Math.round(majority * ofThisLabel);
            features[i] = example(label, ofMajority[i], random);
            labels[i] = label ^ random.nextDouble() < wrong;
        }
        return new Sample(features, labels, ofMajority);
    }

    private double[] example(boolean label, boolean majority, RandomGenerator random) {
        double sign = label ? 1 : -1;
        double first = core == Core.PAIR ? (random.nextBoolean() ? 1 : -1) : sign;
        double second = core == Core.PAIR ? first * sign : sign;
        double[] x = new double[features()];
        x[0] = first;
        x[1] = second;
        if (link == Link.RARE && !majority) {
            x[0] = (first - second) * Math.sqrt(0.5);
            x[1] = (first + second) * Math.sqrt(0.5);
        }
        x[0] += coreNoise * random.nextGaussian();
        x[1] += coreNoise * random.nextGaussian();
        double group = majority ? 1 : -1;
        x[CORES] =
                (link == Link.SPURIOUS ? group * sign : group) + groupNoise * random.nextGaussian();
        for (int i = CORES + 1; i < x.length; i++) {
            x[i] = NUISANCE_NOISE * random.nextGaussian();
        }
        return x;
    }
}
