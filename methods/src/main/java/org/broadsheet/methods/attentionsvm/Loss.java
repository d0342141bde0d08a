package org.broadsheet.methods.attentionsvm;

/// A decreasing loss of the margin `m = Y h`, as the paper's theorems ask for.
public enum Loss {
    /// `log(1 + exp(-m))`.
    LOGISTIC {
        @Override
        public double of(double margin) {
            return Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
        }

        @Override
        public double slope(double margin) {
            return -1 / (1 + Math.exp(margin));
        }
    },
    /// `exp(-m)`.
    EXPONENTIAL {
        @Override
        public double of(double margin) {
            return Math.exp(-margin);
        }

        @Override
        public double slope(double margin) {
            return -Math.exp(-margin);
        }
    },
    /// `-m`, the correlation loss.
    LINEAR {
        @Override
        public double of(double margin) {
            return -margin;
        }

        @Override
        public double slope(double margin) {
            return -1;
        }
    };

    public abstract double of(double margin);

    /// The derivative by the margin, under 0.
    public abstract double slope(double margin);
}
