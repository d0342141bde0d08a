package org.broadsheet.methods.attentionsvm;

/// What an attention SVM answers.
public sealed interface Separation {
    /// The shortest W that keeps all margins.
    ///
    /// @param weights W, `d` rows of `d` values; its least margin is 1 within rounding
    /// @param norm of W, in the machine's own norm
    /// @param gap how far the norm may be over the least one, as a share of it: the distance to a
    ///   lower bound from duality, which needs no trust in the solver
    record Separator(double[][] weights, double norm, double gap) implements Separation {}

    /// No W keeps all margins, or only one so long that it is beyond the arithmetic: over some
    /// 30,000 times one over the constraints' size.
    ///
    /// @param shares of the constraints, at least 0 with sum 1; W would have to keep their
    ///   combination at 1
    /// @param length the Frobenius norm of that combination: 0, or nearly, so no W can
    record Inseparable(double[] shares, double length) implements Separation {}
}
