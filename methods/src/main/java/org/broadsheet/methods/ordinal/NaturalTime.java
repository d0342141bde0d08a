package org.broadsheet.methods.ordinal;

import java.util.Arrays;

/// Estimates of a series' natural time t_nat: how long it takes to swing once, whether or not it is
/// periodic.
public final class NaturalTime {
    private NaturalTime() {}

    /// The duration over half the number of times that the series crosses its mean (paper: the
    /// default estimate).
    ///
    /// @param series finite values in equal steps of time, at least 2
    /// @param step the time between two of them, above 0
    /// @return in units of `step`
    /// @throws IllegalArgumentException if the series never crosses its mean, as a constant one
    public static double byMeanCrossings(double[] series, double step) {
        int crossings = crossings(series);
        if (crossings == 0) {
            throw new IllegalArgumentException(
                    "series of %d values never crosses its mean; a natural time needs a crossing"
                            .formatted(series.length));
        }
        return (series.length - 1) * requireStep(step) / (crossings / 2.0);
    }

    /// The mean time from one local maximum to the next.
    ///
    /// @param series finite values in equal steps of time
    /// @param step the time between two of them, above 0
    /// @return in units of `step`
    /// @throws IllegalArgumentException if the series has fewer than two local maxima
    public static double betweenMaxima(double[] series, double step) {
        int first = -1;
        int last = -1;
        int maxima = 0;
        for (int i = 1; i + 1 < series.length; i++) {
            if (series[i] > series[i - 1] && series[i] >= series[i + 1]) {
                first = first < 0 ? i : first;
                last = i;
                maxima++;
            }
        }
        if (maxima < 2) {
            throw new IllegalArgumentException(
                    "series with %d local maxima; a time between them needs 2".formatted(maxima));
        }
        return (last - first) * requireStep(step) / (maxima - 1);
    }

    /// How often the series passes from below its mean to above or back.
    public static int crossings(double[] series) {
        double mean = Arrays.stream(series).average().orElse(Double.NaN);
        int crossings = 0;
        for (int i = 1; i < series.length; i++) {
            crossings += series[i - 1] < mean == series[i] < mean ? 0 : 1;
        }
        return crossings;
    }

    static double requireStep(double step) {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step " + step + "; accepted is above 0");
        }
        return step;
    }
}
