package org.broadsheet.methods.pinn;

import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the equation of the preferred time's flow around a black hole that violates Lorentz
/// symmetry, in the paper's variables: with `P₂ = y² - 1 + x` and `P₁ = P₂ - c² y²`, `P₁ P₂ x² y″ +
/// c² y (-P₂ x² y′² + x² (y y′ + ½)² + 2 P₂²) = 0`, `y(0) = 1`. The variable x falls off as one
/// over the radius. At x = 0 and where P₁ = 0, the horizon of the waves of speed c, it is singular;
/// where that is only the solution tells.
///
/// Near 0 its solutions are `y² = 1 - x + k x⁴ + ...` with any k; smoothness at the horizon chooses
/// k. As c grows it tends to 27/256 (see [#limit]).
///
/// @param speed c, 0.05 to 100
/// @param to the end of the interval, 0.1 to 3
public record LorentzBlackHole(double speed, double to) implements SingularProblem {
    /// k in the limit of an infinite c.
    static final double LIMIT = 27.0 / 256;

    public LorentzBlackHole {
        if (!(speed >= 0.05 && speed <= 100)) {
            throw new IllegalArgumentException("a speed of " + speed + "; accepted: 0.05 to 100");
        }
        if (!(to >= 0.1 && to <= 3)) {
            throw new IllegalArgumentException("an end at " + to + "; accepted are 0.1 to 3");
        }
    }

    @Override
    public double from() {
        return 0;
    }

    @Override
    public List<Double> singularPoints() {
        return List.of(0.0);
    }

    @Override
    public List<String> unknowns() {
        return List.of("y");
    }

    /// `y = 1 + x N(x)`.
    @Override
    public List<Jet> trial(Jet x, List<Jet> free) {
        Tensors tensors = x.value().maker();
        return List.of(x.times(free.getFirst()).plus(tensors.scalar(1)));
    }

    @Override
    public List<Tensor> residuals(Jet x, List<Jet> unknowns) {
        Jet jet = unknowns.getFirst();
        Tensor at = x.value();
        Tensor y = jet.value();
        Tensor slope = jet.first(0);
        Tensor xSquare = at.square();
        double cSquare = speed * speed;
        Tensor p2 = y.square().plus(at).minus(1);
        Tensor p1 = p2.minus(y.square().times(cSquare));
        Tensor bend = p1.times(p2).times(xSquare).times(jet.second(0));
        Tensor rest =
                y.times(slope)
                        .plus(0.5)
                        .square()
                        .minus(p2.times(slope.square()))
                        .times(xSquare)
                        .plus(p2.square().times(2));
        return List.of(bend.plus(y.times(rest).times(cSquare)));
    }

    /// The same equation for the n of `y = limit(x) + x⁴ n(x)`, divided by all that vanishes at x =
    /// 0, for solvers that look at digits: with P₂ = x⁴ Z it is `x y″ + c² y (-2 Z′/Z - x Z″/(2Z) +
    /// x Z′²/(4Z²)) = 0`. (From `P₁ y″ - c² y y′² = P₂ y″ - c² y P₂″/2` and P₂′ = 2 y y′ + 1.) n =
    /// 0 is the solution for an infinite c.
    public SingularProblem expanded() {
        return new Expanded(this);
    }

    private record Expanded(LorentzBlackHole whole) implements SingularProblem {
        @Override
        public double from() {
            return whole.from();
        }

        @Override
        public double to() {
            return whole.to();
        }

        @Override
        public List<Double> singularPoints() {
            return whole.singularPoints();
        }

        @Override
        public List<String> unknowns() {
            return List.of("n");
        }

        @Override
        public List<Jet> trial(Jet x, List<Jet> free) {
            return free;
        }

        @Override
        public List<Tensor> residuals(Jet x, List<Jet> unknowns) {
            Tensors tensors = x.value().maker();
            Jet n = unknowns.getFirst();
            Jet power = x.square().square();
            Jet limit = limit(x);
            Jet y = limit.plus(power.times(n));
            Jet z =
                    limit.times(n)
                            .times(tensors.scalar(2))
                            .plus(power.times(n.square()))
                            .plus(tensors.scalar(LIMIT));
            Tensor slope = z.first(0).over(z.value());
            Tensor bend = z.second(0).over(z.value());
            Tensor rest =
                    x.value()
                            .times(slope.square().over(4).minus(bend.over(2)))
                            .minus(slope.times(2));
            double cSquare = whole.speed * whole.speed;
            return List.of(
                    x.value()
                            .times(y.second(0))
                            .plus(y.value().times(rest).times(cSquare))
                            .over(1 + cSquare));
        }

        /// (1 - ¾x) √(1 + x/2 + 3x²/16)
        private static Jet limit(Jet x) {
            Tensors tensors = x.value().maker();
            Tensor one = tensors.scalar(1);
            Jet root =
                    x.times(tensors.scalar(0.5))
                            .plus(x.square().times(tensors.scalar(0.1875)))
                            .plus(one)
                            .pow(0.5);
            return x.times(tensors.scalar(-0.75)).plus(one).times(root);
        }
    }

    /// The equation solved for y″, for a solver that marches: (y′, y″) of (y, y′).
    public double[] slopes(double x, double[] state) {
        double y = state[0];
        double slope = state[1];
        double p2 = y * y - 1 + x;
        double half = y * slope + 0.5;
        double rest = x * x * (half * half - p2 * slope * slope) + 2 * p2 * p2;
        double bend = -speed * speed * y * rest / (first(x, y) * p2 * x * x);
        return new double[] {slope, bend};
    }

    /// P₁, which vanishes at the singular point.
    public double first(double x, double y) {
        return (1 - speed * speed) * y * y - 1 + x;
    }

    /// The solution as c goes to infinity, `y² = 1 - x + 27/256 x⁴ = (1 - ¾x)² (1 + x/2 + 3x²/16)`,
    /// negative from x = 4/3 on. (Put it in: y²″ = 6·2·27/256 x² leaves no residual; any other
    /// factor of x⁴ has no double root, and so a corner where y = 0.)
    public static double limit(double x) {
        return (1 - 0.75 * x) * Math.sqrt(square(x));
    }

    /// Its derivative.
    static double limitSlope(double x) {
        double root = Math.sqrt(square(x));
        return -0.75 * root + (1 - 0.75 * x) * (0.5 + 0.375 * x) / (2 * root);
    }

    private static double square(double x) {
        return 1 + x / 2 + 3 * x * x / 16;
    }
}
