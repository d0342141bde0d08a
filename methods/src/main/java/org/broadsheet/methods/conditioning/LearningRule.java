package org.broadsheet.methods.conditioning;

/// This is how one presentation of a stimulus `k` with an outcome `v` changes the strengths `S`, a
/// matrix of one row for each number of the outcome and one column for each of the stimulus.
public sealed interface LearningRule {
    /// How large a share of a step is taken: over 0.
    double rate();

    /// Hebb's rule, `S += b v kᵀ`: what happens together is tied together. With rate 1 it writes
    /// what linear attention reads.
    record Hebb(double rate) implements LearningRule {
        public Hebb {
            requireRate(rate);
        }
    }

    /// Hebb's rule with forgetting, `S = keep S + b v kᵀ`, as gated linear attention has it.
    ///
    /// @param keep what remains of old strengths, 0 to 1
    record Fading(double rate, double keep) implements LearningRule {
        public Fading {
            requireRate(rate);
            if (!(keep >= 0 && keep <= 1)) {
                throw new IllegalArgumentException(
                        "keep: %s; accepted are numbers from 0 to 1".formatted(keep));
            }
        }
    }

    /// Oja's rule with the outcome as the neuron's activity, row by row `S += b v (k - v S)` (Oja
    /// 1982): Hebb's rule with a decay that bounds the strengths.
    record Oja(double rate) implements LearningRule {
        public Oja {
            requireRate(rate);
        }
    }

    /// The delta rule, `S += b (v - S k) kᵀ` (Rescorla and Wagner 1972; Widrow and Hoff 1960): only
    /// what was not expected is learned. It converges where `b |k|²` is under 2.
    record Delta(double rate) implements LearningRule {
        public Delta {
            requireRate(rate);
        }
    }

    private static void requireRate(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "rate: %s; accepted are finite numbers over 0".formatted(rate));
        }
    }
}
