package org.broadsheet.methods.pinn;

import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the fall of a gas onto a black hole of mass 1 ([MichelFlow]) as two equations for
/// density and speed between two radii, singular where the gas is as fast as sound. They follow
/// from the two constants by differentiating: with ′ = d/dr, f = 1 - 2/r and the speed of sound a,
///
/// - `2v² - (1-v²)/(r-2) + (r ρ′/ρ)(v² - a²) = 0`, energy and mass together,
/// - `(1-v²)(r ρ′/ρ + 2 + 1/(r-2)) + r v′/v = 0`, mass alone.
///
/// The flow is started at the outer radius with density and speed of `flow`.
///
/// @param flow whose gas it is, and from which the values at the outer radius are taken
/// @param from the inner radius, above 2
/// @param to the outer radius
/// @param start whether the speed at the outer radius is given
public record Accretion(MichelFlow flow, double from, double to, Start start)
        implements SingularProblem {
    /// A guess of the speed, from which a free one starts: that of sound is of this size.
    private static final double GUESS = 0.1;

    /// What is given at the outer radius.
    public enum Start {
        /// Density and speed.
        DENSITY_AND_SPEED,
        /// The density; the speed is e^-N there as everywhere.
        DENSITY
    }

    public Accretion {
        if (!(from > 2 && to > from && to < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "radii from %s to %s; accepted are ascending ones above 2".formatted(from, to));
        }
    }

    /// From 20 to 140.5 with the gas of the paper's example.
    public static Accretion ofPaper() {
        return new Accretion(MichelFlow.ofPaper(), 20, 140.5, Start.DENSITY_AND_SPEED);
    }

    @Override
    public List<Double> singularPoints() {
        double sonic = flow.sonicRadius();
        return sonic >= from && sonic <= to ? List.of(sonic) : List.of();
    }

    @Override
    public List<String> unknowns() {
        return List.of("density", "speed");
    }

    /// With z = (to - r)/r and the values at the outer radius, `ρ = ρ₁ (1 + z e^-N₁)` and `v = v₁
    /// (1
    /// + z e^-N₂)`; or, where the speed is not given, `v = e^-N₂/10`.
    @Override
    public List<Jet> trial(Jet x, List<Jet> free) {
        Tensors tensors = x.value().maker();
        MichelFlow.State outer = flow.at(to);
        Tensor minusOne = tensors.scalar(-1);
        Jet z = x.pow(-1).times(tensors.scalar(to)).plus(minusOne);
        Jet density = grown(z, free.getFirst(), outer.density());
        Jet speed =
                switch (start) {
                    case DENSITY_AND_SPEED -> grown(z, free.getLast(), outer.speed());
                    case DENSITY ->
                            free.getLast().times(minusOne).exp().times(tensors.scalar(GUESS));
                };
        return List.of(density, speed);
    }

    /// outer (1 + z e^-N)
    private static Jet grown(Jet z, Jet free, double outer) {
        Tensors tensors = z.value().maker();
        Jet rise = z.times(free.times(tensors.scalar(-1)).exp());
        return rise.plus(tensors.scalar(1)).times(tensors.scalar(outer));
    }

    @Override
    public List<Tensor> residuals(Jet x, List<Jet> unknowns) {
        Tensor r = x.value();
        Tensor density = unknowns.getFirst().value();
        Tensor speed = unknowns.getLast().value();
        Tensor thicker = r.times(unknowns.getFirst().first(0)).over(density);
        Tensor faster = r.times(unknowns.getLast().first(0)).over(speed);
        Tensor vSquare = speed.square();
        Tensor pull = r.minus(2).pow(-1);
        Tensor below = vSquare.negate().plus(1);
        Tensor both =
                vSquare.times(2)
                        .minus(below.times(pull))
                        .plus(thicker.times(vSquare.minus(soundSquare(density))));
        Tensor mass = below.times(thicker.plus(pull).plus(2)).plus(faster);
        return List.of(both, mass);
    }

    /// The equations solved for the slopes, for a solver that marches: (ρ′, v′) of (ρ, v).
    public double[] slopes(double r, double[] state) {
        double vSquare = state[1] * state[1];
        double pull = 1 / (r - 2);
        double thicker =
                ((1 - vSquare) * pull - 2 * vSquare) / (vSquare - flow.soundSquare(state[0]));
        double faster = -(1 - vSquare) * (thicker + pull + 2);
        return new double[] {state[0] * thicker / r, state[1] * faster / r};
    }

    private Tensor soundSquare(Tensor density) {
        double exponent = flow.exponent();
        Tensor pressure = density.pow(exponent - 1).times(exponent * flow.scale());
        return pressure.times(exponent - 1).over(pressure.plus(exponent - 1));
    }
}
