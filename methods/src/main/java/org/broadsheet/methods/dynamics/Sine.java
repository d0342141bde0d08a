package org.broadsheet.methods.dynamics;

/// A sine wave of amplitude 1.
public final class Sine {
    private Sine() {}

    /// sin(2π · frequency · i / rate) for i from 0; the same digits on every machine. Where a
    /// period is a whole number of samples, values that are equal in exact arithmetic differ here
    /// by a rounding, and ordinal patterns see that.
    ///
    /// @param frequency periods in a unit of time, above 0
    /// @param rate samples in a unit of time, above 0
    /// @param length number of values, at least 1
    public static double[] wave(double frequency, double rate, int length) {
        if (!(frequency > 0 && rate > 0 && Double.isFinite(frequency * rate))) {
            throw new IllegalArgumentException(
                    "frequency %s and rate %s; accepted is above 0".formatted(frequency, rate));
        }
        double[] series = new double[Maps.requireLength(length)];
        for (int i = 0; i < length; i++) {
            series[i] = StrictMath.sin(2 * Math.PI * frequency * (i / rate));
        }
        return series;
    }
}
