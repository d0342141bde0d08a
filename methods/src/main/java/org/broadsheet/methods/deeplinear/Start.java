package org.broadsheet.methods.deeplinear;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a way to draw the weights from which learning starts.
public sealed interface Start {
    /// One matrix of shape (out, in).
    Tensor matrix(Tensors tensors, int out, int in, RandomGenerator random);

    /// W₁ to W_D of a network with the given numbers of neurons, n₀ to n_D.
    default List<Tensor> weights(Tensors tensors, int[] neurons, RandomGenerator random) {
        Numbers.requireAtLeast("layers of neurons", neurons.length, 2);
        List<Tensor> weights = new ArrayList<>();
        for (int i = 1; i < neurons.length; i++) {
            weights.add(matrix(tensors, neurons[i], neurons[i - 1], random));
        }
        return weights;
    }

    /// Independent Gaussian weights of one standard deviation.
    record Small(double deviation) implements Start {
        public Small {
            Numbers.requirePositive("deviation", deviation);
        }

        @Override
        public Tensor matrix(Tensors tensors, int out, int in, RandomGenerator random) {
            return tensors.normal(random, out, in).times(deviation);
        }
    }

    /// Independent Gaussian weights of the variance gain²/in, which keeps the mean square of
    /// activities for a gain of 1 (Glorot and Bengio 2010, in the form for square matrices).
    record ScaledGaussian(double gain) implements Start {
        public ScaledGaussian {
            Numbers.requirePositive("gain", gain);
        }

        @Override
        public Tensor matrix(Tensors tensors, int out, int in, RandomGenerator random) {
            return tensors.normal(random, out, in).times(gain / Math.sqrt(in));
        }
    }

    /// A gain times a random orthogonal matrix (arXiv:1312.6120): all singular values are the gain.
    record Orthogonal(double gain) implements Start {
        public Orthogonal {
            Numbers.requirePositive("gain", gain);
        }

        @Override
        public Tensor matrix(Tensors tensors, int out, int in, RandomGenerator random) {
            return Matrices.orthogonal(tensors, out, in, random).times(gain);
        }
    }

    /// The start that decouples the modes of Σ³¹ = U S Vᵀ (arXiv:1312.6120): W₁ = R₁ A₁ Vᵀ, W_l =
    /// R_l A_l R_{l-1}ᵀ, W_D = U A_D R_{D-1}ᵀ with random R_l of orthonormal columns and A_l
    /// diagonal.
    ///
    /// @param left U, shape (out, k)
    /// @param right V, shape (in, k)
    /// @param factors for each matrix the k values on the diagonal of its A
    /// @param hidden neurons of each hidden layer, at least k
    static List<Tensor> decoupled(
            Tensor left, Tensor right, double[][] factors, int hidden, RandomGenerator random) {
        Tensors tensors = left.maker();
        int modes = left.shape()[1];
        Numbers.requireAtLeast("hidden neurons", hidden, modes);
        List<Tensor> weights = new ArrayList<>();
        Tensor below = right;
        for (int layer = 0; layer < factors.length; layer++) {
            boolean isLast = layer == factors.length - 1;
            Tensor above = isLast ? left : Matrices.orthogonal(tensors, hidden, modes, random);
            Tensor diagonal = Matrices.diagonal(tensors, modes, modes, factors[layer]);
            weights.add(above.matmul(diagonal).matmulTransposed(below));
            below = above;
        }
        return weights;
    }
}
