package org.broadsheet.methods.pinn;

import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is Legendre's equation `(1 - x²) y″ - 2x y′ + l(l+1) y = 0` on [-1, 1], singular at both
/// ends, with `y(-1) = ±1`: + where l is nearest to an even number.
///
/// For a whole l the solution is the polynomial Pₗ. For any other the solution that is regular at
/// -1 has a logarithm at +1, and no function that is smooth on the whole interval solves it.
///
/// @param degree l, 0 to 30
public record Legendre(double degree) implements SingularProblem {
    private static final double MOST_DEGREE = 30;
    private static final int MOST_TERMS = 2_000_000;

    public Legendre {
        if (!(degree >= 0 && degree <= MOST_DEGREE)) {
            throw new IllegalArgumentException("a degree of " + degree + "; accepted are 0 to 30");
        }
    }

    @Override
    public double from() {
        return -1;
    }

    @Override
    public double to() {
        return 1;
    }

    @Override
    public List<Double> singularPoints() {
        return List.of(-1.0, 1.0);
    }

    @Override
    public List<String> unknowns() {
        return List.of("y");
    }

    /// True if a solution exists that is smooth at both ends.
    public boolean isSmooth() {
        return degree == Math.rint(degree);
    }

    private double start() {
        return Math.rint(degree) % 2 == 0 ? 1 : -1;
    }

    /// `y = y(-1) + (1 - e^-(x+1)) N(x)`, as in the paper's example.
    @Override
    public List<Jet> trial(Jet x, List<Jet> free) {
        Tensors tensors = x.value().maker();
        Tensor minusOne = tensors.scalar(-1);
        Jet rise = x.times(minusOne).plus(minusOne).exp().times(minusOne).plus(tensors.scalar(1));
        return List.of(rise.times(free.getFirst()).plus(tensors.scalar(start())));
    }

    @Override
    public List<Tensor> residuals(Jet x, List<Jet> unknowns) {
        Jet y = unknowns.getFirst();
        Tensor at = x.value();
        Tensor bend = at.square().negate().plus(1).times(y.second(0));
        Tensor slope = at.times(2).times(y.first(0));
        return List.of(bend.minus(slope).plus(y.value().times(degree * (degree + 1))));
    }

    /// The equation solved for y″, for a solver that marches: (y′, y″) of (y, y′).
    public double[] slopes(double x, double[] state) {
        double bend = (2 * x * state[1] - degree * (degree + 1) * state[0]) / (1 - x * x);
        return new double[] {state[1], bend};
    }

    /// The solution that is regular at -1: Pₗ by its recurrence for a whole l, else the series
    /// `y(-1) ₂F₁(-l, l+1; 1; (1+x)/2)`, right to some 1e-10 of its largest term.
    ///
    /// @param x -1 to 1; below 1 where l is not whole
    /// @throws IllegalArgumentException for another x: at 1 the solution of a broken l is infinite
    public double exact(double x) {
        if (!(x >= -1 && x <= 1) || x == 1 && !isSmooth()) {
            throw new IllegalArgumentException(
                    "x = %s for l = %s; accepted are -1 to %s 1"
                            .formatted(x, degree, isSmooth() ? "" : "below"));
        }
        return isSmooth() ? polynomial(x) : series((1 + x) / 2);
    }

    /// (n+1) Pₙ₊₁ = (2n+1) x Pₙ - n Pₙ₋₁
    private double polynomial(double x) {
        double before = 1;
        double value = x;
        if (degree == 0) {
            return before;
        }
        for (int n = 1; n < degree; n++) {
            double next = ((2 * n + 1) * x * value - n * before) / (n + 1);
            before = value;
            value = next;
        }
        return value;
    }

    private double series(double z) {
        double term = start();
        double sum = term;
        for (int n = 0; n < MOST_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= (n - degree) * (n + degree + 1) / ((n + 1.0) * (n + 1.0)) * z;
            sum += term;
        }
        return sum;
    }
}
