package org.broadsheet.methods.tensor;

import java.util.function.Supplier;

/// This is a way to change parameters so that a loss falls.
public interface Optimiser {
    /// One step.
    ///
    /// @param loss computes the loss, a single number, from the parameters as they are
    /// @return the loss before the step for first-order methods, after it for [Lbfgs]
    double step(Supplier<Tensor> loss);
}
