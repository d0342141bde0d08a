package org.broadsheet.reproductions.pinn;

import java.util.Arrays;
import java.util.Optional;
import org.broadsheet.methods.pinn.Candidate;
import org.broadsheet.methods.pinn.MichelFlow;

/// What there is to measure of gas that falls as a candidate says, beside the exact flow.
///
/// @param radii where it is measured, from the inner end to the outer
record FlowMeasures(MichelFlow exact, double[] radii) {
    double[] exactSpeeds() {
        return Curves.each(radii, radius -> exact.at(radius).speed());
    }

    double[] speedErrors(Candidate candidate) {
        return Curves.relative(candidate.at(radii)[1], exactSpeeds());
    }

    double speedError(Candidate candidate) {
        return Curves.most(speedErrors(candidate));
    }

    double densityError(Candidate candidate) {
        double[] densities = Curves.each(radii, radius -> exact.at(radius).density());
        return Curves.most(Curves.relative(candidate.at(radii)[0], densities));
    }

    /// The largest error of the speed within 2 % of the interval around the sonic radius, over the
    /// largest elsewhere; none where that lies outside the interval.
    Optional<Double> excess(Candidate candidate) {
        double[] errors = speedErrors(candidate);
        double near = 0;
        double far = Curves.ROUNDING;
        for (int i = 0; i < errors.length; i++) {
            if (Math.abs(radii[i] - exact.sonicRadius())
                    <= 0.02 * (radii[radii.length - 1] - radii[0])) {
                near = Math.max(near, errors[i]);
            } else {
                far = Math.max(far, errors[i]);
            }
        }
        return near == 0 ? Optional.empty() : Optional.of(near / far);
    }

    /// Where the candidate's gas first passes from slower to faster than sound, from outside in.
    Optional<Double> sonicRadius(Candidate candidate) {
        double[] mach = mach(candidate);
        for (int i = mach.length - 1; i > 0; i--) {
            if (mach[i] < 1 && mach[i - 1] >= 1) {
                double share = (1 - mach[i]) / (mach[i - 1] - mach[i]);
                return Optional.of(radii[i] + share * (radii[i - 1] - radii[i]));
            }
        }
        return Optional.empty();
    }

    private double[] mach(Candidate candidate) {
        double[][] values = candidate.at(radii);
        double[] mach = new double[radii.length];
        Arrays.setAll(mach, i -> values[1][i] / Math.sqrt(exact.soundSquare(values[0][i])));
        return mach;
    }

    /// How far a constant of the flow strays from its value, relative to it.
    double drift(Candidate candidate, boolean ofFlux) {
        double[][] values = candidate.at(radii);
        double most = 0;
        for (int i = 0; i < radii.length; i++) {
            double share =
                    ofFlux
                            ? MichelFlow.flux(radii[i], values[0][i], values[1][i]) / exact.flux()
                            : exact.energy(radii[i], values[0][i], values[1][i]) / exact.energy();
            most = Math.max(most, Math.abs(share - 1));
        }
        return most;
    }
}
