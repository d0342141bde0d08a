package org.broadsheet.methods.dynamics;

/// What becomes of the distance between nearby orbits.
///
/// @param lyapunov the largest Lyapunov exponent over the time followed, per unit of time; near
///   ln(t)/t for a regular orbit
/// @param sali the smaller alignment index at the end, 0 to √2: it falls to 0 exponentially for a
///   chaotic orbit and stays of one size for a regular one
public record Stability(double lyapunov, double sali) {
    /// The index below which an orbit counts as chaotic (Skokos et al. 2004).
    public static final double CHAOTIC_BELOW = 1e-8;

    /// The index above which an orbit counts as regular (Skokos et al. 2004).
    public static final double REGULAR_ABOVE = 1e-4;

    /// What an orbit is.
    public enum Kind {
        REGULAR,
        CHAOTIC,
        /// Between the limits: weakly chaotic, or not followed long enough.
        UNDECIDED
    }

    public Kind kind() {
        if (sali < CHAOTIC_BELOW) {
            return Kind.CHAOTIC;
        }
        return sali > REGULAR_ABOVE ? Kind.REGULAR : Kind.UNDECIDED;
    }
}
