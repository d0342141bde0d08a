package org.broadsheet.methods.pinn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.broadsheet.methods.tensor.GradientCheck;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/// Equations put to closed forms: a residual is zero where the solution is put in, and not where
/// another function is.
class SingularProblemsTest {
    private static final Tensors TENSORS = Tensors.doubles();

    @Test
    void legendrePolynomialsSolveLegendresEquationUpToItsSingularEnds() {
        Jet x = points(-1, -0.6, 0, 0.3, 1);
        // P₃ = (5x³ - 3x)/2
        Jet p3 = x.square().times(x).times(TENSORS.scalar(2.5)).plus(x.times(TENSORS.scalar(-1.5)));
        assertThat(new Legendre(3).residuals(x, List.of(p3)).getFirst().toArray())
                .containsExactly(new double[5], within(1e-14));
        assertThat(new Legendre(2).residuals(x, List.of(p3)).getFirst().get(4, 0))
                .isCloseTo(-6, within(1e-14)); // (6 - 12) P₃(1)
        for (int i = 0; i < 5; i++) {
            assertThat(new Legendre(3).exact(x.value().get(i, 0)))
                    .isCloseTo(p3.value().get(i, 0), within(1e-15));
        }
    }

    @Test
    void theSeriesOfABrokenDegreePassesIntoThePolynomialOfAWholeOne() {
        for (double x : new double[] {-1, -0.5, 0.2, 0.9}) {
            assertThat(new Legendre(3 + 1e-9).exact(x))
                    .isCloseTo(new Legendre(3).exact(x), within(1e-7));
        }
        // P_l(0) = √π / (Γ(1 + l/2) Γ(½ - l/2))
        double gammas = Gamma.gamma(1.25) * Gamma.gamma(0.25);
        assertThat(new Legendre(0.5).exact(0))
                .isCloseTo(Math.sqrt(Math.PI) / gammas, within(1e-13));
    }

    @Test
    void aBrokenDegreeIsInfiniteAtTheFarEndAndSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Legendre(3.5).exact(1))
                .withMessageContaining("l = 3.5");
        assertThat(Math.abs(new Legendre(3.5).exact(1 - 1e-6)))
                .isGreaterThan(2 * Math.abs(new Legendre(3.5).exact(1 - 1e-2)));
    }

    @Test
    void theSquareOfOneMinusXSolvesThePapersHypergeometricEquationThroughOne() {
        Jet x = points(0, 0.4, 1, 1.7, 2);
        Jet square = x.minus(constant(x, 1)).square();
        Hypergeometric equation = new Hypergeometric(-2, 1, 1);
        assertThat(equation.residuals(x, List.of(square)).getFirst().toArray())
                .containsExactly(new double[5], within(1e-14));
        assertThat(equation.exact(1.7)).isCloseTo(0.49, within(1e-14));
        // ₂F₁(-1, b; c; x) = 1 - b x / c
        assertThat(new Hypergeometric(-1, 3, 2).exact(0.8)).isCloseTo(-0.2, within(1e-15));
    }

    @Test
    void parametersWithoutASmoothSolutionAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hypergeometric(0.5, 1, 1))
                .withMessageContaining("a = 0.5")
                .withMessageContaining("smooth at the singular point 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Legendre(-1))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LorentzBlackHole(0, 2))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Accretion(
                                MichelFlow.ofPaper(), 1, 3, Accretion.Start.DENSITY_AND_SPEED))
                .withMessageContaining("1.0 to 3.0");
    }

    /// With an infinite speed `y² = 1 - x + 27/256 x⁴`; the terms without c are left over, so that
    /// the residual over c² falls as 1/c².
    @Test
    void theBlackHolesSolutionForAnInfiniteSpeedLeavesOnlyWhatTheSpeedDivides() {
        double atTen = residualOfTheLimit(10);
        double atHundred = residualOfTheLimit(100);
        assertThat(atTen / atHundred).isCloseTo(100, within(1e-6));
    }

    private static double residualOfTheLimit(double speed) {
        LorentzBlackHole hole = new LorentzBlackHole(speed, 2);
        Jet x = points(0.9);
        Jet square =
                x.square()
                        .square()
                        .times(TENSORS.scalar(27.0 / 256))
                        .minus(x)
                        .plus(TENSORS.scalar(1));
        Jet y = square.pow(0.5);
        assertThat(y.value().get(0, 0)).isCloseTo(LorentzBlackHole.limit(0.9), within(1e-15));
        return hole.residuals(x, List.of(y)).getFirst().get(0, 0) / (speed * speed);
    }

    /// The two forms of the equation differ by x P₂² (1 + c²).
    @Test
    void bothFormsOfTheBlackHolesEquationAreTheSame() {
        LorentzBlackHole hole = new LorentzBlackHole(0.7, 2);
        Jet x = points(0.4, 1.1, 1.8);
        Jet n = x.sin().times(TENSORS.scalar(0.05));
        double[] expanded = hole.expanded().residuals(x, List.of(n)).getFirst().toArray();
        // The same function, written out again: jets know their derivatives.
        Tensor one = TENSORS.scalar(1);
        Jet limit =
                x.times(TENSORS.scalar(-0.75))
                        .plus(one)
                        .times(
                                x.times(TENSORS.scalar(0.5))
                                        .plus(x.square().times(TENSORS.scalar(0.1875)))
                                        .plus(one)
                                        .pow(0.5));
        Jet y = limit.plus(x.square().square().times(n));
        double[] whole = hole.residuals(x, List.of(y)).getFirst().toArray();
        for (int i = 0; i < 3; i++) {
            double at = x.value().get(i, 0);
            double value = y.value().get(i, 0);
            double p2 = value * value - 1 + at;
            assertThat(whole[i]).isCloseTo(expanded[i] * 1.49 * at * p2 * p2, within(1e-13));
        }
    }

    @Test
    void trialFormsHaveTheGivenValuesWhateverTheNetworkSays() {
        var random = new SplittableRandom(1);
        assertThat(start(new Legendre(3), -1, random)).isEqualTo(-1);
        assertThat(start(new Legendre(4), -1, random)).isEqualTo(1);
        assertThat(start(new Hypergeometric(-2, 1, 1), 0, random)).isEqualTo(1);
        assertThat(start(new LorentzBlackHole(1, 2), 0, random)).isEqualTo(1);
        Accretion flow = Accretion.ofPaper();
        assertThat(start(flow, flow.to(), random)).isCloseTo(3.24197e-4, within(5e-10));
        Candidate candidate = candidate(flow, random);
        assertThat(candidate.at(new double[] {flow.to()})[1][0]).isCloseTo(0.0286708, within(5e-8));
    }

    private static double start(SingularProblem problem, double at, SplittableRandom random) {
        return candidate(problem, random).at(new double[] {at})[0][0];
    }

    @Test
    void lossesAreDifferentiatedRightThroughEveryProblem() {
        var random = new SplittableRandom(2);
        List<SingularProblem> problems =
                List.of(
                        new Legendre(3),
                        new Hypergeometric(-2, 1, 1),
                        new LorentzBlackHole(0.5, 2),
                        new LorentzBlackHole(0.5, 2).expanded(),
                        Accretion.ofPaper(),
                        new NormalForm(new Legendre(3), x -> x.square().negate().plus(1)));
        for (SingularProblem problem : problems) {
            Candidate candidate = candidate(problem, random);
            double[] points = Collocation.points(problem, 5);
            GradientCheck check =
                    GradientCheck.of(
                            () ->
                                    candidate.losses(points).stream()
                                            .reduce(Tensor::plus)
                                            .orElseThrow(),
                            candidate.parameters());
            // Central differences: the cube root of 1e-16, squared, times a loss of some tens.
            assertThat(check.error()).as("%s: %s", problem, check).isLessThan(1e-7);
        }
    }

    private static Candidate candidate(SingularProblem problem, SplittableRandom random) {
        return new Candidate(
                problem,
                problem.unknowns().stream()
                        .map(_ -> new TanhNetwork(TENSORS, 2, 4, random))
                        .toList());
    }

    private static Jet points(double... x) {
        return Jet.inputs(TENSORS.of(x, x.length, 1));
    }

    private static Jet constant(Jet x, double value) {
        return x.times(TENSORS.scalar(0)).plus(TENSORS.scalar(value));
    }
}
