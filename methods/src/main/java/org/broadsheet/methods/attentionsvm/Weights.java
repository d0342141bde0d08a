package org.broadsheet.methods.attentionsvm;

/// The weights of an attention layer, in one parametrisation or the other. They change in place;
/// for one thread.
public interface Weights {
    /// W z, `d` values.
    double[] times(double[] query);

    /// W itself, a copy, `d` rows of `d` values.
    double[][] matrix();

    /// One step of normalised gradient descent.
    ///
    /// @param gradient of the loss by W
    /// @param length of the step, over 0
    /// @return false, without a change, when the gradient is zero to the last bit: the softmax is
    ///   then one-hot in the arithmetic too, and there is nowhere to go
    boolean descend(OuterProducts gradient, double length);
}
