package org.broadsheet.methods.attentionsvm;

import java.util.random.RandomGenerator;

/// The inputs of one attention layer: `n` sequences of `T` tokens in `d` dimensions, each with a
/// query and a label.
///
/// @param tokens `n` times `T` times `d`, the paper's X
/// @param queries `n` times `d`, the paper's z
/// @param labels `n` values, each -1 or 1, the paper's Y
public record Prompts(double[][][] tokens, double[][] queries, double[] labels) {
    /// @throws IllegalArgumentException when there is nothing, the shapes differ, a label is not -1
    ///   or 1, or a number is not finite
    public Prompts {
        if (tokens.length == 0 || tokens[0].length == 0 || tokens[0][0].length == 0) {
            throw new IllegalArgumentException(
                    "there are no prompts, no tokens or no dimensions; at least one of each is"
                            + " needed");
        }
        require("queries", tokens.length, queries.length);
        require("labels", tokens.length, labels.length);
        for (int i = 0; i < tokens.length; i++) {
            require("tokens of prompt " + i, tokens[0].length, tokens[i].length);
            for (double[] token : tokens[i]) {
                requireVector("a token of prompt " + i, tokens[0][0].length, token);
            }
            requireVector("the query of prompt " + i, tokens[0][0].length, queries[i]);
            if (Math.abs(labels[i]) != 1) {
                throw new IllegalArgumentException(
                        "label %d is %s; accepted are -1 and 1".formatted(i, labels[i]));
            }
        }
    }

    /// Labels of either sign, and vectors drawn evenly from the unit sphere: Gaussian vectors over
    /// their length.
    ///
    /// @param attention whether the queries are drawn too, or are the first tokens
    public static Prompts onSphere(Shape shape, Attention attention, RandomGenerator random) {
        double[][][] tokens = new double[shape.count()][shape.length()][];
        double[][] queries = new double[shape.count()][];
        double[] labels = new double[shape.count()];
        for (int i = 0; i < shape.count(); i++) {
            for (int t = 0; t < shape.length(); t++) {
                tokens[i][t] = unit(shape.dimension(), random);
            }
            double[] drawn = unit(shape.dimension(), random);
            queries[i] = attention == Attention.CROSS ? drawn : tokens[i][0];
            labels[i] = random.nextBoolean() ? 1 : -1;
        }
        return new Prompts(tokens, queries, labels);
    }

    /// A vector drawn evenly from the unit sphere in `dimension` dimensions.
    public static double[] unit(int dimension, RandomGenerator random) {
        double[] vector = new double[dimension];
        double norm;
        do {
            for (int i = 0; i < dimension; i++) {
                vector[i] = random.nextGaussian();
            }
            norm = Vectors.norm(vector);
        } while (norm == 0);
        for (int i = 0; i < dimension; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    /// How large drawn prompts are.
    ///
    /// @param count of prompts, the paper's n
    /// @param length tokens in a prompt, the paper's T
    /// @param dimension of a token, the paper's d
    public record Shape(int count, int length, int dimension) {
        public Shape {
            if (count < 1 || length < 1 || dimension < 1) {
                throw new IllegalArgumentException(
                        "%d prompts of %d tokens in %d dimensions; at least one of each is needed"
                                .formatted(count, length, dimension));
            }
        }
    }

    /// Where the queries come from.
    public enum Attention {
        /// From elsewhere.
        CROSS,
        /// The first token of each prompt is its query.
        SELF
    }

    /// The paper's n.
    public int count() {
        return tokens.length;
    }

    /// Tokens in a prompt, the paper's T.
    public int length() {
        return tokens[0].length;
    }

    /// The paper's d.
    public int dimension() {
        return tokens[0][0].length;
    }

    /// For each prompt the token with the largest score `Y h(x)` (definition of the optimal token),
    /// the first of equal ones.
    public int[] bestTokens(Head head) {
        int[] best = new int[count()];
        for (int i = 0; i < best.length; i++) {
            double[] scores = new double[length()];
            for (int t = 0; t < scores.length; t++) {
                scores[t] = labels[i] * head.value(tokens[i][t]);
            }
            best[i] = Vectors.largest(scores);
        }
        return best;
    }

    private static void require(String what, int expected, int got) {
        if (expected != got) {
            throw new IllegalArgumentException(
                    "%d %s; there must be %d, as many as of the first"
                            .formatted(got, what, expected));
        }
    }

    private static void requireVector(String what, int dimension, double[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "%s has %d elements, the first token %d"
                            .formatted(what, vector.length, dimension));
        }
        for (double element : vector) {
            if (!Double.isFinite(element)) {
                throw new IllegalArgumentException(
                        "%s has the element %s; finite numbers are needed"
                                .formatted(what, element));
            }
        }
    }
}
