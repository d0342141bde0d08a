package org.broadsheet.methods.dynamics;

/// One particle on its way through a potential by the leapfrog (kick, drift, kick): symplectic, of
/// second order, so the energy swings but does not drift. With it go up to two deviations, moved by
/// the derivative of the very same steps, whatever length they have.
final class Leapfrog {
    private final Potential potential;
    private final double step;

    /// x, y, px, py.
    private final double[] point;

    private final double[][] deviations;
    private final double[] slope = new double[2];
    private final double[] curvature = new double[3];

    Leapfrog(Potential potential, PhasePoint start, double step, double[]... deviations) {
        this.potential = potential;
        this.step = step;
        this.point = new double[] {start.x(), start.y(), start.px(), start.py()};
        this.deviations = deviations;
    }

    PhasePoint point() {
        return new PhasePoint(point[0], point[1], point[2], point[3]);
    }

    /// @throws ArithmeticException if the particle has left for infinity
    void advance(int steps) {
        for (int i = 0; i < steps; i++) {
            kick(step / 2);
            drift();
            kick(step / 2);
        }
        if (!Double.isFinite(point[0] + point[1] + point[2] + point[3])) {
            throw new ArithmeticException(
                    "an orbit with the step %s left for infinity; take a bound start or a smaller step"
                            .formatted(step));
        }
    }

    private void kick(double time) {
        if (deviations.length > 0) {
            kickDeviations(time);
        }
        potential.gradient(point[0], point[1], slope);
        point[2] -= time * slope[0];
        point[3] -= time * slope[1];
    }

    private void kickDeviations(double time) {
        potential.hessian(point[0], point[1], curvature);
        for (double[] d : deviations) {
            d[2] -= time * (curvature[0] * d[0] + curvature[1] * d[1]);
            d[3] -= time * (curvature[1] * d[0] + curvature[2] * d[1]);
        }
    }

    private void drift() {
        point[0] += step * point[2];
        point[1] += step * point[3];
        for (double[] d : deviations) {
            d[0] += step * d[2];
            d[1] += step * d[3];
        }
    }
}
