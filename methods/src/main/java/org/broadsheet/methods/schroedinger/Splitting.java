package org.broadsheet.methods.schroedinger;

/// How the linear and the nonlinear part of a step follow each other. All read the same from either
/// end, so that a step backwards undoes a step forwards.
public enum Splitting {
    /// G. Strang, SIAM J. Numer. Anal. 5 (1968): order 2.
    STRANG(2, ofStrang(1)),
    /// H. Yoshida, Phys. Lett. A 150 (1990): three steps of Strang, order 4.
    YOSHIDA(4, ofStrang(1 / (2 - Math.cbrt(2)), 1 - 2 / (2 - Math.cbrt(2)))),
    /// S. Blanes, P. C. Moan, J. Comput. Appl. Math. 142 (2002), S6: order 4, small error.
    BLANES_MOAN_4(
            4,
            ofHalves(
                    new double[] {0.0792036964311957, 0.353172906049774, -0.0420650803577195},
                    new double[] {0.209515106613362, -0.143851773179818})),
    /// S. Blanes, P. C. Moan, the same, S10: order 6, small error.
    BLANES_MOAN_6(
            6,
            ofHalves(
                    new double[] {
                        0.0502627644003922,
                        0.413514300428344,
                        0.0450798897943977,
                        -0.188054853819569,
                        0.541960678450780
                    },
                    new double[] {
                        0.148816447901042, -0.132385865767784, 0.067307604692185, 0.432666402578175
                    })),
    /// W. Kahan, R.-C. Li, Math. Comp. 66 (1997): seventeen steps of Strang, order 8.
    KAHAN_LI(
            8,
            ofStrang(
                    0.13020248308889008087881763,
                    0.56116298177510838456196441,
                    -0.38947496264484728640807860,
                    0.15884190655515560089621075,
                    -0.39590389413323757733623154,
                    0.18453964097831570709183254,
                    0.25837438768632204729397911,
                    0.29501172360931029887096624,
                    -0.60550853383003451169892108));

    private final int order;
    private final Parts parts;

    Splitting(int order, Parts parts) {
        this.order = order;
        this.parts = parts;
    }

    /// The error of a fixed time falls with this power of the step.
    public int order() {
        return order;
    }

    /// The shares of the step of the linear parts, one more than of the nonlinear ones, and first.
    double[] linear() {
        return parts.linear;
    }

    double[] nonlinear() {
        return parts.nonlinear;
    }

    private record Parts(double[] linear, double[] nonlinear) {}

    /// Steps of Strang of these sizes, the last of which is the middle one and the others come
    /// again in reverse.
    private static Parts ofStrang(double... sizes) {
        int count = 2 * sizes.length - 1;
        double[] nonlinear = new double[count];
        for (int i = 0; i < count; i++) {
            nonlinear[i] = sizes[Math.min(i, count - 1 - i)];
        }
        double[] linear = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            double before = i > 0 ? nonlinear[i - 1] : 0;
            double after = i < count ? nonlinear[i] : 0;
            linear[i] = (before + after) / 2;
        }
        return new Parts(linear, nonlinear);
    }

    /// The first coefficients of each part; the middle ones make the sums 1.
    private static Parts ofHalves(double[] linear, double[] nonlinear) {
        return new Parts(
                mirrored(linear, 2 * linear.length + 1),
                mirrored(nonlinear, 2 * nonlinear.length + 2));
    }

    private static double[] mirrored(double[] first, int count) {
        double[] all = new double[count];
        double rest = 1;
        for (int i = 0; i < first.length; i++) {
            all[i] = first[i];
            all[count - 1 - i] = first[i];
            rest -= 2 * first[i];
        }
        int middles = count - 2 * first.length;
        for (int i = first.length; i < count - first.length; i++) {
            all[i] = rest / middles;
        }
        return all;
    }
}
