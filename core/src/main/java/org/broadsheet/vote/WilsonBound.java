package org.broadsheet.vote;

/// The lower end of Wilson's score interval for a share (E. B. Wilson, 1927), by which comments are
/// ordered: few votes count cautiously, many count for what they say.
public final class WilsonBound {
    /// The quantile of a one-sided confidence of 90 %.
    public static final double Z = 1.281551565545;

    private WilsonBound() {}

    /// @param up votes in favour, 0 to `all`; 0 gives the bound 0
    /// @param all all votes
    /// @return between 0 and 1
    public static double lower(long up, long all) {
        if (up < 0 || up > all) {
            throw new IllegalArgumentException(
                    "votes in favour must be 0 to all (%d), got %d".formatted(all, up));
        }
        if (up == 0) {
            return 0;
        }
        double n = all;
        double p = up / n;
        double z2 = Z * Z;
        double centre = p + z2 / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return Math.max(0, (centre - spread) / (1 + z2 / n));
    }
}
