package org.broadsheet.methods.deeplinear;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// This is the learning time of one mode in a linear network of any depth whose matrices all start
/// with the same share of it: the learned strength u, the product of D equal factors, obeys τ du/dt
/// = D u^(2 - 2/D) (s - u) (arXiv:1312.6120, the deep case).
///
/// @param strength the target's singular value s, above 0
/// @param start u at time 0, above 0
/// @param matrices D, from 1
public record DeepMode(double strength, double start, int matrices) {
    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(16);
    private static final int PARTS = 64;

    public DeepMode {
        Numbers.requirePositive("strength", strength);
        Numbers.requirePositive("start", start);
        Numbers.requireAtLeast("matrices", matrices, 1);
    }

    /// The time, in units of τ, until the learned strength is `strength * share`, by quadrature
    /// over ln u.
    ///
    /// @param share above u₀/s and below 1
    public double timeTo(double share) {
        double from = Math.log(start);
        double width = (Math.log(strength * requireShare(share)) - from) / PARTS;
        double power = 1 - 2.0 / matrices;
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double middle = from + (part + 0.5) * width;
            sum +=
                    GAUSS.integrate(x -> {
                        double logarithm = middle + x * width / 2;
                        double u = Math.exp(logarithm);
                        return Math.exp(-power * logarithm) / (strength - u);
                    });
        }
        return sum * width / 2 / matrices;
    }

    /// The limit of D times [#timeTo] for infinitely many matrices, ∫ du / (u² (s - u)). The
    /// largest stable learning rate falls as 1/D, so this is what the number of steps goes as: it
    /// is finite.
    ///
    /// @param share above u₀/s and below 1
    public double scaledTimeAtInfiniteDepth(double share) {
        double end = strength * requireShare(share);
        double logarithm = Math.log(end / (strength - end) * (strength - start) / start);
        return logarithm / (strength * strength) + (1 / start - 1 / end) / strength;
    }

    private double requireShare(double share) {
        return Numbers.requireBetween("share", share, start / strength, 1);
    }
}
