package org.broadsheet.methods.incontext;

/// What answers the query of a prompt from its examples.
public interface Predictor {
    /// @return the prediction for task n of prompt e at `n PromptBlock.SIZE + e`
    double[] predict(PromptBlock block);
}
