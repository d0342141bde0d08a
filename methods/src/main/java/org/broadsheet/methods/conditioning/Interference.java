package org.broadsheet.methods.conditioning;

/// This measures how pairs of stimuli and outcomes disturb each other in a memory.
public final class Interference {
    private Interference() {}

    /// How many of the first keys can be stored so that every answer has the right signs, whatever
    /// signs were stored: the largest `n` with `Σ |k_i · k_j| < 1` over `i` for every `j`, both up
    /// to `n`.
    ///
    /// @param keys unit vectors, at least one; if all can be stored, that is their number
    public static int guaranteedPairs(double[][] keys) {
        double[] sums = new double[keys.length];
        for (int next = 0; next < keys.length; next++) {
            for (int old = 0; old < next; old++) {
                double overlap = Math.abs(Vectors.dot(keys[old], keys[next]));
                sums[old] += overlap;
                sums[next] += overlap;
            }
            for (int stored = 0; stored <= next; stored++) {
                if (sums[stored] >= 1) {
                    return next;
                }
            }
        }
        return keys.length;
    }

    /// How many of the first pairs Hebb's rule can store before one sign of one answer is wrong.
    ///
    /// @param keys unit vectors
    /// @param signs outcomes of 1 and -1, as many as keys
    public static int pairsBeforeAnError(double[][] keys, double[][] signs) {
        double[][] answers = new double[keys.length][];
        for (int next = 0; next < keys.length; next++) {
            answers[next] = new double[signs[next].length];
            for (int old = 0; old <= next; old++) {
                double overlap = Vectors.dot(keys[old], keys[next]);
                Vectors.addScaled(answers[next], overlap, signs[old]);
                if (old < next) {
                    Vectors.addScaled(answers[old], overlap, signs[next]);
                }
            }
            for (int stored = 0; stored <= next; stored++) {
                if (!agree(answers[stored], signs[stored])) {
                    return next;
                }
            }
        }
        return keys.length;
    }

    private static boolean agree(double[] answer, double[] signs) {
        for (int i = 0; i < signs.length; i++) {
            if (answer[i] * signs[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    /// The mean cosine between what a memory answers to each key and the outcome that was stored
    /// with it, after all pairs were presented `passes` times in order.
    ///
    /// @param keys shape (n, d_k)
    /// @param outcomes shape (n, d_v), none of them zero
    public static double meanCosine(
            double[][] keys, double[][] outcomes, LearningRule rule, int passes) {
        ConditionedMemory memory = new ConditionedMemory(keys[0].length, outcomes[0].length, rule);
        for (int pass = 0; pass < Vectors.requirePositive("passes", passes); pass++) {
            for (int i = 0; i < keys.length; i++) {
                memory.present(keys[i], outcomes[i]);
            }
        }
        double sum = 0;
        for (int i = 0; i < keys.length; i++) {
            sum += Vectors.cosine(memory.answer(keys[i]), outcomes[i]);
        }
        return sum / keys.length;
    }

    /// The same for softmax attention over the pairs.
    public static double meanCosineOfSoftmax(double[][] keys, double[][] outcomes, double beta) {
        double sum = 0;
        for (int i = 0; i < keys.length; i++) {
            double[] answer = Attention.softmax(keys, outcomes, keys[i], beta);
            sum += Vectors.cosine(answer, outcomes[i]);
        }
        return sum / keys.length;
    }
}
