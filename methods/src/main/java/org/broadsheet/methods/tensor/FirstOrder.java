package org.broadsheet.methods.tensor;

import java.util.List;
import java.util.function.Supplier;

/// This is an optimiser that goes by the gradient at one place.
public abstract sealed class FirstOrder implements Optimiser permits Sgd, Adam {
    final List<Tensor> parameters;
    private double rate;
    private double clip = Double.POSITIVE_INFINITY;

    FirstOrder(List<Tensor> parameters, double rate) {
        this.parameters = Gradients.requireParameters(parameters);
        rate(rate);
    }

    /// Clears the gradients, computes the loss and its gradients, clips them and updates.
    @Override
    public final double step(Supplier<Tensor> loss) {
        Gradients.clear(parameters);
        Tensor value = loss.get();
        value.backward();
        if (clip < Double.POSITIVE_INFINITY) {
            Gradients.clip(parameters, clip);
        }
        update();
        return value.item();
    }

    /// Changes the parameters by the gradients they have now; those without one stay.
    public abstract void update();

    public final double rate() {
        return rate;
    }

    /// Sets the learning rate, from the next update on.
    public final void rate(double rate) {
        this.rate = Gradients.requirePositive("rate", rate);
    }

    /// Lets [#step] clip the gradients to this norm, see [Gradients#clip].
    public final void clip(double norm) {
        clip = Gradients.requirePositive("norm", norm);
    }
}
