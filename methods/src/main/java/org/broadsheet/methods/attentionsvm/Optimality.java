package org.broadsheet.methods.attentionsvm;

/// How good the tokens are that attention has settled on (arXiv:2308.16898).
public enum Optimality {
    /// In every prompt the token with the largest score.
    GLOBAL,
    /// Not that, but every token that touches the margin of the machine scores less than the chosen
    /// one of its prompt: nothing near pulls away from it.
    LOCAL,
    /// Neither: no machine separates these tokens, or one at the margin scores more.
    NEITHER;

    /// A token touches the margin when it is within this share of it.
    private static final double TOUCHES = 1e-6;

    /// @param chosen for each prompt a token
    /// @param separation the answer of [FrobeniusSvm] for these tokens
    public static Optimality of(Prompts prompts, Head head, int[] chosen, Separation separation) {
        if (!(separation instanceof Separation.Separator separator)) {
            return NEITHER;
        }
        int[] best = prompts.bestTokens(head);
        boolean global = true;
        for (int i = 0; i < chosen.length; i++) {
            global &= chosen[i] == best[i];
            double[][] tokens = prompts.tokens()[i];
            double[] pull = Vectors.times(separator.weights(), prompts.queries()[i]);
            double score = prompts.labels()[i] * head.value(tokens[chosen[i]]);
            for (int t = 0; t < tokens.length; t++) {
                double margin = Vectors.dot(Vectors.difference(tokens[chosen[i]], tokens[t]), pull);
                if (t != chosen[i]
                        && margin <= 1 + TOUCHES
                        && prompts.labels()[i] * head.value(tokens[t]) >= score) {
                    return NEITHER;
                }
            }
        }
        return global ? GLOBAL : LOCAL;
    }
}
