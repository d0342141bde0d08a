package org.broadsheet.methods.deeplinear;

import java.util.Arrays;
import java.util.List;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Tensor;

/// This is a network whose layers only multiply: y = W_D … W₂ W₁ x.
public final class DeepLinearNetwork implements Layer {
    private final List<Tensor> weights;

    /// @param weights W₁ to W_D, shapes (n₁, n₀), (n₂, n₁), …; they are copied
    public DeepLinearNetwork(List<Tensor> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("a network without matrices; at least 1 is needed");
        }
        for (int i = 1; i < weights.size(); i++) {
            int[] below = weights.get(i - 1).shape();
            int[] shape = weights.get(i).shape();
            if (shape[1] != below[0]) {
                throw new IllegalArgumentException(
                        "matrix %d of shape %s follows one of %s; it must have %d columns"
                                .formatted(
                                        i + 1,
                                        Arrays.toString(shape),
                                        Arrays.toString(below),
                                        below[0]));
            }
        }
        this.weights = weights.stream().map(Tensor::parameter).toList();
    }

    /// The number of matrices, D.
    public int depth() {
        return weights.size();
    }

    /// W_D … W₁, shape (out, in).
    public Tensor map() {
        Tensor product = weights.getFirst();
        for (Tensor weight : weights.subList(1, weights.size())) {
            product = weight.matmul(product);
        }
        return product;
    }

    /// W₁ to W_D.
    @Override
    public List<Tensor> parameters() {
        return weights;
    }
}
