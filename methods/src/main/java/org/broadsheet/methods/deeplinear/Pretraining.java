package org.broadsheet.methods.deeplinear;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Tensor;

/// This is greedy pretraining without labels: each layer in turn learns to give back what it gets,
/// as the first half of a linear autoencoder, and keeps that half.
///
/// @param start of both halves of each autoencoder
/// @param descent the learning of the autoencoders
/// @param share the share of its inputs' squares that an autoencoder may leave unexplained; one
///   with fewer hidden neurons than inputs may never reach it
/// @param most steps of each autoencoder
public record Pretraining(Start start, Descent descent, double share, int most) {
    /// Learns one layer for each number of hidden neurons, from the lowest up.
    ///
    /// @param inputs X, shape (in, examples)
    /// @param hidden the numbers of neurons above the inputs
    /// @throws DivergenceException if the rate is too large for these inputs
    public List<Tensor> layers(Tensor inputs, int[] hidden, RandomGenerator random) {
        List<Tensor> weights = new ArrayList<>();
        Tensor below = inputs;
        for (int neurons : hidden) {
            Tensor weight = layer(below, neurons, random);
            weights.add(weight);
            below = weight.matmul(below);
        }
        return weights;
    }

    private Tensor layer(Tensor inputs, int neurons, RandomGenerator random) {
        int[] widths = {inputs.shape()[0], neurons, inputs.shape()[0]};
        DeepLinearNetwork autoencoder =
                new DeepLinearNetwork(start.weights(inputs.maker(), widths, random));
        LinearTask task = LinearTask.autoencoding(inputs);
        if (descent.toShare(autoencoder, task, share, most)
                instanceof Descent.Outcome.Diverged(int step)) {
            throw new DivergenceException(
                    "an autoencoder of %d neurons diverged at step %d: a rate of %s is too large; use a smaller one"
                            .formatted(neurons, step, descent.rate()));
        }
        return autoencoder.parameters().getFirst().detach();
    }
}
