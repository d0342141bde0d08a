package org.broadsheet.methods.tensor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// This is gradient descent with momentum μ (Polyak 1964), written as PyTorch does: v ← μ v + g, p
/// ← p - rate v.
public final class Sgd extends FirstOrder {
    private final double momentum;
    private final @Nullable Array[] velocities;

    public Sgd(List<Tensor> parameters, double rate) {
        this(parameters, rate, 0);
    }

    /// @param momentum 0 to below 1
    public Sgd(List<Tensor> parameters, double rate, double momentum) {
        super(parameters, rate);
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    "momentum: " + momentum + "; accepted is 0 to below 1");
        }
        this.momentum = momentum;
        velocities = new Array[parameters.size()];
    }

    @Override
    public void update() {
        for (int i = 0; i < velocities.length; i++) {
            Tensor parameter = parameters.get(i);
            Array gradient = parameter.gradientArray();
            if (gradient != null) {
                Array velocity = faster(velocities[i], gradient);
                velocities[i] = velocity;
                parameter.data.addScaled(0, -rate(), velocity, 0, parameter.size());
            }
        }
    }

    private Array faster(@Nullable Array velocity, Array gradient) {
        if (momentum == 0) {
            return gradient;
        }
        Array next = gradient.zeros(gradient.length());
        next.copy(0, gradient, 0, 1, gradient.length());
        if (velocity != null) {
            next.addScaled(0, momentum, velocity, 0, next.length());
        }
        return next;
    }
}
