package org.broadsheet.methods.tensor;

import java.util.List;

/// This is Adam (Kingma and Ba 2015, algorithm 1), unless told otherwise with PyTorch's defaults:
/// β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
public sealed class Adam extends FirstOrder permits AdamW {
    private static final double EPSILON = 1e-8;
    private final double decay;
    private final Memory memory;
    private final List<State> states;

    /// How much of the moments an update keeps.
    ///
    /// @param mean β₁, of the gradients' mean, 0 to below 1
    /// @param square β₂, of their squares' mean, 0 to below 1
    public record Memory(double mean, double square) {
        public static final Memory USUAL = new Memory(0.9, 0.999);

        public Memory {
            if (!(mean >= 0 && mean < 1 && square >= 0 && square < 1)) {
                throw new IllegalArgumentException(
                        "memory: %s and %s; accepted are 0 to below 1".formatted(mean, square));
            }
        }
    }

    /// The moments of one parameter: m and v of the paper, and how often it was updated.
    private static final class State {
        final Array mean;
        final Array square;
        int updates;

        State(Tensor parameter) {
            mean = parameter.data.zeros(parameter.size());
            square = parameter.data.zeros(parameter.size());
        }
    }

    /// The numbers of one update: m ← β₁ m + (1 - β₁) g, v ← β₂ v + (1 - β₂) g², p ← shrink p -
    /// rate m / (rootScale √v + ε). The biases of m and v are in rate and rootScale.
    record Step(
            double beta1,
            double beta2,
            double shrink,
            double rate,
            double rootScale,
            double epsilon) {
        double newMean() {
            return 1 - beta1;
        }

        double newSquare() {
            return 1 - beta2;
        }
    }

    public Adam(List<Tensor> parameters, double rate) {
        this(parameters, rate, Memory.USUAL);
    }

    public Adam(List<Tensor> parameters, double rate, Memory memory) {
        this(parameters, rate, memory, 0);
    }

    Adam(List<Tensor> parameters, double rate, double decay) {
        this(parameters, rate, Memory.USUAL, decay);
    }

    private Adam(List<Tensor> parameters, double rate, Memory memory, double decay) {
        super(parameters, rate);
        this.memory = memory;
        this.decay = decay;
        states = parameters.stream().map(State::new).toList();
    }

    @Override
    public void update() {
        for (int i = 0; i < states.size(); i++) {
            Tensor parameter = parameters.get(i);
            Array gradient = parameter.gradientArray();
            if (gradient != null) {
                State state = states.get(i);
                parameter.data.adam(step(++state.updates), gradient, state.mean, state.square);
            }
        }
    }

    private Step step(int updates) {
        return new Step(
                memory.mean,
                memory.square,
                1 - rate() * decay,
                rate() / (1 - Math.pow(memory.mean, updates)),
                1 / Math.sqrt(1 - Math.pow(memory.square, updates)),
                EPSILON);
    }
}
