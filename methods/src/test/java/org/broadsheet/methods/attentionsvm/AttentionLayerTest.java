package org.broadsheet.methods.attentionsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionLayerTest {
    private static final Prompts PROMPTS = Draw.prompts(3, 4, 5, 1);
    private static final Head LINEAR = new LinearHead(Prompts.unit(5, Draw.random(2)));
    private static final Head RELU =
            new ReluHead(Matrices.uniform(7, 5, Draw.random(3)), Prompts.unit(7, Draw.random(4)));

    /// Central differences of step 1e-6 are good to about 1e-10 in doubles.
    @ParameterizedTest
    @EnumSource(Loss.class)
    void theGradientByWIsThatOfCentralDifferences(Loss loss) {
        for (Head head : new Head[] {LINEAR, RELU}) {
            var layer = new AttentionLayer(PROMPTS, head, loss);
            double[][] at = Matrices.uniform(5, 5, Draw.random(5));
            double[][] gradient = layer.gradient(new JointWeights(at)).matrix();
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    assertThat(gradient[i][j]).isCloseTo(difference(layer, at, i, j), within(1e-9));
                }
            }
        }
    }

    private static double difference(AttentionLayer layer, double[][] at, int i, int j) {
        double[][] up = Vectors.copy(at);
        double[][] down = Vectors.copy(at);
        up[i][j] += 1e-6;
        down[i][j] -= 1e-6;
        return (layer.loss(new JointWeights(up)) - layer.loss(new JointWeights(down))) / 2e-6;
    }

    @Test
    void aStepOfTheFactorsFollowsTheChainRule() {
        var layer = new AttentionLayer(PROMPTS, LINEAR, Loss.LOGISTIC);
        double[][] keys = Matrices.uniform(5, 3, Draw.random(6));
        double[][] queries = Matrices.uniform(5, 3, Draw.random(7));
        double loss = layer.loss(new FactoredWeights(keys, queries, 0));
        var weights = new FactoredWeights(keys, queries, 0);
        double[][] gradient = layer.gradient(weights).matrix();
        // The loss must fall by step times (|G Q| + |G' K|), up to the square of the step.
        double[][] byKeys = product(gradient, queries);
        double[][] byQueries = product(transposed(gradient), keys);

        weights.descend(layer.gradient(weights), 1e-5);

        assertThat((loss - layer.loss(weights)) / 1e-5)
                .isCloseTo(
                        Matrices.frobeniusNorm(byKeys) + Matrices.frobeniusNorm(byQueries),
                        within(1e-4));
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = Vectors.transposedTimes(b, a[i]);
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    @Test
    void theGradientKeepsItsDirectionWhereTheSoftmaxIsOneHotInDoubles() {
        var layer = new AttentionLayer(PROMPTS, LINEAR, Loss.LINEAR);
        int[] best = PROMPTS.bestTokens(LINEAR);
        if (!(FrobeniusSvm.solve(Margins.of(PROMPTS, best))
                instanceof Separation.Separator separator)) {
            throw new AssertionError("three prompts in five dimensions are separable");
        }
        double[][] far = Vectors.copy(separator.weights());
        Arrays.stream(far).forEach(row -> Arrays.setAll(row, j -> 60 * row[j]));
        var weights = new JointWeights(far);

        double[][] gradient = layer.gradient(weights).matrix();

        // The shares of other tokens are below exp(-60), far under a rounding error of 1.
        assertThat(layer.probabilities(weights)[0][best[0]]).isEqualTo(1);
        // At the SVM's direction all tokens at the margin pull along it: the angle is acute.
        assertThat(Matrices.correlation(gradient, separator.weights())).isLessThan(-0.5);
    }

    @Test
    void theSharesSumToOneHoweverLargeTheLogits() {
        var layer = new AttentionLayer(PROMPTS, LINEAR, Loss.LOGISTIC);
        double[][] huge = Matrices.uniform(5, 5, Draw.random(8));
        Arrays.stream(huge).forEach(row -> Arrays.setAll(row, j -> 1e6 * row[j]));

        for (double[] shares : layer.probabilities(new JointWeights(huge))) {
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void badPromptsAreNamed() {
        double[][][] tokens = {{{1, 0}, {0, 1}}};
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Prompts(tokens, new double[][] {{1, Double.NaN}}, new double[] {1}))
                .withMessageContaining("the query of prompt 0 has the element NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prompts(tokens, new double[][] {{1, 0}}, new double[] {0.5}))
                .withMessageContaining("label 0 is 0.5; accepted are -1 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prompts(tokens, new double[][] {{1, 0, 0}}, new double[] {1}))
                .withMessageContaining("has 3 elements, the first token 2");
    }
}
