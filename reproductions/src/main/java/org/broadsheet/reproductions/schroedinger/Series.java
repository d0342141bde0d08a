package org.broadsheet.reproductions.schroedinger;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.broadsheet.methods.schroedinger.Wave;

/// Numbers along an evolution.
final class Series {
    private Series() {}

    static double[] times(Evolution evolution) {
        return evolution.times().stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double[] each(Evolution evolution, ToDoubleFunction<Wave> quantity) {
        return evolution.waves().stream().mapToDouble(quantity).toArray();
    }

    /// The relative distances from the first value.
    static double[] drift(List<Wave> waves, ToDoubleFunction<Wave> quantity) {
        double first = quantity.applyAsDouble(waves.getFirst());
        return waves.stream()
                .mapToDouble(wave -> Math.abs(quantity.applyAsDouble(wave) / first - 1))
                .toArray();
    }

    static DoubleStream densities(List<Wave> waves) {
        return waves.stream().flatMapToDouble(wave -> Arrays.stream(wave.densities()));
    }

    static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    static double range(double[] values) {
        return most(values) - least(values);
    }

    static double[] atLeast(double least, double[] values) {
        return Arrays.stream(values).map(value -> Math.max(least, value)).toArray();
    }

    static Curve line(String name, double[] x, double[] y) {
        return new Curve(name, Role.MEASURED, Shape.LINE, x, y);
    }
}
