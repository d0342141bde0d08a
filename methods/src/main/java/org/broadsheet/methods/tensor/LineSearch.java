package org.broadsheet.methods.tensor;

import java.util.function.Function;

/// This is the search along a direction for a step that fulfils the strong Wolfe conditions: the
/// loss falls by at least [#FALL] of what the slope promises, and the slope by a factor of at least
/// [#FLATTEN] (Nocedal and Wright 2006, algorithms 3.5 and 3.6).
final class LineSearch {
    private static final double FALL = 1e-4;
    private static final double FLATTEN = 0.9;

    /// Evaluations in all; PyTorch has 25.
    private static final int MOST = 25;

    private final Function<double[], Lbfgs.Point> loss;
    private final Lbfgs.Point start;
    private final double[] direction;
    private final Trial origin;
    private int evaluations;

    /// A step that was tried, and the slope along the direction there.
    private record Trial(double step, Lbfgs.Point point, double slope) {
        double loss() {
            return point.loss();
        }
    }

    LineSearch(Function<double[], Lbfgs.Point> loss, Lbfgs.Point start, double[] direction) {
        this.loss = loss;
        this.start = start;
        this.direction = direction;
        origin = new Trial(0, start, Lbfgs.dot(direction, start.gradient()));
    }

    /// The point found; the best so far when the evaluations run out, which may be the start.
    Lbfgs.Point from(double first) {
        Trial last = origin;
        double step = first;
        while (evaluations < MOST) {
            Trial trial = attempt(step);
            if (!fallsEnough(trial) || trial.loss() >= last.loss() && evaluations > 1) {
                return between(last, trial);
            }
            if (isFlat(trial)) {
                return trial.point;
            }
            if (trial.slope >= 0) {
                return between(trial, last);
            }
            last = trial;
            step *= 2;
        }
        return last.point;
    }

    /// Algorithm 3.6: `low` is the lower end of an interval in which a good step lies.
    private Lbfgs.Point between(Trial low, Trial high) {
        while (evaluations < MOST && Math.abs(high.step - low.step) > 0) {
            Trial trial = attempt(guess(low, high));
            if (!fallsEnough(trial) || trial.loss() >= low.loss()) {
                high = trial;
            } else if (isFlat(trial)) {
                return trial.point;
            } else {
                if (trial.slope * (high.step - low.step) >= 0) {
                    high = low;
                }
                low = trial;
            }
        }
        return low.point;
    }

    /// Where the cubic through both ends has its minimum (equation 3.59), kept a tenth away from
    /// either end so that the interval shrinks; the middle where there is no such cubic.
    private static double guess(Trial a, Trial b) {
        double width = b.step - a.step;
        double d1 = a.slope + b.slope - 3 * (a.loss() - b.loss()) / (a.step - b.step);
        double d2 = Math.signum(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        double share = 1 - (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
        return a.step + width * (Double.isFinite(share) ? Math.clamp(share, 0.1, 0.9) : 0.5);
    }

    private Trial attempt(double step) {
        evaluations++;
        double[] place = start.place().clone();
        Lbfgs.add(place, step, direction);
        Lbfgs.Point point = loss.apply(place);
        return new Trial(step, point, Lbfgs.dot(direction, point.gradient()));
    }

    private boolean fallsEnough(Trial trial) {
        return trial.loss() <= origin.loss() + FALL * trial.step * origin.slope;
    }

    private boolean isFlat(Trial trial) {
        return Math.abs(trial.slope) <= -FLATTEN * origin.slope;
    }
}
