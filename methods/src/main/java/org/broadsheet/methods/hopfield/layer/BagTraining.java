package org.broadsheet.methods.hopfield.layer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.AdamW;
import org.broadsheet.methods.tensor.Permutation;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the training of a classifier of bags by AdamW on the cross-entropy of the labels.
///
/// @param epochs how often all bags are seen, at least 1
/// @param batch how many bags a step sees, at least 1; the last of an epoch may see fewer
/// @param rate the learning rate, over 0
/// @param clip the largest norm of a gradient, over 0
public record BagTraining(int epochs, int batch, double rate, double clip) {

    /// As the authors train on bit patterns: batches of 32, rate 1e-3, gradients clipped at 1, 250
    /// epochs.
    public static final BagTraining OF_THE_AUTHORS = new BagTraining(250, 32, 1e-3, 1);

    public BagTraining {
        if (epochs < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "%d epochs of batches of %d are asked for; at least 1 of each is needed"
                            .formatted(epochs, batch));
        }
        if (!(rate > 0) || !(clip > 0)) {
            throw new IllegalArgumentException(
                    "The rate is %s and the clip %s; both must be over 0".formatted(rate, clip));
        }
    }

    public BagTraining withEpochs(int epochs) {
        return new BagTraining(epochs, batch, rate, clip);
    }

    /// What is told after an epoch; it may throw to end the training.
    @FunctionalInterface
    public interface Listener {
        /// @param epoch from 1
        /// @param loss the mean loss of the epoch's bags while they were learned
        void epochDone(int epoch, double loss);
    }

    /// Trains `classifier` on `bags`, in an order drawn anew each epoch.
    public void train(
            BagClassifier classifier,
            Bags bags,
            Tensors tensors,
            RandomGenerator random,
            Listener listener) {
        AdamW optimiser = new AdamW(classifier.parameters(), rate);
        optimiser.clip(clip);
        int[] order = Permutation.identity(bags.count());
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Permutation.shuffle(order, random);
            double loss = 0;
            for (int from = 0; from < order.length; from += batch) {
                int[] seen = slice(order, from, Math.min(from + batch, order.length));
                Tensor input = bags.tensor(tensors, seen);
                Tensor target = bags.targets(tensors, seen);
                loss +=
                        seen.length
                                * optimiser.step(
                                        () -> loss(classifier.logOdds(input, random), target));
            }
            listener.epochDone(epoch, loss / order.length);
        }
    }

    /// The share of `bags` whose label has the sign of the log odds.
    public static double accuracy(BagClassifier classifier, Bags bags, Tensors tensors) {
        int[] all = Permutation.identity(bags.count());
        double[] odds = classifier.logOdds(bags.tensor(tensors, all), null).toArray();
        int right = 0;
        for (int i = 0; i < odds.length; i++) {
            right += odds[i] > 0 == bags.labels().get(i) ? 1 : 0;
        }
        return (double) right / odds.length;
    }

    /// The mean cross-entropy, `ln(1 + e^z) - y z`, of log odds `z` and targets `y`.
    static Tensor loss(Tensor logOdds, Tensor target) {
        return logOdds.softplus().minus(logOdds.times(target)).mean();
    }

    private static int[] slice(int[] order, int from, int to) {
        return Arrays.copyOfRange(order, from, to);
    }
}
