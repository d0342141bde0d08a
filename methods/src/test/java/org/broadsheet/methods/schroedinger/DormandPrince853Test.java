package org.broadsheet.methods.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DormandPrince853Test {
    /// y' = iy: y = e^{it}.
    private static final ComplexSystem CIRCLE =
            new OneUnknown() {
                @Override
                public void slope(double time, double[] state, double[] slope) {
                    slope[0] = -state[1];
                    slope[1] = state[0];
                }
            };

    @Test
    void theTableauMeetsItsRowSums() {
        double[][] weights = DormandPrinceTableau.A;
        for (int stage = 1; stage < weights.length; stage++) {
            if (stage != DormandPrinceTableau.STAGES) {
                assertThat(Arrays.stream(weights[stage]).sum())
                        .isCloseTo(DormandPrinceTableau.C[stage], within(1e-14));
            }
        }
    }

    @Test
    void theTableauIntegratesPowersUpToItsOrder() {
        double[] weights = DormandPrinceTableau.A[DormandPrinceTableau.STAGES];
        for (int power = 0; power < 8; power++) {
            double sum = 0;
            for (int stage = 0; stage < weights.length; stage++) {
                sum += weights[stage] * Math.pow(DormandPrinceTableau.C[stage], power);
            }
            assertThat(sum).isCloseTo(1.0 / (power + 1), within(1e-14));
        }
    }

    @Test
    void theErrorOfAStepFallsWithThePowerNine() {
        double coarse = errorOfOneStep(0.8);
        double fine = errorOfOneStep(0.4);
        // Theory: 2^9 = 512 as the step goes to zero.
        assertThat(coarse / fine).isBetween(400.0, 640.0);
    }

    @Test
    void denseOutputIsAsGoodAsTheSteps() {
        double[] times = Integrator.times(10, 237);
        var trajectory =
                new DormandPrince853(1e-12, 1e-12, Double.POSITIVE_INFINITY)
                        .integrate(CIRCLE, new double[] {1, 0}, times, _ -> {});
        assertThat(trajectory.steps()).isLessThan(times.length / 3);
        for (int i = 0; i < times.length; i++) {
            double[] state = trajectory.states().get(i);
            // A few times the tolerance times the length: order 7 between the steps.
            assertThat(state[0]).isCloseTo(Math.cos(times[i]), within(1e-10));
            assertThat(state[1]).isCloseTo(Math.sin(times[i]), within(1e-10));
        }
    }

    @Test
    void aSingularityEndsInAnErrorThatSaysWhere() {
        // y' = y², y(0) = 1 is 1/(1-t): infinite at t = 1.
        ComplexSystem explosion =
                new OneUnknown() {
                    @Override
                    public void slope(double time, double[] state, double[] slope) {
                        slope[0] = state[0] * state[0];
                        slope[1] = 0;
                    }
                };
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() ->
                        DormandPrince853.ofPaper()
                                .integrate(
                                        explosion,
                                        new double[] {1, 0},
                                        new double[] {0, 2},
                                        _ -> {}))
                .withMessageContaining("at t = ")
                .satisfies(failure -> assertThat(failure.time()).isCloseTo(1, within(1e-6)));
    }

    @Test
    void aSlopeThatIsNoNumberEndsInAnError() {
        ComplexSystem broken =
                new OneUnknown() {
                    @Override
                    public void slope(double time, double[] state, double[] slope) {
                        slope[0] = time > 0.5 ? Double.NaN : 1;
                        slope[1] = 0;
                    }
                };
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() ->
                        DormandPrince853.ofPaper()
                                .integrate(
                                        broken, new double[] {1, 0}, new double[] {0, 2}, _ -> {}))
                .withMessageContaining("not finite");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-9, Double.NaN, 1e-16, 1})
    void aRelativeToleranceOutOfRangeIsRefusedByValue(double relative) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DormandPrince853(relative, 1e-11, 0.1))
                .withMessageContaining("relative tolerance of " + relative);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void anAbsoluteToleranceOutOfRangeIsRefusedByValue(double absolute) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DormandPrince853(1e-9, absolute, 0.1))
                .withMessageContaining("absolute tolerance of " + absolute);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aLongestStepOutOfRangeIsRefusedByValue(double longest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DormandPrince853(1e-9, 1e-11, longest))
                .withMessageContaining("longest step of " + longest);
    }

    @Test
    void aStateThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrate(new double[] {1, Double.NaN}, 0, 1))
                .withMessage("number 1 of the state is NaN; accepted are finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrate(new double[3], 0, 1))
                .withMessageContaining("a state of 3 numbers for 1 complex unknowns");
    }

    @Test
    void timesThatDoNotRiseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrate(new double[] {1, 0}, 1, 1))
                .withMessageContaining("time 1 is 1.0, after 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrate(new double[] {1, 0}, 0, Double.NaN))
                .withMessageContaining("time 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrate(new double[] {1, 0}, 0))
                .withMessageContaining("1 times; accepted are 2 or more");
    }

    private static void integrate(double[] start, double... times) {
        DormandPrince853.ofPaper().integrate(CIRCLE, start, times, _ -> {});
    }

    private static double errorOfOneStep(double size) {
        var step = new DormandPrinceStep(CIRCLE, new double[] {1, 0}, 0, 1e-9, 1e-9);
        step.attempt(size);
        double[] end = step.interpolated(size);
        return Math.hypot(end[0] - Math.cos(size), end[1] - Math.sin(size));
    }

    private abstract static class OneUnknown implements ComplexSystem {
        @Override
        public int size() {
            return 1;
        }
    }
}
