package org.broadsheet.methods.schroedinger;

/// This is the bright soliton `A sech(A(x - x₀ - vt)) exp(i(vx + (A² - v²)t/2))`, its envelope
/// wrapped around the grid: a solution where its tails, `exp(-A length/2)`, are as good as nothing
/// and `v length/2π` is whole or the tails hide the jump of the phase.
///
/// @param amplitude A, positive
/// @param velocity v, any finite number
/// @param position x₀ at time 0, any finite number
public record Soliton(double amplitude, double velocity, double position) implements ExactWave {
    public Soliton {
        if (!(amplitude > 0 && amplitude < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a soliton of amplitude " + amplitude + "; accepted are positive numbers");
        }
        if (!Double.isFinite(velocity) || !Double.isFinite(position)) {
            throw new IllegalArgumentException(
                    "a soliton at %s of velocity %s; accepted are finite numbers"
                            .formatted(position, velocity));
        }
    }

    @Override
    public Wave at(Grid grid, double time) {
        double centre = position + velocity * time;
        double spin = (amplitude * amplitude - velocity * velocity) / 2 * time;
        int points = grid.points();
        double[] re = new double[points];
        double[] im = new double[points];
        for (int j = 0; j < points; j++) {
            double fromCentre = grid.wrapped(grid.x(j) - centre);
            double envelope = amplitude / Math.cosh(amplitude * fromCentre);
            double phase = velocity * (centre + fromCentre) + spin;
            re[j] = envelope * Math.cos(phase);
            im[j] = envelope * Math.sin(phase);
        }
        return Wave.of(grid, re, im);
    }

    /// How far ahead of its undisturbed path a faster soliton is after it has overtaken or met the
    /// other, and how far back a slower one: `±ln R/A` with `R = ((v₁-v₂)² + (A₁+A₂)²)/((v₁-v₂)² +
    /// (A₁-A₂)²)` (V. E. Zakharov, A. B. Shabat, Sov. Phys. JETP 34, 1972).
    ///
    /// @throws IllegalArgumentException if both have the same velocity: they never part
    public double shiftBy(Soliton other) {
        double apart = velocity - other.velocity;
        if (apart == 0) {
            throw new IllegalArgumentException(
                    "two solitons of velocity " + velocity + "; accepted are two that differ");
        }
        double sum = amplitude + other.amplitude;
        double difference = amplitude - other.amplitude;
        double ratio = (apart * apart + sum * sum) / (apart * apart + difference * difference);
        return Math.signum(apart) * Math.log(ratio) / amplitude;
    }
}
