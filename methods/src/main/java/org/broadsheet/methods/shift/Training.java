package org.broadsheet.methods.shift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Permutation;
import org.broadsheet.methods.tensor.Sgd;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This trains networks on one sample by plain gradient descent on the cross-entropy of the labels,
/// and judges them on both groups after some of the epochs.
public final class Training {
    private final Tensors tensors;
    private final Tensor examples;
    private final double[] targets;
    private final double[] weights;
    private final Tensor majority;
    private final Tensor minority;
    private final Sample majorityTest;
    private final Sample minorityTest;

    /// @param weights of the examples in the loss, one each, 0 or more; all 1 for the plain loss
    public Training(
            Tensors tensors,
            Sample sample,
            double[] weights,
            Sample majorityTest,
            Sample minorityTest) {
        if (weights.length != sample.count()) {
            throw new IllegalArgumentException(
                    "%d weights for %d examples; accepted is one each"
                            .formatted(weights.length, sample.count()));
        }
        requireBothLabels(sample);
        this.tensors = tensors;
        this.weights = weights.clone();
        this.majorityTest = majorityTest;
        this.minorityTest = minorityTest;
        examples = tensors.of(sample.features());
        targets = new double[sample.count()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = sample.labels()[i] ? 1 : 0;
        }
        majority = tensors.of(majorityTest.features());
        minority = tensors.of(minorityTest.features());
    }

    private static void requireBothLabels(Sample sample) {
        int ones = 0;
        for (boolean label : sample.labels()) {
            ones += label ? 1 : 0;
        }
        if (ones == 0 || ones == sample.count()) {
            throw new IllegalArgumentException(
                    "all %d examples have the label %d: there is nothing to learn; accepted are samples with both labels"
                            .formatted(sample.count(), ones == 0 ? 0 : 1));
        }
    }

    /// Trains one network, in an order of the examples drawn anew each epoch.
    ///
    /// @param judgedAfter epochs after which it is judged, from 1, growing
    /// @return its answers after each of them
    /// @throws ArithmeticException if the loss is no longer finite, naming epoch and rate
    public List<Answers> train(Recipe recipe, int[] judgedAfter, RandomGenerator random) {
        Network network = new Network(recipe.architecture(), examples.shape()[1], tensors, random);
        Sgd descent = new Sgd(network.parameters(), recipe.rate());
        List<Answers> answers = new ArrayList<>();
        int[] order = Permutation.identity(targets.length);
        int epochs = judgedAfter[judgedAfter.length - 1];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Permutation.shuffle(order, random);
            double loss = epoch(network, descent, order, recipe.batch());
            if (!Double.isFinite(loss)) {
                throw new ArithmeticException(
                        "the training of %s diverged: its loss is %s in epoch %d with rate %s; a smaller rate keeps it finite"
                                .formatted(
                                        recipe.architecture().name(), loss, epoch, recipe.rate()));
            }
            if (epoch == judgedAfter[answers.size()]) {
                answers.add(
                        new Answers(
                                right(network, majority, majorityTest),
                                right(network, minority, minorityTest)));
            }
        }
        return answers;
    }

    private double epoch(Network network, Sgd descent, int[] order, int batch) {
        double loss = 0;
        for (int from = 0; from < order.length; from += batch) {
            int[] seen = Arrays.copyOfRange(order, from, Math.min(order.length, from + batch));
            double[] target = new double[seen.length];
            double[] weight = new double[seen.length];
            for (int i = 0; i < seen.length; i++) {
                target[i] = targets[seen[i]];
                weight[i] = weights[seen[i]];
            }
            Tensor x = examples.select(0, seen);
            Tensor y = tensors.of(target, seen.length, 1);
            Tensor w = tensors.of(weight, seen.length, 1);
            loss += descent.step(() -> loss(network.logOdds(x), y, w));
        }
        return loss;
    }

    /// The weighted mean of `ln(1 + e^z) - y z`, for log odds `z` and targets `y`.
    private static Tensor loss(Tensor logOdds, Tensor targets, Tensor weights) {
        return logOdds.softplus().minus(logOdds.times(targets)).times(weights).mean();
    }

    private static boolean[] right(Network network, Tensor examples, Sample test) {
        double[] odds = network.logOdds(examples).toArray();
        boolean[] right = new boolean[odds.length];
        for (int i = 0; i < odds.length; i++) {
            right[i] = odds[i] > 0 == test.labels()[i];
        }
        return right;
    }
}
