package org.broadsheet.methods.pinn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a network from one number to one, with tanh after each hidden layer. Weights start as
/// [Linear] draws them.
public final class TanhNetwork implements FreeFunction {
    private final List<Linear> layers;

    /// @param depth hidden layers, 1 or more
    /// @param width units of each, 1 or more
    public TanhNetwork(Tensors tensors, int depth, int width, RandomGenerator random) {
        if (depth < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "%d hidden layers of %d; accepted are 1 or more".formatted(depth, width));
        }
        List<Linear> made = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            made.add(new Linear(tensors, i == 0 ? 1 : width, width, random));
        }
        made.add(new Linear(tensors, width, 1, random));
        layers = List.copyOf(made);
    }

    @Override
    public Jet of(Jet s) {
        Jet signal = s;
        for (Linear layer : layers.subList(0, layers.size() - 1)) {
            signal = signal.apply(layer).tanh();
        }
        return signal.apply(layers.getLast());
    }

    @Override
    public List<Tensor> parameters() {
        return Layer.parametersOf(layers.toArray(Layer[]::new));
    }

    /// Those of the first and the last layer alone.
    public List<Tensor> outerParameters() {
        return Layer.parametersOf(layers.getFirst(), layers.getLast());
    }
}
