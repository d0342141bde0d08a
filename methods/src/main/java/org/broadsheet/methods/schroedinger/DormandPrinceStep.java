package org.broadsheet.methods.schroedinger;

import java.util.Arrays;

/// One step after the other of the method of Dormand and Prince: the state, its slopes, the
/// estimated error and the polynomial through the step last tried.
final class DormandPrinceStep {
    private static final int STAGES = DormandPrinceTableau.STAGES;
    private static final int ALL_STAGES = STAGES + 1 + DormandPrinceTableau.EXTRA_STAGES;
    private static final int POLYNOMIAL = 7;

    private final ComplexSystem system;
    private final double relative;
    private final double absolute;
    private final int unknowns;
    private final int numbers;
    private final double[][] slopes;
    private final double[] between;
    private final double[] errorOf5;
    private final double[] errorOf3;
    private final double[][] polynomial;
    private double[] state;
    private double[] next;
    private double time;
    private double size;
    private int evaluations;
    private boolean hasPolynomial;

    DormandPrinceStep(
            ComplexSystem system, double[] start, double time, double relative, double absolute) {
        this.system = system;
        this.relative = relative;
        this.absolute = absolute;
        this.time = time;
        unknowns = system.size();
        numbers = 2 * unknowns;
        state = start.clone();
        next = new double[numbers];
        slopes = new double[ALL_STAGES][numbers];
        between = new double[numbers];
        errorOf5 = new double[numbers];
        errorOf3 = new double[numbers];
        polynomial = new double[POLYNOMIAL][numbers];
        evaluate(0, state, slopes[0]);
    }

    double time() {
        return time;
    }

    double nextTime() {
        return time + size;
    }

    boolean reaches(double end) {
        return size >= end - time;
    }

    int evaluations() {
        return evaluations;
    }

    /// A size for the first step from the state's first two derivatives (Hairer, Nørsett, Wanner
    /// 1993, section II.4).
    double firstSize(double interval, double longest) {
        double ofState = norm(state, state, state);
        double ofSlope = norm(slopes[0], state, state);
        double guess = ofState < 1e-5 || ofSlope < 1e-5 ? 1e-6 : 0.01 * ofState / ofSlope;
        guess = Math.min(guess, interval);
        combine(between, state, guess, new double[] {1}, 1);
        evaluate(guess, between, slopes[1]);
        for (int i = 0; i < numbers; i++) {
            slopes[1][i] -= slopes[0][i];
        }
        double ofChange = norm(slopes[1], state, state) / guess;
        double most = Math.max(ofSlope, ofChange);
        double better =
                most <= 1e-15 ? Math.max(1e-6, guess * 1e-3) : Math.pow(0.01 / most, 1.0 / 8);
        return Math.min(Math.min(100 * guess, better), Math.min(interval, longest));
    }

    /// Tries a step and returns its error: below 1 it is within the tolerances.
    ///
    /// @throws DivergenceException if the error is not finite
    double attempt(double size) {
        this.size = size;
        hasPolynomial = false;
        for (int stage = 1; stage < STAGES; stage++) {
            combine(between, state, size, DormandPrinceTableau.A[stage], stage);
            evaluate(DormandPrinceTableau.C[stage] * size, between, slopes[stage]);
        }
        combine(next, state, size, DormandPrinceTableau.A[STAGES], STAGES);
        evaluate(size, next, slopes[STAGES]);
        double error = error();
        if (Double.isNaN(error)) {
            throw new DivergenceException(
                    "a step from t = %s of size %s has numbers that are not finite"
                            .formatted(time, size),
                    time);
        }
        return error;
    }

    private double error() {
        weigh(errorOf5, DormandPrinceTableau.E5, STAGES + 1);
        weigh(errorOf3, DormandPrinceTableau.E3, STAGES + 1);
        double square5 = squares(errorOf5, state, next);
        double square3 = squares(errorOf3, state, next);
        if (square5 == 0 && square3 == 0) {
            return 0;
        }
        return size * square5 / Math.sqrt((square5 + 0.01 * square3) * unknowns);
    }

    /// Makes the end of the step tried the state.
    void accept(double reached) {
        time = reached;
        double[] old = state;
        state = next;
        next = old;
        double[] first = slopes[0];
        slopes[0] = slopes[STAGES];
        slopes[STAGES] = first;
    }

    /// The state at a time within the step tried, by its polynomial of order 7.
    double[] interpolated(double at) {
        if (!hasPolynomial) {
            fit();
            hasPolynomial = true;
        }
        double share = (at - time) / size;
        double[] value = new double[numbers];
        for (int term = POLYNOMIAL - 1; term >= 0; term--) {
            double factor = (POLYNOMIAL - 1 - term) % 2 == 0 ? share : 1 - share;
            for (int i = 0; i < numbers; i++) {
                value[i] = (value[i] + polynomial[term][i]) * factor;
            }
        }
        for (int i = 0; i < numbers; i++) {
            value[i] += state[i];
        }
        return value;
    }

    private void fit() {
        for (int stage = STAGES + 1; stage < ALL_STAGES; stage++) {
            combine(between, state, size, DormandPrinceTableau.A[stage], stage);
            evaluate(DormandPrinceTableau.C[stage] * size, between, slopes[stage]);
        }
        for (int i = 0; i < numbers; i++) {
            double change = next[i] - state[i];
            polynomial[0][i] = change;
            polynomial[1][i] = size * slopes[0][i] - change;
            polynomial[2][i] = 2 * change - size * (slopes[STAGES][i] + slopes[0][i]);
        }
        for (int term = 0; term < DormandPrinceTableau.D.length; term++) {
            double[] sum = polynomial[3 + term];
            weigh(sum, DormandPrinceTableau.D[term], ALL_STAGES);
            for (int i = 0; i < numbers; i++) {
                sum[i] *= size;
            }
        }
    }

    private void evaluate(double after, double[] at, double[] slope) {
        system.slope(time + after, at, slope);
        evaluations++;
    }

    /// `to = base + size Σ weights_s slopes_s` over the first so many stages.
    private void combine(double[] to, double[] base, double size, double[] weights, int stages) {
        weigh(to, weights, stages);
        for (int i = 0; i < to.length; i++) {
            to[i] = base[i] + size * to[i];
        }
    }

    /// `to = Σ weights_s slopes_s`. Four slopes a pass: memory is what this waits for.
    private void weigh(double[] to, double[] weights, int stages) {
        Arrays.fill(to, 0);
        int[] used = new int[stages];
        int count = 0;
        for (int stage = 0; stage < stages; stage++) {
            if (weights[stage] != 0) {
                used[count++] = stage;
            }
        }
        int done = 0;
        for (; done + 4 <= count; done += 4) {
            add4(
                    to,
                    weights[used[done]],
                    slopes[used[done]],
                    weights[used[done + 1]],
                    slopes[used[done + 1]],
                    weights[used[done + 2]],
                    slopes[used[done + 2]],
                    weights[used[done + 3]],
                    slopes[used[done + 3]]);
        }
        for (; done < count; done++) {
            add(to, weights[used[done]], slopes[used[done]]);
        }
    }

    private static void add4(
            double[] to,
            double wa,
            double[] a,
            double wb,
            double[] b,
            double wc,
            double[] c,
            double wd,
            double[] d) {
        for (int i = 0; i < to.length; i++) {
            to[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void add(double[] to, double weight, double[] slope) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * slope[i];
        }
    }

    private double norm(double[] values, double[] a, double[] b) {
        return Math.sqrt(squares(values, a, b) / unknowns);
    }

    /// The sum over the unknowns of `|value|² / (absolute + relative max(|a|, |b|))²`.
    private double squares(double[] values, double[] a, double[] b) {
        int half = unknowns;
        double sum = 0;
        for (int i = 0; i < half; i++) {
            double ofA = a[i] * a[i] + a[half + i] * a[half + i];
            double ofB = b[i] * b[i] + b[half + i] * b[half + i];
            double scale = absolute + relative * Math.sqrt(Math.max(ofA, ofB));
            double square = values[i] * values[i] + values[half + i] * values[half + i];
            sum += square / (scale * scale);
        }
        return sum;
    }
}
