package org.broadsheet.methods.attentionsvm;

/// This is gradient descent with steps of a fixed length, with which the authors train: plain
/// descent slows down with the gradient, so that the norm of the weights grows as the logarithm of
/// time and the direction takes as long to settle. For one thread.
public final class NormalisedDescent {
    private final AttentionLayer layer;
    private final Weights weights;
    private final double length;
    private int steps;
    private boolean saturated;

    /// @param weights where it starts; they are changed
    /// @param length of a step, over 0
    public NormalisedDescent(AttentionLayer layer, Weights weights, double length) {
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException(
                    "a step's length is %s; it must be over 0 and finite".formatted(length));
        }
        this.layer = layer;
        this.weights = weights;
        this.length = length;
    }

    /// Goes on until `steps` are done in all, or until the gradient is zero to the last bit.
    public void until(int steps) {
        while (this.steps < steps && !saturated) {
            saturated = !weights.descend(layer.gradient(weights), length);
            if (!saturated) {
                this.steps++;
            }
        }
    }

    /// The steps done.
    public int steps() {
        return steps;
    }

    /// Whether it has ended for good: the softmax is one-hot and its gradient zero.
    public boolean saturated() {
        return saturated;
    }

    /// The weights as they stand.
    public Weights weights() {
        return weights;
    }

    /// For each prompt the token with the largest share.
    public int[] chosenTokens() {
        double[][] probabilities = layer.probabilities(weights);
        int[] chosen = new int[probabilities.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = Vectors.largest(probabilities[i]);
        }
        return chosen;
    }
}
