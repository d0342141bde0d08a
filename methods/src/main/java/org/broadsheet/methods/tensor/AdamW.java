package org.broadsheet.methods.tensor;

import java.util.List;

/// This is Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2): each update
/// also shrinks the parameters by rate times decay. PyTorch's default decay is 0.01.
public final class AdamW extends Adam {
    public AdamW(List<Tensor> parameters, double rate) {
        this(parameters, rate, 0.01);
    }

    /// @param decay 0 or more
    public AdamW(List<Tensor> parameters, double rate, double decay) {
        super(parameters, rate, requireDecay(decay));
    }

    private static double requireDecay(double decay) {
        if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "decay: " + decay + "; accepted are finite numbers from 0");
        }
        return decay;
    }
}
