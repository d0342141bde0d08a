package org.broadsheet.methods.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {
    /// The tolerance of the solver that the formulas are compared with is 1e-12.
    private static final double SOLVER = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "3, 0.03, 0.03, 1",
        "1, 0.5, 0.001, 1",
        "2, 0.001, 1.5, 0.5",
        "2, 0.3, -0.1, 1",
        "0.7, -0.4, -0.1, 2",
        "1, 1.2, 1.2, 1"
    })
    void theClosedCourseIsTheFlow(double strength, double a, double b, double timeConstant) {
        var mode = new ThreeLayerMode(strength, a, b, timeConstant);

        for (double time : new double[] {0.1, 0.7, 1.5, 3, 6}) {
            double[] solved = solve(flow(strength, timeConstant), new double[] {a, b}, time);
            assertThat(mode.at(time)).isEqualTo(solved[0] * solved[1], within(SOLVER));
            assertThat(mode.firstAt(time)).isEqualTo(solved[0], within(SOLVER));
            assertThat(mode.secondAt(time)).isEqualTo(solved[1], within(SOLVER));
        }
    }

    @Test
    void equalStartsFollowTheLogisticCurve() {
        var mode = ThreeLayerMode.balanced(3, 1e-3, 1);

        for (double time : new double[] {0, 0.5, 1, 1.3, 2}) {
            double growth = Math.exp(2 * 3 * time);
            double logistic = 3 * growth / (growth - 1 + 3 / 1e-3);
            assertThat(mode.at(time)).isEqualTo(logistic, within(1e-13));
        }
    }

    @Test
    void aHardlyUnequalStartIsHardlyAnotherCourse() {
        var equal = ThreeLayerMode.balanced(2, 0.01, 1);
        var unequal = new ThreeLayerMode(2, 0.1 + 1e-10, 0.1, 1);

        for (double time : new double[] {0.5, 1, 1.5, 5}) {
            assertThat(unequal.at(time)).isEqualTo(equal.at(time), within(1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0.03, 0.03", "1, 0.5, 0.001", "2, 0.001, 1.5"})
    void theTimeToAShareIsWhereTheCourseHasIt(double strength, double a, double b) {
        var mode = new ThreeLayerMode(strength, a, b, 0.3);

        assertThat(mode.at(mode.timeTo(0.5))).isEqualTo(0.5 * strength, within(1e-12));
        assertThat(mode.at(mode.timeTo(0.99))).isEqualTo(0.99 * strength, within(1e-12));
    }

    @Test
    void theTravelTimeIsThePublishedOne() {
        double u = 1.5;
        double expected = 1 / (2 * 2.0) * Math.log(u * (2 - 1e-4) / (1e-4 * (2 - u)));

        assertThat(ThreeLayerMode.balanced(2, 1e-4, 1).timeTo(u / 2))
                .isEqualTo(expected, within(1e-12));
    }

    @Test
    void aCourseEndsAtTheTarget() {
        assertThat(new ThreeLayerMode(2, 0.7, -0.2, 1).at(1e3)).isEqualTo(2, within(1e-12));
    }

    @Test
    void aDeepModeWithTwoMatricesIsTheThreeLayerMode() {
        assertThat(new DeepMode(2, 1e-3, 2).timeTo(0.9))
                .isEqualTo(ThreeLayerMode.balanced(2, 1e-3, 1).timeTo(0.9), within(1e-10));
    }

    @Test
    void aDeepModeWithOneMatrixIsTheExponentialApproach() {
        assertThat(new DeepMode(2, 0.1, 1).timeTo(0.75))
                .isEqualTo(Math.log((2 - 0.1) / (2 - 1.5)), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 50})
    void aDeepModeIsItsFlow(int matrices) {
        var mode = new DeepMode(1.5, 0.05, matrices);
        OrdinaryDifferentialEquation flow =
                equation(
                        1,
                        u ->
                                new double[] {
                                    matrices * Math.pow(u[0], 2 - 2.0 / matrices) * (1.5 - u[0])
                                });

        double[] reached = solve(flow, new double[] {0.05}, mode.timeTo(0.8));

        assertThat(reached[0]).isEqualTo(0.8 * 1.5, within(1e-8));
    }

    @Test
    void theTimeTimesTheDepthHasALimit() {
        double limit = new DeepMode(1.2, 0.3, 2).scaledTimeAtInfiniteDepth(0.9);

        // u^(2/D) is 1 + 2 ln u / D + …, so the distance falls as 1/D: by about 2e-4 at 10,000.
        assertThat(10_000 * new DeepMode(1.2, 0.3, 10_000).timeTo(0.9) / limit)
                .isEqualTo(1, within(3e-4));
        assertThat(100 * new DeepMode(1.2, 0.3, 100).timeTo(0.9) / limit)
                .isEqualTo(1, within(3e-2));
    }

    @Test
    void startsThatCannotBeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThreeLayerMode(1, 0.2, -0.2, 1))
                .withMessageContaining("a = 0.2 and b = -0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThreeLayerMode.balanced(0, 0.1, 1))
                .withMessageContaining("strength: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeepMode(1, 0.5, 3).timeTo(0.4))
                .withMessageContaining("share: 0.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThreeLayerMode.balanced(1, 0.1, 1).at(-1))
                .withMessageContaining("time -1.0");
    }

    private static OrdinaryDifferentialEquation flow(double strength, double timeConstant) {
        return equation(
                2,
                y -> {
                    double left = (strength - y[0] * y[1]) / timeConstant;
                    return new double[] {y[1] * left, y[0] * left};
                });
    }

    private interface Slope {
        double[] at(double[] y);
    }

    private static OrdinaryDifferentialEquation equation(int size, Slope slope) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return size;
            }

            @Override
            public double[] computeDerivatives(double time, double[] y) {
                return slope.at(y);
            }
        };
    }

    private static double[] solve(OrdinaryDifferentialEquation flow, double[] start, double time) {
        return new DormandPrince853Integrator(1e-10, 1, 1e-13, 1e-12)
                .integrate(flow, new ODEState(0, start), time)
                .getPrimaryState();
    }
}
