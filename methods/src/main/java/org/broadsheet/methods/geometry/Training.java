package org.broadsheet.methods.geometry;

import java.util.random.RandomGenerator;
import org.broadsheet.methods.geometry.ConditionTask.Samples;
import org.broadsheet.methods.tensor.Adam;
import org.broadsheet.methods.tensor.Permutation;
import org.broadsheet.methods.tensor.Tensor;

/// This is learning by Adam in batches from a fixed set of samples, shuffled whenever all were
/// seen.
///
/// @param rate of Adam, above 0
/// @param batch samples of a step, at least 1; all of them if there are fewer
/// @param steps from 0
public record Training(double rate, int batch, int steps) {
    public Training {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY) || batch < 1 || steps < 0) {
            throw new IllegalArgumentException(
                    "rate %s, batch %d, steps %d; accepted are a finite rate above 0, a batch of 1 or more, and steps from 0"
                            .formatted(rate, batch, steps));
        }
    }

    /// What is done before the first step and after each.
    @FunctionalInterface
    public interface Watch {
        void step(int done);
    }

    /// Trains a network.
    ///
    /// @return the loss of the last batch; 0 without a step
    /// @throws ArithmeticException if the loss is no longer finite, with the step and the rate
    public double run(
            HiddenLayerNetwork network,
            ConditionTask task,
            Samples samples,
            RandomGenerator random,
            Watch watch) {
        Adam adam = new Adam(network.parameters(), rate);
        Tensor any = network.parameters().getFirst();
        int size = Math.min(batch, samples.count());
        int[] order = Permutation.identity(samples.count());
        int next = order.length;
        double loss = 0;
        watch.step(0);
        for (int step = 1; step <= steps; step++) {
            if (next + size > order.length) {
                Permutation.shuffle(order, random);
                next = 0;
            }
            double[] inputs = new double[size * task.inputs()];
            double[] labels = new double[size * task.outputs()];
            for (int i = 0; i < size; i++) {
                copy(task, samples, order[next + i], i, inputs, labels);
            }
            next += size;
            Tensor x = any.maker().of(inputs, size, task.inputs());
            Tensor y = any.maker().of(labels, size, task.outputs());
            loss = adam.step(() -> network.loss(x, y));
            if (!Double.isFinite(loss)) {
                throw new ArithmeticException(
                        "the loss is %s at step %d: a rate of %s is too large; use a smaller one"
                                .formatted(loss, step, rate));
            }
            watch.step(step);
        }
        return loss;
    }

    private static void copy(
            ConditionTask task, Samples samples, int from, int to, double[] x, double[] y) {
        double[] input = samples.inputs()[from];
        System.arraycopy(input, 0, x, to * input.length, input.length);
        int[] label = task.labels()[samples.condition()[from]];
        for (int output = 0; output < label.length; output++) {
            y[to * label.length + output] = label[output];
        }
    }
}
