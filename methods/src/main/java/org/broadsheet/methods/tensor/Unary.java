package org.broadsheet.methods.tensor;

import java.util.function.DoubleUnaryOperator;

/// This is the table of functions of one element: the value y = f(x) and the slope f'(x), which may
/// use y. The plain kernels read it element by element; the vector kernels do the same by lanes.
enum Unary {
    NEGATE(x -> -x, (_, _) -> -1),
    EXP(Math::exp, (_, y) -> y),
    LOG(Math::log, (x, _) -> 1 / x),
    SIN(Math::sin, (x, _) -> Math.cos(x)),
    COS(Math::cos, (x, _) -> -Math.sin(x)),
    TANH(Math::tanh, (_, y) -> 1 - y * y),
    /// 1 / (1 + e^-x)
    SIGMOID(x -> 1 / (1 + Math.exp(-x)), (_, y) -> y * (1 - y)),
    /// log(1 + e^x), written so that nothing overflows; its slope, the sigmoid, is 1 - e^-y.
    SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), (_, y) -> -Math.expm1(-y)),
    RELU(x -> Math.max(x, 0), (x, _) -> x > 0 ? 1 : 0),
    /// x Φ(x) with the normal distribution's Φ (Hendrycks and Gimpel 2016), not its approximation.
    GELU(x -> x * Normal.below(x), (x, _) -> Normal.below(x) + x * Normal.density(x)),
    SQRT(Math::sqrt, (_, y) -> 0.5 / y),
    SQUARE(x -> x * x, (x, _) -> 2 * x),
    ABS(Math::abs, (x, _) -> Math.signum(x));

    private final DoubleUnaryOperator value;
    private final Slope slope;

    Unary(DoubleUnaryOperator value, Slope slope) {
        this.value = value;
        this.slope = slope;
    }

    double value(double x) {
        return value.applyAsDouble(x);
    }

    double slope(double x, double y) {
        return slope.at(x, y);
    }

    private interface Slope {
        double at(double x, double y);
    }
}
