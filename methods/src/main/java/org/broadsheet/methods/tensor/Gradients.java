package org.broadsheet.methods.tensor;

import java.util.List;

/// This is what is done to the gradients of many parameters at once.
public final class Gradients {
    private Gradients() {}

    /// Forgets the gradients, before the next `backward()`.
    public static void clear(List<Tensor> parameters) {
        parameters.forEach(parameter -> parameter.setGradient(null));
    }

    /// The Euclidean norm of all gradients taken as one vector.
    public static double norm(List<Tensor> parameters) {
        double squares = 0;
        for (Tensor parameter : parameters) {
            Array gradient = parameter.gradientArray();
            if (gradient != null) {
                squares += gradient.dot(0, gradient, 0, gradient.length());
            }
        }
        return Math.sqrt(squares);
    }

    /// Scales all gradients by one factor so that their norm is at most the given one (Pascanu,
    /// Mikolov and Bengio 2013).
    ///
    /// @param most above 0
    /// @return the norm before
    public static double clip(List<Tensor> parameters, double most) {
        double norm = norm(requireParameters(parameters));
        if (norm > requirePositive("norm", most)) {
            for (Tensor parameter : parameters) {
                Array gradient = parameter.gradientArray();
                if (gradient != null) {
                    Array scaled = gradient.zeros(gradient.length());
                    scaled.affine(0, gradient, 0, most / norm, 0, gradient.length());
                    parameter.setGradient(scaled);
                }
            }
        }
        return norm;
    }

    static List<Tensor> requireParameters(List<Tensor> tensors) {
        for (Tensor tensor : tensors) {
            if (!tensor.isParameter()) {
                throw new IllegalArgumentException(
                        tensor + " cannot be learned; accepted are tensors made by parameter()");
            }
        }
        return List.copyOf(tensors);
    }

    static double requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + ": " + value + "; accepted are finite numbers above 0");
        }
        return value;
    }
}
