package org.broadsheet.methods.hopfield;

/// This is the modern continuous Hopfield network of arXiv:2008.02217: states are vectors of real
/// numbers, the energy is
///
/// `E(xi) = -lse(beta, X^T xi) + xi.xi / 2 + ln(N) / beta + M^2 / 2`
///
/// with `lse(beta, z) = ln(sum exp(beta z_i)) / beta` and `M` the largest pattern norm (equation
/// 2), and one update is `xi <- X softmax(beta X^T xi)` (equation 3), which is attention with the
/// patterns as keys and values. The update is a step of the concave-convex procedure, so the energy
/// never rises (theorem 1). `beta` is the inverse temperature, any finite number over 0: a large
/// one retrieves single patterns, a small one averages.
public final class ModernHopfield implements AssociativeMemory {
    private final Patterns patterns;
    private final double beta;
    private final double largestNorm;

    /// A network over `patterns` with inverse temperature `beta` > 0.
    public ModernHopfield(Patterns patterns, double beta) {
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException(
                    "beta is %s; the inverse temperature must be over 0 and finite"
                            .formatted(beta));
        }
        this.patterns = patterns;
        this.beta = beta;
        this.largestNorm = patterns.largestNorm();
    }

    @Override
    public Patterns patterns() {
        return patterns;
    }

    /// The inverse temperature.
    public double beta() {
        return beta;
    }

    /// Between 0 and `2 M^2` wherever `state` is no longer than `M`.
    @Override
    public double energy(double[] state) {
        double[] similarities = patterns.similarities(state);
        double own = 0;
        for (double element : state) {
            own += element * element;
        }
        return -Softmax.logSumExp(similarities, beta)
                + 0.5 * own
                + Math.log(patterns.count()) / beta
                + 0.5 * largestNorm * largestNorm;
    }

    /// The softmax of `beta X^T xi`, `N` shares that sum to 1: how much of each pattern the next
    /// state will hold.
    public double[] associations(double[] state) {
        return Softmax.of(patterns.similarities(state), beta);
    }

    @Override
    public double[] update(double[] state) {
        return patterns.weightedSum(associations(state));
    }

    /// The fixed point that the network reaches from stored pattern `index`, the paper's `x_i*`.
    public double[] fixedPointOf(int index) {
        return retrieve(patterns.pattern(index), Stopping.WHEN_STABLE).state();
    }

    /// The upper bound of theorem 5 on the distance of one update of `query` to pattern `index`:
    ///
    /// `2 (N - 1) M exp(-beta (Delta_i - 2 M max(|xi - x_i|, |x_i* - x_i|)))`
    ///
    /// It follows from `1 - p_i <= (N - 1) exp(-beta (Delta_i - 2 M |xi - x_i|))` for the softmax
    /// share of the pattern, and from `|x_j - x_i| <= 2 M`; so it holds for every query, and says
    /// something only where it is under `2 M`. Infinite where the exponential overflows.
    public double oneStepErrorBound(int index, double[] query) {
        double[] pattern = patterns.pattern(index);
        double distance =
                Math.max(
                        Distance.between(query, pattern),
                        Distance.between(fixedPointOf(index), pattern));
        return oneStepErrorBound(patterns.separation(index), distance);
    }

    /// The same bound for a pattern of this separation and that larger distance.
    public double oneStepErrorBound(double separation, double distance) {
        int others = patterns.count() - 1;
        if (others == 0) {
            return 0;
        }
        return 2
                * others
                * largestNorm
                * Math.exp(-beta * (separation - 2 * largestNorm * distance));
    }

    /// The separation from which a pattern is well separated: `2 / (beta N) + ln(2 (N - 1) N beta
    /// M^2) / beta`. From there on the ball of radius `1 / (beta N M)` around the pattern is mapped
    /// into itself, by the bound above, and so holds a fixed point. Minus infinity for a single
    /// pattern.
    public double wellSeparatedFrom() {
        double count = patterns.count();
        return 2 / (beta * count)
                + Math.log(2 * (count - 1) * count * beta * largestNorm * largestNorm) / beta;
    }
}
