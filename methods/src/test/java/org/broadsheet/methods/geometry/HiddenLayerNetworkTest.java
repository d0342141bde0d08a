package org.broadsheet.methods.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.broadsheet.methods.geometry.ConditionTask.Samples;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenLayerNetworkTest {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    @Test
    void theLossIsTheBernoulliLikelihood() {
        HiddenLayerNetwork network = network(Activation.TANH, 4, 2);
        Tensor inputs = TENSORS.normal(random, 5, 4);
        double[] labels = {0, 1, 1, 1, 0, 0, 1, 0, 1, 1};
        double[] logits = network.logits(inputs).toArray();

        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double probability = 1 / (1 + Math.exp(-logits[i]));
            sum -= Math.log(labels[i] == 1 ? probability : 1 - probability);
        }

        assertThat(network.loss(inputs, TENSORS.of(labels, 5, 2)).item())
                .isEqualTo(sum / labels.length, within(1e-12));
    }

    @Test
    void tanhTakesTheGeometryOfTheLabelsAndReluKeepsThatOfTheInputs() {
        ConditionTask task = ConditionTask.nudgedXor(30, 0.5, random);
        double[][] tanh = learned(task, Activation.TANH);
        double[][] relu = learned(task, Activation.RELU);
        Dichotomy trained = task.dichotomy(0);

        // The limits that were set for this nudge beforehand, from a program of its own.
        assertThat(Geometry.alignment(tanh, task.targets())).isGreaterThan(0.95);
        assertThat(Geometry.alignment(relu, task.targets())).isLessThan(0.75);
        assertThat(Geometry.parallelism(tanh, trained) - Geometry.parallelism(relu, trained))
                .isGreaterThan(0.6);
        assertThat(Geometry.alignment(relu, task.means()))
                .isGreaterThan(Geometry.alignment(tanh, task.means()) + 0.4);
    }

    @Test
    void theOrderFlipsWithoutANudge() {
        ConditionTask task = ConditionTask.nudgedXor(30, 0, random);

        assertThat(Geometry.alignment(learned(task, Activation.TANH), task.targets()))
                .isLessThan(
                        Geometry.alignment(learned(task, Activation.RELU), task.targets()) - 0.1);
    }

    private double[][] learned(ConditionTask task, Activation activation) {
        HiddenLayerNetwork network = network(activation, task.inputs(), 1);
        Samples samples = task.draw(200, 0.1, random);
        double loss = new Training(1e-3, 64, 2_000).run(network, task, samples, random, _ -> {});
        assertThat(loss).isLessThan(0.1);
        assertThat(network.rightAnswers(task, task.draw(50, 0.1, random))).isGreaterThan(0.99);
        return Representation.of(network, task.draw(50, 0.1, random), 1).means(task.conditions());
    }

    private HiddenLayerNetwork network(Activation activation, int inputs, int outputs) {
        return new HiddenLayerNetwork(
                TENSORS,
                new HiddenLayerNetwork.Shape(inputs, 60, 1, outputs),
                activation,
                1,
                random);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SOFTPLUS"})
    void theFlowOfWeightsIsTheDerivativeOfTheCorrelation(Activation activation) {
        ConditionTask task = ConditionTask.nudgedXor(6, 0.7, random);
        double[] weights = random.doubles(6, -1, 1).toArray();
        double[] flow = new WeightFlow(task, activation).at(weights);

        for (int i = 0; i < 6; i++) {
            double up = correlation(task, activation, weights, i, 1e-5);
            double down = correlation(task, activation, weights, i, -1e-5);
            // Central differences: the step squared, and rounding over the step.
            assertThat(flow[i]).isEqualTo((up - down) / 2e-5, within(1e-8));
        }
    }

    /// E[y f(w x)], of which the flow is the gradient.
    private static double correlation(
            ConditionTask task, Activation activation, double[] weights, int at, double shift) {
        double[] moved = weights.clone();
        moved[at] += shift;
        double sum = 0;
        for (int condition = 0; condition < task.conditions(); condition++) {
            double x = Geometry.dot(moved, task.means()[condition]);
            double value = activation.of(TENSORS.scalar(x)).item();
            sum += (task.labels()[condition][0] == 1 ? 1 : -1) * value / task.conditions();
        }
        return sum;
    }

    @Test
    void smallTanhWeightsFlowAlongTheLabelAtTheRateOfTheNudge() {
        ConditionTask task = ConditionTask.nudgedXor(6, 0.7, random);
        double[] nothing = new double[6];

        List<double[]> way = new WeightFlow(task, Activation.TANH).follow(nothing, 0.01, 1);

        // f' is 1 at the origin, and the mean of y x is the nudge along the label.
        double[] step = way.getLast();
        assertThat(Math.sqrt(Geometry.dot(step, step))).isEqualTo(0.01 * 0.7, within(1e-12));
    }

    @Test
    void theSameSeedTrainsTheSameNetwork() {
        assertThat(trainedWeights()).isEqualTo(trainedWeights());
    }

    private static double[] trainedWeights() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        ConditionTask task = ConditionTask.nudgedXor(5, 0.5, random);
        var network =
                new HiddenLayerNetwork(
                        TENSORS,
                        new HiddenLayerNetwork.Shape(5, 8, 2, 1),
                        Activation.RELU,
                        1,
                        random);
        new Training(0.01, 16, 50).run(network, task, task.draw(20, 0.1, random), random, _ -> {});
        return network.inputWeights().toArray();
    }

    @Test
    void aRateThatDivergesIsNamed() {
        ConditionTask task = ConditionTask.nudgedXor(5, 0.5, random);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        new Training(1e300, 16, 50)
                                .run(
                                        network(Activation.RELU, 5, 1),
                                        task,
                                        task.draw(20, 0.1, random),
                                        random,
                                        _ -> {}))
                .withMessageContaining("a rate of 1.0E300 is too large");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Training(0, 16, 50))
                .withMessageContaining("rate 0.0");
    }
}
