package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Jets against Hipparchus, which differentiates another way.
class JetTest {
    private static final Tensors TENSORS = Tensors.doubles();
    private static final double[][] POINTS = {{0.3, 0.7}, {1.2, 0.1}, {0.9, 2.1}};
    private static final DSFactory TWO_INPUTS = new DSFactory(2, 2);

    record Function(
            String name, UnaryOperator<Jet> ours, UnaryOperator<DerivativeStructure> theirs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Function> functions() {
        return Stream.of(
                new Function("tanh", Jet::tanh, DerivativeStructure::tanh),
                new Function("sigmoid", Jet::sigmoid, x -> x.negate().exp().add(1).reciprocal()),
                new Function("softplus", Jet::softplus, x -> x.exp().add(1).log()),
                new Function("exp", Jet::exp, DerivativeStructure::exp),
                new Function("log", Jet::log, DerivativeStructure::log),
                new Function("sin", Jet::sin, DerivativeStructure::sin),
                new Function("cos", Jet::cos, DerivativeStructure::cos),
                new Function("square", Jet::square, x -> x.multiply(x)),
                new Function("pow", x -> x.pow(1.5), x -> x.pow(1.5)),
                new Function("plus", x -> x.plus(x.sin()), x -> x.add(x.sin())),
                new Function("minus", x -> x.minus(x.sin()), x -> x.subtract(x.sin())),
                new Function("times", x -> x.times(x.sin()), x -> x.multiply(x.sin())),
                new Function("over", x -> x.sin().over(x), x -> x.sin().divide(x)),
                new Function(
                        "times constant",
                        x -> x.times(TENSORS.scalar(3)).plus(TENSORS.scalar(1)).square(),
                        x -> x.multiply(3).add(1).multiply(x.multiply(3).add(1))));
    }

    /// f(a b²) of two inputs: both directions, and a and b as columns.
    @ParameterizedTest
    @MethodSource("functions")
    void firstAndSecondDerivativesAreThoseOfHipparchus(Function f) {
        Jet inputs = Jet.inputs(TENSORS.of(POINTS));
        Jet inner = inputs.columns(0, 1).times(inputs.columns(1, 2).square());
        Jet y = f.ours.apply(inner);
        for (int i = 0; i < POINTS.length; i++) {
            DerivativeStructure a = TWO_INPUTS.variable(0, POINTS[i][0]);
            DerivativeStructure b = TWO_INPUTS.variable(1, POINTS[i][1]);
            DerivativeStructure expected = f.theirs.apply(a.multiply(b).multiply(b));
            assertClose(y.value().get(i, 0), expected.getValue());
            assertClose(y.first(0).get(i, 0), expected.getPartialDerivative(1, 0));
            assertClose(y.first(1).get(i, 0), expected.getPartialDerivative(0, 1));
            assertClose(y.second(0).get(i, 0), expected.getPartialDerivative(2, 0));
            assertClose(y.second(1).get(i, 0), expected.getPartialDerivative(0, 2));
        }
    }

    @Test
    void aMixedDerivativeComesFromThreeDirections() {
        Tensor x = TENSORS.of(new double[][] {{1, 0}});
        Tensor y = TENSORS.of(new double[][] {{0, 1}});
        Jet inputs = Jet.inputs(TENSORS.of(POINTS), x, y, x.plus(y));
        Jet u = inputs.columns(0, 1).times(inputs.columns(1, 2)).sin();
        Tensor mixed = u.second(2).minus(u.second(0)).minus(u.second(1)).over(2);
        for (int i = 0; i < POINTS.length; i++) {
            double ab = POINTS[i][0] * POINTS[i][1];
            assertClose(mixed.get(i, 0), Math.cos(ab) - ab * Math.sin(ab));
        }
    }

    /// The residual of the heat equation with a network for u, as in a physics-informed network.
    @Test
    void oneBackwardGoesThroughTheDerivatives() {
        RandomGenerator random = new SplittableRandom(1);
        Linear hidden = new Linear(TENSORS, 2, 5, random);
        Linear middle = new Linear(TENSORS, 5, 5, random);
        Linear output = new Linear(TENSORS, 5, 1, random);
        List<Tensor> parameters = Layer.parametersOf(hidden, middle, output);
        GradientCheck check =
                GradientCheck.of(
                        () -> {
                            Jet x = Jet.inputs(TENSORS.of(POINTS));
                            Jet u = x.apply(hidden).tanh().apply(middle).sin().apply(output);
                            return u.first(1).minus(u.second(0)).square().mean();
                        },
                        parameters);
        assertThat(check.error()).as("%s", check).isLessThan(1e-9);
    }

    private static void assertClose(double actual, double expected) {
        // Both are right to some units in the last place of the largest term.
        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }
}
