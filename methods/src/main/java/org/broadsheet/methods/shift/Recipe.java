package org.broadsheet.methods.shift;

import java.util.List;

/// This is how one network is made: what it is, and how it learns.
///
/// @param batch examples a step, 1 or more
/// @param rate of plain gradient descent, over 0
public record Recipe(Architecture architecture, int batch, double rate) {
    public Recipe {
        if (batch < 1) {
            throw new IllegalArgumentException(
                    "batch: %d; accepted are 1 and more".formatted(batch));
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "rate: %s; accepted are finite numbers over 0".formatted(rate));
        }
    }

    /// The shape of a fully connected network with one number as its answer.
    ///
    /// @param name for tables
    /// @param hidden widths of the hidden layers; none for a linear model
    public record Architecture(String name, Bend bend, List<Integer> hidden) {
        public Architecture {
            hidden = List.copyOf(hidden);
            for (int width : hidden) {
                if (width < 1) {
                    throw new IllegalArgumentException(
                            "%s: a hidden layer of %d; accepted are 1 and more"
                                    .formatted(name, width));
                }
            }
        }
    }

    /// What hidden units do.
    public enum Bend {
        RELU,
        TANH
    }
}
