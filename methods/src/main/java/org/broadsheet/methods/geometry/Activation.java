package org.broadsheet.methods.geometry;

import java.util.Arrays;
import java.util.Locale;
import org.broadsheet.methods.tensor.Tensor;

/// This is the nonlinearity f of hidden neurons. What sets the paper's two apart is how they end:
/// tanh is flat on both sides, ReLU on one. The others separate that from how they pass the origin.
public enum Activation {
    TANH(true) {
        @Override
        public Tensor of(Tensor x) {
            return x.tanh();
        }

        @Override
        public double slope(double x) {
            double value = Math.tanh(x);
            return 1 - value * value;
        }
    },
    /// -1 below -1, x between, 1 above.
    HARD_TANH(true) {
        @Override
        public Tensor of(Tensor x) {
            return x.plus(1).relu().minus(x.minus(1).relu()).minus(1);
        }

        @Override
        public double slope(double x) {
            return x > -1 && x <= 1 ? 1 : 0;
        }
    },
    /// 1 + tanh x: never negative, like ReLU, and flat on both sides.
    SHIFTED_TANH(true) {
        @Override
        public Tensor of(Tensor x) {
            return x.tanh().plus(1);
        }

        @Override
        public double slope(double x) {
            return TANH.slope(x);
        }
    },
    /// ReLU up to 1: 0 at and below the origin, and flat on both sides.
    CLIPPED_RELU(true) {
        @Override
        public Tensor of(Tensor x) {
            return x.relu().minus(x.minus(1).relu());
        }

        @Override
        public double slope(double x) {
            return x > 0 && x <= 1 ? 1 : 0;
        }
    },
    /// max(0, tanh x): flat on both sides.
    HALF_TANH(true) {
        @Override
        public Tensor of(Tensor x) {
            return x.tanh().relu();
        }

        @Override
        public double slope(double x) {
            return x > 0 ? TANH.slope(x) : 0;
        }
    },
    RELU(false) {
        @Override
        public Tensor of(Tensor x) {
            return x.relu();
        }

        @Override
        public double slope(double x) {
            return x > 0 ? 1 : 0;
        }
    },
    /// x above 0, 0.3 x below: flat on no side.
    LEAKY_RELU(false) {
        @Override
        public Tensor of(Tensor x) {
            return x.relu().minus(x.negate().relu().times(LEAK));
        }

        @Override
        public double slope(double x) {
            return x > 0 ? 1 : LEAK;
        }
    },
    /// log(1 + e^x): flat on one side, without a kink.
    SOFTPLUS(false) {
        @Override
        public Tensor of(Tensor x) {
            return x.softplus();
        }

        @Override
        public double slope(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    };

    private static final double LEAK = 0.3;

    private final boolean saturates;

    Activation(boolean saturates) {
        this.saturates = saturates;
    }

    /// f of every element.
    public abstract Tensor of(Tensor x);

    /// f′ at a number; at a kink the one from the left, as of tensors.
    public abstract double slope(double x);

    /// True if f is flat on both sides.
    public boolean saturatesOnBothSides() {
        return saturates;
    }

    /// As in `half-tanh`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if none has this title, with all that there are
    public static Activation of(String title) {
        for (Activation one : values()) {
            if (one.title().equals(title)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "activation: \"%s\"; accepted are %s"
                        .formatted(
                                title,
                                String.join(
                                        ", ",
                                        Arrays.stream(values()).map(Activation::title).toList())));
    }
}
