package org.broadsheet.methods.attentionsvm;

/// What turns the mixture of tokens that attention makes into one number, the paper's h. It is
/// fixed: only the attention learns.
public interface Head {
    double value(double[] mixture);

    /// By each element of the mixture.
    double[] gradient(double[] mixture);
}
