package org.broadsheet.methods.tensor;

import java.util.List;
import java.util.random.RandomGenerator;

/// This is the layer y = x Wᵀ + b with W of shape (out, in) and b of shape (out).
///
/// @param weight shape (out, in)
/// @param bias shape (out)
public record Linear(Tensor weight, Tensor bias) implements Layer {
    public Linear {
        if (weight.rank() != 2 || bias.rank() != 1 || bias.size() != weight.shape[0]) {
            throw new IllegalArgumentException(
                    "weight %s and bias %s; accepted are (out, in) and (out)"
                            .formatted(Shapes.text(weight.shape), Shapes.text(bias.shape)));
        }
    }

    /// With weights and biases uniform between ±1/√in, as PyTorch draws them by default.
    public Linear(Tensors tensors, int in, int out, RandomGenerator random) {
        this(
                tensors.uniform(random, -bound(in), bound(in), out, in).parameter(),
                tensors.uniform(random, -bound(in), bound(in), out).parameter());
    }

    private static double bound(int in) {
        return 1 / Math.sqrt(in);
    }

    /// From (..., in) to (..., out).
    public Tensor of(Tensor x) {
        if (x.rank() == 1) {
            return of(x.unsqueeze(0)).reshape(bias.shape);
        }
        return x.matmulTransposed(weight).plus(bias);
    }

    @Override
    public List<Tensor> parameters() {
        return List.of(weight, bias);
    }
}
