package org.broadsheet.methods.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinearNetworkTest {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final double[] STRENGTHS = {3, 2, 1};

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    private final Tensor left = Matrices.orthogonal(TENSORS, 5, 3, random);
    private final Tensor right = Matrices.orthogonal(TENSORS, 4, 3, random);
    private final LinearTask task =
            LinearTask.whitened(
                    left.matmul(Matrices.diagonal(TENSORS, 3, 3, STRENGTHS))
                            .matmulTransposed(right));

    @Test
    void decoupledStartsFollowTheFormulaWithAnErrorOfEulersOrder() {
        double coarse = distanceFromFormula(2e-3, 0.02, 0.05);
        double fine = distanceFromFormula(1e-3, 0.02, 0.05);

        // The dossier's limit for steps of 1e-3, of strengths up to 3; and first order.
        assertThat(fine).isLessThan(0.01);
        assertThat(coarse / fine).isEqualTo(2, within(0.1));
    }

    private double distanceFromFormula(double rate, double a, double b) {
        double[][] factors = {{a, a, a}, {b, b, b}};
        var network = new DeepLinearNetwork(Start.decoupled(left, right, factors, 7, random));
        double[] largest = {0};
        new Descent(rate)
                .run(
                        network,
                        task,
                        (int) Math.round(4 / rate),
                        (done, _) -> {
                            Tensor inModes = left.transposedMatmul(network.map()).matmul(right);
                            for (int mode = 0; mode < 3; mode++) {
                                double exact =
                                        new ThreeLayerMode(STRENGTHS[mode], a, b, 1)
                                                .at(done * rate);
                                double difference = Math.abs(inModes.get(mode, mode) - exact);
                                largest[0] = Math.max(largest[0], difference);
                            }
                        });
        return largest[0];
    }

    @Test
    void decoupledStartsStayDecoupled() {
        double[][] factors = {{0.1, 0.2, 0.3}, {0.2, 0.2, 0.1}, {0.5, 0.4, 0.3}};
        var network = new DeepLinearNetwork(Start.decoupled(left, right, factors, 6, random));

        new Descent(0.01).run(network, task, 300, (_, _) -> {});

        Tensor inModes = left.transposedMatmul(network.map()).matmul(right);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    // Rounding of 300 steps.
                    assertThat(inModes.get(i, j)).isEqualTo(0, within(1e-12));
                }
            }
        }
    }

    @Test
    void theErrorIsThatOfTheExamples() {
        Tensor map = TENSORS.of(new double[] {1, 2}, 1, 2);
        var examples =
                new LinearTask(
                        TENSORS.of(new double[] {1, 0, 3, 1, 1, 0}, 2, 3),
                        TENSORS.of(new double[] {0, 2, 5}, 1, 3));

        // Answers 3, 2, 3 where 0, 2, 5 are asked for.
        assertThat(examples.error(map).item()).isEqualTo(0.5 * (9 + 0 + 4), within(1e-14));
        assertThat(examples.errorOfNothing()).isEqualTo(0.5 * (0 + 4 + 25), within(1e-14));
    }

    @Test
    void aRateThatIsTooLargeIsNamed() {
        var network =
                new DeepLinearNetwork(
                        new Start.Small(0.1).weights(TENSORS, new int[] {4, 6, 5}, random));

        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() -> new Descent(2).run(network, task, 1_000, (_, _) -> {}))
                .withMessageContaining("a rate of 2.0 is too large");
        assertThat(new Descent(2).toShare(network, task, 0.1, 1_000))
                .isInstanceOf(Descent.Outcome.Diverged.class);
    }

    @Test
    void theFastestRateIsTheFastestOfAll() {
        List<Tensor> start = new Start.Orthogonal(1).weights(TENSORS, new int[] {4, 6, 5}, random);
        double[] rates = {0.01, 0.05, 0.1, 0.3, 3};

        Descent.Tuned tuned = Descent.fastest(start, task, 0.05, 2_000, rates).orElseThrow();

        for (double rate : rates) {
            var outcome =
                    new Descent(rate).toShare(new DeepLinearNetwork(start), task, 0.05, 2_000);
            if (outcome instanceof Descent.Outcome.Learned(int steps)) {
                assertThat(tuned.steps()).isLessThanOrEqualTo(steps);
                assertThat(rate == tuned.rate()).isEqualTo(steps == tuned.steps());
            }
        }
        assertThat(Descent.fastest(start, task, 0.05, 1, rates)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8})
    void orthogonalMatricesHaveOrthonormalColumnsOrRows(int rows) {
        Tensor matrix = Matrices.orthogonal(TENSORS, rows, 5, random);

        for (double value : Matrices.singularValues(matrix)) {
            assertThat(value).isEqualTo(1, within(1e-13));
        }
    }

    @Test
    void orthogonalMatricesFavourNoSign() {
        // Uniform on the sphere: the first entry of 400 has the mean 0 and the deviation 1/√3.
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            sum += Matrices.orthogonal(TENSORS, 3, 3, random).get(0, 0);
        }
        assertThat(sum / 400).isEqualTo(0, within(4 / Math.sqrt(3 * 400)));
    }

    @Test
    void pretrainingOnWhitenedInputsFindsOrthogonalMatrices() {
        var pretraining = new Pretraining(new Start.Small(0.01), new Descent(0.3), 1e-6, 5_000);
        Tensor inputs = Matrices.identity(TENSORS, 6);

        for (Tensor weight : pretraining.layers(inputs, new int[] {6, 6}, random)) {
            // What the start left unbalanced is of its square's order, 1e-4 times a few.
            for (double value : Matrices.singularValues(weight)) {
                assertThat(value).isEqualTo(1, within(2e-3));
            }
        }
    }

    @Test
    void pretrainingWithFewNeuronsKeepsTheLargestVariances() {
        Tensor basis = Matrices.orthogonal(TENSORS, 5, 5, random);
        double[] deviations = {2, 1.8, 0.3, 0.2, 0.1};
        Tensor inputs = basis.matmul(Matrices.diagonal(TENSORS, 5, 5, deviations));
        var pretraining = new Pretraining(new Start.Small(0.01), new Descent(0.05), 1e-9, 3_000);

        Tensor weight = pretraining.layers(inputs, new int[] {2}, random).getFirst();

        Tensor seen = weight.matmul(basis);
        for (int direction = 0; direction < 5; direction++) {
            double length = Math.hypot(seen.get(0, direction), seen.get(1, direction));
            // The principal two are kept with the gain 1, the others keep less than the small
            // start.
            assertThat(length).isEqualTo(direction < 2 ? 1 : 0, within(0.03));
        }
    }

    @Test
    void theJacobianIsTheDerivativeOfTheNetwork() {
        List<Tensor> weights =
                new Start.ScaledGaussian(1.5).weights(TENSORS, new int[] {4, 6, 3}, random);
        Tensor input = TENSORS.normal(random, 4);
        Tensor jacobian = new Propagation(weights, Propagation.Nonlinearity.TANH).jacobian(input);

        double step = 1e-5;
        for (int i = 0; i < 4; i++) {
            double[] up = answer(weights, shifted(input, i, step));
            double[] down = answer(weights, shifted(input, i, -step));
            for (int j = 0; j < 3; j++) {
                // Central differences: the step squared, and rounding over the step.
                assertThat(jacobian.get(j, i))
                        .isEqualTo((up[j] - down[j]) / (2 * step), within(1e-8));
            }
        }
    }

    private static Tensor shifted(Tensor input, int at, double by) {
        double[] values = input.toArray();
        values[at] += by;
        return TENSORS.of(values, values.length);
    }

    private static double[] answer(List<Tensor> weights, Tensor input) {
        Tensor x = input.unsqueeze(-1);
        for (Tensor weight : weights) {
            x = weight.matmul(x).tanh();
        }
        return x.toArray();
    }

    @Test
    void deepOrthogonalNetworksAreIsometriesAndGaussianOnesAreNot() {
        int[] neurons = new int[31];
        Arrays.fill(neurons, 20);
        Tensor input = TENSORS.normal(random, 20);
        List<double[]> spectra = new ArrayList<>();
        for (Start start : List.of(new Start.Orthogonal(1), new Start.ScaledGaussian(1))) {
            var propagation =
                    new Propagation(
                            start.weights(TENSORS, neurons, random),
                            Propagation.Nonlinearity.LINEAR);
            spectra.add(Matrices.singularValues(propagation.jacobian(input)));
        }

        assertThat(spectra.getFirst()[0]).isEqualTo(1, within(1e-12));
        assertThat(spectra.getFirst()[19]).isEqualTo(1, within(1e-12));
        assertThat(spectra.getLast()[0] / spectra.getLast()[19]).isGreaterThan(1e6);
    }

    @Test
    void theSplitsOfTheTreeAreItsModes() {
        var tree = new PropertyTree(3);

        double[] values = Matrices.singularValues(tree.correlation(TENSORS));

        double[] expected = {Math.sqrt(15), Math.sqrt(7), Math.sqrt(3), Math.sqrt(3), 1, 1, 1, 1};
        assertThat(values).containsExactly(expected, within(1e-12));
        assertThat(tree.splitStrength(0)).isEqualTo(Math.sqrt(7), within(1e-15));
        assertThat(tree.splitStrength(2)).isEqualTo(1);
        assertThat(tree.splitOf(0, 7)).isZero();
        assertThat(tree.splitOf(6, 7)).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DeepLinearNetwork(List.of(TENSORS.zeros(3, 2), TENSORS.zeros(2, 4))))
                .withMessageContaining("it must have 3 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearTask.whitened(TENSORS.zeros(2, 2)))
                .withMessageContaining("nothing to learn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Descent(Double.NaN))
                .withMessageContaining("rate: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrices.singularValues(TENSORS.full(Double.NaN, 2, 2)))
                .withMessageContaining("element (0, 0) is NaN");
    }
}
