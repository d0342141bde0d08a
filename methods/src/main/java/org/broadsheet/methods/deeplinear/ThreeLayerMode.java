package org.broadsheet.methods.deeplinear;

/// This is the exact course of one mode in a linear network with one hidden layer, under gradient
/// flow on whitened inputs: τ da/dt = b (s - ab), τ db/dt = a (s - ab), where a is what the first
/// matrix and b what the second makes of the mode, and u = ab is how much of the target's singular
/// value s the network has learned (arXiv:1312.6120, the three-layer case).
///
/// The flow keeps λ = a² - b². Written for z = 1 / (a + b)² it is a Riccati equation with constant
/// coefficients, τ dz/dt = (1 - λ² z²) / 2 - 2 s z, whose solution holds for equal and unequal
/// starts alike; for λ = 0 it is the logistic curve u = s / (1 - (1 - s/u₀) e^(-2st/τ)).
///
/// @param strength the target's singular value s, above 0
/// @param first a at time 0
/// @param second b at time 0; a + b must not be 0: from there the flow ends in the saddle at the
///   origin and nothing is learned
/// @param timeConstant τ, above 0: with gradient descent the step of time over the learning rate
public record ThreeLayerMode(double strength, double first, double second, double timeConstant) {
    public ThreeLayerMode {
        Numbers.requirePositive("strength", strength);
        Numbers.requirePositive("time constant", timeConstant);
        if (!(Math.abs(first + second) > 0) || !Double.isFinite(first * second)) {
            throw new IllegalArgumentException(
                    "a start of a = %s and b = %s; accepted are finite numbers with a + b other than 0"
                            .formatted(first, second));
        }
    }

    /// The mode that starts with a = b, so that ab = u.
    ///
    /// @param start u at time 0, above 0
    public static ThreeLayerMode balanced(double strength, double start, double timeConstant) {
        double root = Math.sqrt(Numbers.requirePositive("start", start));
        return new ThreeLayerMode(strength, root, root, timeConstant);
    }

    /// λ = a² - b², which the flow keeps.
    public double imbalance() {
        return (first - second) * (first + second);
    }

    /// The learned strength u = ab at a time; towards s as time grows.
    ///
    /// @param time from 0, in the units of τ
    public double at(double time) {
        double z = inverse(time);
        return (1 - imbalance() * imbalance() * z * z) / (4 * z);
    }

    /// a at a time.
    public double firstAt(double time) {
        double sum = sum(time);
        return (sum + imbalance() / sum) / 2;
    }

    /// b at a time.
    public double secondAt(double time) {
        double sum = sum(time);
        return (sum - imbalance() / sum) / 2;
    }

    /// The time at which the learned strength is `strength * share`.
    ///
    /// @param share of the strength, above 0 and below 1; with u₀ of it or more at the start the
    ///   time is negative, that is before it
    public double timeTo(double share) {
        Numbers.requireBetween("share", share, 0, 1);
        double u = strength * share;
        double z = 1 / (2 * u + Math.hypot(2 * u, imbalance()));
        return timeConstant / rate() * Math.log(distance(start()) / distance(z));
    }

    private double rate() {
        return Math.hypot(2 * strength, imbalance());
    }

    private double start() {
        return 1 / ((first + second) * (first + second));
    }

    /// a + b, with the sign that it starts with.
    private double sum(double time) {
        return Math.copySign(1 / Math.sqrt(inverse(time)), first + second);
    }

    /// z at a time: (z - z₊) / (λ² z + 2s + k) falls as e^(-kt/τ), with k the rate and z₊ = 1 / (2s
    /// + k) where it ends.
    private double inverse(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("time " + time + "; accepted are numbers from 0");
        }
        double fallen = distance(start()) * Math.exp(-rate() * time / timeConstant);
        double sum = 2 * strength + rate();
        return (1 / sum + fallen * sum) / (1 - imbalance() * imbalance() * fallen);
    }

    private double distance(double z) {
        double sum = 2 * strength + rate();
        return (z - 1 / sum) / (imbalance() * imbalance() * z + sum);
    }
}
