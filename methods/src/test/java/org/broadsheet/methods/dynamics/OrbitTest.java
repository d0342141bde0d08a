package org.broadsheet.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrbitTest {
    private static final Potential HENON_HEILES = new HenonHeiles();

    static Stream<Potential> potentials() {
        return Stream.of(HENON_HEILES, new LogarithmicPotential(1, 0.1, 0.7));
    }

    /// By central differences with a step of 1e-5: their error is 1e-10 times third derivatives,
    /// here up to some thousand, and rounding.
    @ParameterizedTest
    @MethodSource("potentials")
    void slopeAndCurvatureAreTheDerivativesOfTheValue(Potential potential) {
        double x = 0.31;
        double y = -0.17;
        double h = 1e-5;
        double[] slope = new double[2];
        double[] curvature = new double[3];
        potential.gradient(x, y, slope);
        potential.hessian(x, y, curvature);
        assertThat(slope[0])
                .isCloseTo(
                        (potential.value(x + h, y) - potential.value(x - h, y)) / (2 * h),
                        within(1e-7));
        assertThat(slope[1])
                .isCloseTo(
                        (potential.value(x, y + h) - potential.value(x, y - h)) / (2 * h),
                        within(1e-7));
        double[] above = new double[2];
        double[] below = new double[2];
        potential.gradient(x + h, y, above);
        potential.gradient(x - h, y, below);
        assertThat(curvature[0]).isCloseTo((above[0] - below[0]) / (2 * h), within(1e-6));
        assertThat(curvature[1]).isCloseTo((above[1] - below[1]) / (2 * h), within(1e-6));
        potential.gradient(x, y + h, above);
        potential.gradient(x, y - h, below);
        assertThat(curvature[2]).isCloseTo((above[1] - below[1]) / (2 * h), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("potentials")
    void theEnergyDoesNotDrift(Potential potential) {
        PhasePoint start = new PhasePoint(0, 0.2, 0.3, 0);
        TimeSeries orbit = new Orbit(potential, start, 0.005).sampled(20, 20_000);
        double energy = potential.energy(start);
        // The error of a leapfrog is of the order (ω step)², ω up to 14 in the core.
        for (int i = 0; i < orbit.length(); i += 100) {
            assertThat(potential.energy(point(orbit, i))).isCloseTo(energy, within(2e-3));
        }
    }

    @Test
    void theLeapfrogIsOfSecondOrder() {
        PhasePoint start = new PhasePoint(0, 0.1, 0.3, 0.05);
        double exact = end(start, 0.00125);
        double coarse = Math.abs(end(start, 0.02) - exact);
        double fine = Math.abs(end(start, 0.01) - exact);
        assertThat(coarse / fine).isBetween(3.7, 4.3);
    }

    @Test
    void aSmallOrbitIsRegularAndOneNearTheEscapeEnergyChaotic() {
        Stability small = orbit(1.0 / 12, 0.1, 0).stability(5_000);
        assertThat(small.kind()).isEqualTo(Stability.Kind.REGULAR);
        assertThat(small.lyapunov()).isLessThan(5e-3);
        Stability wild = orbit(0.16, -0.2, 0.1).stability(5_000);
        assertThat(wild.kind()).isEqualTo(Stability.Kind.CHAOTIC);
        assertThat(wild.lyapunov()).isGreaterThan(2e-2);
    }

    /// The index falls as exp(-(σ₁ - σ₂) t), σ₂ = 0 for two degrees of freedom, so half-way its
    /// logarithm is about the exponent times the time.
    @Test
    void theAlignmentIndexFallsWithTheLyapunovExponent() {
        Stability wild = orbit(0.16, -0.2, 0.1).stability(200);
        assertThat(-Math.log(wild.sali()) / 200).isCloseTo(wild.lyapunov(), within(0.06));
    }

    @Test
    void betweenTheLimitsAnOrbitIsUndecided() {
        assertThat(new Stability(0, 1e-6).kind()).isEqualTo(Stability.Kind.UNDECIDED);
    }

    @Test
    void aPointOnTheSectionHasItsEnergy() {
        PhasePoint point = HENON_HEILES.onSection(0.125, 0.2, 0.1);
        assertThat(HENON_HEILES.energy(point)).isCloseTo(0.125, within(1e-15));
        assertThatThrownBy(() -> HENON_HEILES.onSection(0.1, 0.5, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("energy 0.1 at y = 0.5, py = 0.4; accepted is 0.163");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        PhasePoint start = new PhasePoint(0, 0.1, 0.3, 0.05);
        assertThatThrownBy(() -> new Orbit(HENON_HEILES, start, 0))
                .hasMessage("step 0.0; accepted is above 0");
        assertThatThrownBy(() -> new Orbit(HENON_HEILES, start, 0.1).sampled(0, 10))
                .hasMessage("0 steps between samples; accepted is 1 or more");
        assertThatThrownBy(() -> new Orbit(HENON_HEILES, start, 0.1).stability(0.5))
                .hasMessageStartingWith("duration 0.5; accepted is 1.0 or more");
        assertThatThrownBy(() ->
                        new Orbit(HENON_HEILES, new PhasePoint(5, 5, 0, 0), 0.1).sampled(1, 9_999))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("left for infinity");
        assertThatThrownBy(() -> new LogarithmicPotential(1, 0, 0.8))
                .hasMessageContaining("core 0.0");
        assertThatThrownBy(() -> new PhasePoint(0, Double.NaN, 0, 0))
                .hasMessageContaining("accepted are finite numbers");
    }

    private static Orbit orbit(double energy, double y, double py) {
        return new Orbit(HENON_HEILES, HENON_HEILES.onSection(energy, y, py), 0.05);
    }

    private static double end(PhasePoint start, double step) {
        int steps = (int) Math.round(10 / step);
        return new Orbit(HENON_HEILES, start, step).sampled(steps, 2).column("x")[1];
    }

    private static PhasePoint point(TimeSeries orbit, int i) {
        return new PhasePoint(
                orbit.column("x")[i],
                orbit.column("y")[i],
                orbit.column("px")[i],
                orbit.column("py")[i]);
    }
}
