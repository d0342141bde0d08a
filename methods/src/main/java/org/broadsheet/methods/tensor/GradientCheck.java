package org.broadsheet.methods.tensor;

import java.util.List;
import java.util.function.Supplier;

/// This is the comparison of gradients with central differences (f(x + h) - f(x - h)) / 2h, at the
/// element where they differ most.
///
/// @param error |derivative - difference| / max(1, |derivative|, |difference|); some 1e-9 for a
///   right derivative of a smooth loss near 1
/// @param parameter which of the parameters, from 0
/// @param element which of its elements, the last axis running fastest
/// @param derivative by `backward()`
/// @param difference by central differences
public record GradientCheck(
        double error, int parameter, int element, double derivative, double difference) {
    /// The error of a central difference is h² f'''/6 + rounding/h: least near the cube root of the
    /// spacing of doubles, 6e-6.
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /// Checks all elements of the parameters. Costs two losses an element.
    ///
    /// @param loss a single number, the same each time it is computed
    /// @throws IllegalArgumentException if the tensors are not doubles: floats are too coarse
    public static GradientCheck of(Supplier<Tensor> loss, List<Tensor> parameters) {
        Gradients.clear(Gradients.requireParameters(parameters));
        Tensor value = loss.get();
        if (value.maker().spacing() > Math.ulp(1.0)) {
            throw new IllegalArgumentException(
                    "tensors of " + value.maker() + "; accepted are doubles");
        }
        value.backward();
        GradientCheck worst = new GradientCheck(-1, 0, 0, 0, 0);
        for (int i = 0; i < parameters.size(); i++) {
            Tensor parameter = parameters.get(i);
            Tensor gradient = parameter.gradient();
            for (int j = 0; j < parameter.size(); j++) {
                double difference = difference(loss, parameter.data, j);
                double derivative = gradient.data.get(j);
                double error = error(derivative, difference);
                if (!(error <= worst.error)) {
                    worst = new GradientCheck(error, i, j, derivative, difference);
                }
            }
        }
        return worst;
    }

    private static double difference(Supplier<Tensor> loss, Array values, int at) {
        double here = values.get(at);
        double step = STEP * Math.max(1, Math.abs(here));
        values.set(at, here + step);
        double above = loss.get().item();
        values.set(at, here - step);
        double below = loss.get().item();
        values.set(at, here);
        return (above - below) / (2 * step);
    }

    private static double error(double derivative, double difference) {
        double scale = Math.max(1, Math.max(Math.abs(derivative), Math.abs(difference)));
        return Math.abs(derivative - difference) / scale;
    }
}
