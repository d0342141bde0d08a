package org.broadsheet.reproductions.ordinal;

import java.util.Arrays;

/// Mean and spread of a few values.
final class Statistics {
    private Statistics() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /// The standard deviation of a sample.
    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /// Pearson's correlation of a series with itself one step later.
    static double lagOneCorrelation(double[] series) {
        double mean = mean(series);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < series.length; i++) {
            double x = series[i] - mean;
            variance += x * x;
            covariance += i == 0 ? 0 : x * (series[i - 1] - mean);
        }
        return covariance / variance;
    }
}
