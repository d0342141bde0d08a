package org.broadsheet.methods.incontext;

/// This is a fixed number of prompts, kept side by side: the innermost index is the prompt's, so
/// that every loop over it is one over neighbouring numbers, without sums across it.
public final class PromptBlock {
    /// Prompts in a block.
    public static final int SIZE = 32;

    private final int dimension;
    private final int tasks;
    private final int length;

    /// Element i of token l at [#at], then by prompt. The elements are x, then a y for each task.
    final double[] tokens;

    /// Coordinate i of the query at `i SIZE`, then by prompt.
    final double[] queries;

    /// The y of task n at `n SIZE`, then by prompt: what is to be predicted.
    final double[] targets;

    /// Room for prompts of that distribution.
    public PromptBlock(Regression regression) {
        dimension = regression.dimension();
        tasks = regression.tasks();
        length = regression.length();
        tokens = new double[(dimension + tasks) * length * SIZE];
        queries = new double[dimension * SIZE];
        targets = new double[tasks * SIZE];
    }

    int at(int element, int token) {
        return (element * length + token) * SIZE;
    }

    /// Of an input.
    public int dimension() {
        return dimension;
    }

    /// Ys of a token.
    public int tasks() {
        return tasks;
    }

    /// Tokens of a prompt.
    public int length() {
        return length;
    }

    /// Element `element` of token `token` of prompt `prompt`.
    public double token(int prompt, int token, int element) {
        return tokens[at(element, token) + prompt];
    }

    /// Coordinate `i` of the query of a prompt.
    public double query(int prompt, int i) {
        return queries[i * SIZE + prompt];
    }

    /// What is to be predicted, a copy: task n of prompt e at `n SIZE + e`.
    public double[] targets() {
        return targets.clone();
    }

    /// Moves every example by the same offset: its inputs, and its ys by that many for each task;
    /// queries and targets stay. A predictor that corrects for the mean does not notice.
    public void shift(double[] inputs, double labels) {
        for (int i = 0; i < dimension + tasks; i++) {
            double by = i < dimension ? inputs[i] : labels;
            for (int k = at(i, 0); k < at(i + 1, 0); k++) {
                tokens[k] += by;
            }
        }
    }
}
