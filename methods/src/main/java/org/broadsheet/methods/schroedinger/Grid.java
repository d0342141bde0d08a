package org.broadsheet.methods.schroedinger;

/// This is a periodic interval, `[-length/2, length/2)`, with equispaced points `x_j = -length/2 +
/// j length/points`.
///
/// @param length the period, positive and finite, in the equation's units
/// @param points how many, a power of two from 4 to 2^20
public record Grid(double length, int points) {
    private static final int MOST_POINTS = 1 << 20;

    public Grid {
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a grid of length " + length + "; accepted are positive numbers");
        }
        if (points < 4 || points > MOST_POINTS || Integer.bitCount(points) != 1) {
            throw new IllegalArgumentException(
                    "a grid of %d points; accepted are the powers of two from 4 to %d"
                            .formatted(points, MOST_POINTS));
        }
    }

    public double spacing() {
        return length / points;
    }

    /// The place of point j, from 0.
    public double x(int j) {
        return -length / 2 + j * length / points;
    }

    /// The number of the point nearest to a place.
    ///
    /// @throws IllegalArgumentException if the place is not on the interval
    public int nearest(double x) {
        if (!(x >= -length / 2 && x <= length / 2)) {
            throw new IllegalArgumentException(
                    "x = %s; accepted is %s to %s".formatted(x, -length / 2, length / 2));
        }
        return (int) Math.round((x + length / 2) / spacing()) % points;
    }

    /// The wave number of coefficient m of the transform: `2πm/length` for the lower half, the
    /// negative ones after them; the middle one is the most negative.
    public double wavenumber(int m) {
        return 2 * Math.PI * (m < points / 2 ? m : m - points) / length;
    }

    /// The largest wave number that the grid tells from others, `π points/length`.
    public double nyquist() {
        return Math.PI * points / length;
    }

    /// The place that differs from x by a multiple of the length and is on the interval.
    double wrapped(double x) {
        return x - length * Math.floor(x / length + 0.5);
    }
}
