package org.broadsheet.methods.deeplinear;

import java.util.List;
import org.broadsheet.methods.tensor.Tensor;

/// This is how a deep network without biases hands activities up and gradients back: x_l = φ(W_l
/// x_{l-1}), and the Jacobian ∂x_D/∂x₀ that a gradient is multiplied with on its way down.
public final class Propagation {
    private final List<Tensor> weights;
    private final Nonlinearity nonlinearity;

    /// φ.
    public enum Nonlinearity {
        LINEAR {
            @Override
            Tensor of(Tensor x) {
                return x;
            }

            @Override
            Tensor slope(Tensor x) {
                return x.maker().full(1, x.shape());
            }
        },
        TANH {
            @Override
            Tensor of(Tensor x) {
                return x.tanh();
            }

            @Override
            Tensor slope(Tensor x) {
                return x.tanh().square().negate().plus(1);
            }
        },
        RELU {
            @Override
            Tensor of(Tensor x) {
                return x.relu();
            }

            @Override
            Tensor slope(Tensor x) {
                return x.greaterThan(x.maker().scalar(0));
            }
        };

        abstract Tensor of(Tensor x);

        /// φ′
        abstract Tensor slope(Tensor x);
    }

    /// @param weights W₁ to W_D, shapes (n₁, n₀), (n₂, n₁), …
    public Propagation(List<Tensor> weights, Nonlinearity nonlinearity) {
        // The network checks that the shapes follow each other.
        this.weights =
                new DeepLinearNetwork(weights).parameters().stream().map(Tensor::detach).toList();
        this.nonlinearity = nonlinearity;
    }

    /// ∂x_D/∂x₀ at an input, shape (n_D, n₀): the product of diag(φ′(W_l x_{l-1})) W_l over all
    /// layers.
    ///
    /// @param input x₀, shape (n₀)
    public Tensor jacobian(Tensor input) {
        Tensor x = input.unsqueeze(-1);
        Tensor jacobian = Matrices.identity(input.maker(), input.size());
        for (Tensor weight : weights) {
            Tensor sum = weight.matmul(x);
            jacobian = weight.matmul(jacobian).times(nonlinearity.slope(sum));
            x = nonlinearity.of(sum);
        }
        return jacobian;
    }

    /// The root mean square of a Jacobian's singular values, ‖J‖ / √n: by how much it scales a
    /// random gradient.
    ///
    /// @param jacobian shape (n, n)
    public static double gradientScale(Tensor jacobian) {
        return Math.sqrt(jacobian.square().sum().item() / jacobian.shape()[0]);
    }
}
