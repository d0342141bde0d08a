package org.broadsheet.methods.attentionsvm;

/// This is one layer of attention over fixed prompts (arXiv:2308.16898). For prompt i it mixes the
/// tokens, `m_i = X_i^T softmax(X_i W z_i)`, and its loss is the mean of `loss(Y_i h(m_i))`.
///
/// @param prompts what it reads
/// @param head the paper's h, fixed
/// @param loss of the margins
public record AttentionLayer(Prompts prompts, Head head, Loss loss) {
    /// The mean loss over the prompts.
    public double loss(Weights weights) {
        double sum = 0;
        for (int i = 0; i < prompts.count(); i++) {
            double[] mixture = mixture(i, probabilities(i, weights));
            sum += loss.of(prompts.labels()[i] * head.value(mixture));
        }
        return sum / prompts.count();
    }

    /// For each prompt the softmax over its tokens, `n` rows of `T` shares that sum to 1.
    public double[][] probabilities(Weights weights) {
        double[][] probabilities = new double[prompts.count()][];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probabilities(i, weights);
        }
        return probabilities;
    }

    /// The derivative of the loss by W: `sum_i a_i z_i^T`.
    ///
    /// The derivative by the logit of token t is `s_t sum_s s_s (u_t - u_s)`, with `u = X grad h`.
    /// It is summed in that form: in the shorter one, `s_t (u_t - s . u)`, the chosen token's
    /// cancels to rounding noise once the softmax is nearly one-hot, and the direction is lost.
    public OuterProducts gradient(Weights weights) {
        double[][] left = new double[prompts.count()][];
        for (int i = 0; i < left.length; i++) {
            left[i] = byProduct(i, probabilities(i, weights));
        }
        return new OuterProducts(left, prompts.queries());
    }

    /// The derivative by `W z_i`.
    private double[] byProduct(int i, double[] shares) {
        double[][] tokens = prompts.tokens()[i];
        double label = prompts.labels()[i];
        double[] mixture = mixture(i, shares);
        double slope = label * loss.slope(label * head.value(mixture)) / prompts.count();
        double[] usefulness = Vectors.times(tokens, head.gradient(mixture));
        double[] sum = new double[prompts.dimension()];
        for (int t = 0; t < shares.length; t++) {
            double over = 0;
            for (int s = 0; s < shares.length; s++) {
                over += shares[s] * (usefulness[t] - usefulness[s]);
            }
            Vectors.add(slope * shares[t] * over, tokens[t], sum);
        }
        return sum;
    }

    private double[] mixture(int i, double[] shares) {
        return Vectors.transposedTimes(prompts.tokens()[i], shares);
    }

    private double[] probabilities(int i, Weights weights) {
        double[] shares = Vectors.times(prompts.tokens()[i], weights.times(prompts.queries()[i]));
        double largest = shares[Vectors.largest(shares)];
        double sum = 0;
        for (int t = 0; t < shares.length; t++) {
            shares[t] = Math.exp(shares[t] - largest);
            sum += shares[t];
        }
        for (int t = 0; t < shares.length; t++) {
            shares[t] /= sum;
        }
        return shares;
    }
}
