package org.broadsheet.methods.incontext;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// This trains several layers side by side on the same prompts, fresh at every step, each with an
/// Adam of its own (Kingma and Ba 2015; β₁ = 0.9, β₂ = 0.999, ε = 1e-8). For one thread: steps are
/// shorter than it takes to share one out; train with several seeds side by side instead.
public final class Training {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<InContextAttention> layers;
    private final Regression regression;
    private final List<? extends RandomGenerator> randoms;
    private final PromptBlock block;
    private final double[][] gradients;
    private final Moments[] moments;
    private final double[] losses;
    private int steps;

    /// Adam's for one layer.
    private record Moments(double[] mean, double[] square) {}

    /// @param layers of the sizes of the prompts; they are changed
    /// @param regression where the prompts come from
    /// @param randoms one for each block of [PromptBlock#SIZE] prompts in a batch
    public Training(
            List<InContextAttention> layers,
            Regression regression,
            List<? extends RandomGenerator> randoms) {
        this.layers = List.copyOf(layers);
        this.regression = regression;
        this.randoms = List.copyOf(randoms);
        if (layers.isEmpty() || randoms.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d layers and %d blocks of prompts; at least one of each is needed"
                            .formatted(layers.size(), randoms.size()));
        }
        for (InContextAttention layer : layers) {
            if (layer.shape().dimension() != regression.dimension()
                    || layer.shape().tasks() != regression.tasks()) {
                throw new IllegalArgumentException(
                        "a layer for %d dimensions and %d tasks cannot read prompts of %d and %d"
                                .formatted(
                                        layer.shape().dimension(),
                                        layer.shape().tasks(),
                                        regression.dimension(),
                                        regression.tasks()));
            }
        }
        block = new PromptBlock(regression);
        gradients =
                layers.stream()
                        .map(one -> new double[one.weights().length])
                        .toArray(double[][]::new);
        moments =
                layers.stream()
                        .map(InContextAttention::weights)
                        .map(w -> new Moments(new double[w.length], new double[w.length]))
                        .toArray(Moments[]::new);
        losses = new double[layers.size()];
    }

    /// One batch, and one update of every layer.
    ///
    /// @throws DivergenceException when a loss is no longer finite, naming the step
    public void step(double rate) {
        for (int m = 0; m < losses.length; m++) {
            Arrays.fill(gradients[m], 0);
            losses[m] = 0;
        }
        for (RandomGenerator random : randoms) {
            regression.draw(block, random);
            for (int m = 0; m < losses.length; m++) {
                losses[m] += layers.get(m).addGradient(block, gradients[m]);
            }
        }
        steps++;
        for (int m = 0; m < losses.length; m++) {
            update(m, rate);
        }
    }

    private void update(int m, double rate) {
        double prompts = randoms.size() * PromptBlock.SIZE;
        double[] gradient = gradients[m];
        losses[m] /= prompts;
        if (!Double.isFinite(losses[m])) {
            throw new DivergenceException(steps, layers.get(m).shape().heads(), rate);
        }
        double[] weights = layers.get(m).weights();
        double step = rate / (1 - Math.pow(BETA1, steps));
        double root = 1 / Math.sqrt(1 - Math.pow(BETA2, steps));
        Moments of = moments[m];
        for (int i = 0; i < weights.length; i++) {
            double g = gradient[i] / prompts;
            of.mean[i] += (1 - BETA1) * (g - of.mean[i]);
            of.square[i] += (1 - BETA2) * (g * g - of.square[i]);
            weights[i] -= step * of.mean[i] / (root * Math.sqrt(of.square[i]) + EPSILON);
        }
        layers.get(m).renew();
    }

    /// For each layer its loss on the last batch, before its update: the squared error, summed over
    /// the tasks, mean over the prompts.
    public double[] losses() {
        return losses.clone();
    }

    /// The steps done.
    public int steps() {
        return steps;
    }
}
