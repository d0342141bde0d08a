package org.broadsheet.reproductions.ordinal;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.ordinal.EntropyComplexity;
import org.broadsheet.methods.ordinal.NaturalTime;
import org.broadsheet.methods.ordinal.PermutationEntropy;
import org.broadsheet.methods.ordinal.Sampling;

/// A series whose nature is known.
///
/// @param system that made it, as in `Lorenz system`
/// @param nature what that is
/// @param pace whether the sampling scheme applies to it
record Specimen(String system, Nature nature, Pace pace, double[] series) {
    enum Nature {
        REGULAR,
        CHAOTIC,
        NOISE
    }

    enum Pace {
        /// Time runs on between two samples, so a window must be fitted to the natural time.
        FLOW,
        /// There is nothing between two samples: the interval is 1.
        STEPS
    }

    boolean isChaotic() {
        return nature == Nature.CHAOTIC;
    }

    /// With normal noise of `amplitude` standard deviations of the series added.
    Specimen disturbed(double amplitude, RandomGenerator random) {
        if (amplitude == 0) {
            return this;
        }
        double mean = Arrays.stream(series).average().orElseThrow();
        double variance =
                Arrays.stream(series).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        double scale = amplitude * Math.sqrt(variance);
        return new Specimen(
                system,
                nature,
                pace,
                Arrays.stream(series).map(x -> x + scale * random.nextGaussian()).toArray());
    }

    /// Its place in the plane when a window spans `ratio` natural times, as estimated from the
    /// series itself.
    EntropyComplexity point(int order, double ratio) {
        return new PermutationEntropy(order, interval(order, ratio)).of(series);
    }

    /// A series that never crosses its mean swings once in more than twice its length; a window
    /// that would not fit spans the series.
    private int interval(int order, double ratio) {
        if (pace == Pace.STEPS) {
            return 1;
        }
        double natural =
                NaturalTime.crossings(series) == 0
                        ? 2.0 * (series.length - 1)
                        : NaturalTime.byMeanCrossings(series, 1);
        int longest = (series.length - 1) / (order - 1);
        return Math.min(new Sampling(natural, 1).interval(order, ratio), longest);
    }
}
