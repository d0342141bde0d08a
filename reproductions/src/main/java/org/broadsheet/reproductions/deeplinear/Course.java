package org.broadsheet.reproductions.deeplinear;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.broadsheet.methods.deeplinear.DeepLinearNetwork;
import org.broadsheet.methods.deeplinear.Descent;
import org.broadsheet.methods.deeplinear.LinearTask;
import org.broadsheet.methods.tensor.Tensor;

/// What a network has learned of each mode of its task after each step of gradient descent.
///
/// @param rate the learning rate, which is the time of a step
/// @param learned u_k: by mode, then by step
/// @param errors ½ ‖Σ³¹ - W‖² by step
record Course(double rate, double[][] learned, double[] errors) {
    /// Descends for a time.
    ///
    /// @param left U, shape (out, modes)
    /// @param right V, shape (in, modes)
    static Course of(
            DeepLinearNetwork network,
            LinearTask task,
            Tensor left,
            Tensor right,
            double rate,
            double time) {
        int steps = (int) Math.ceil(time / rate);
        double[][] learned = new double[left.shape()[1]][steps + 1];
        double[] errors = new double[steps + 1];
        new Descent(rate)
                .run(
                        network,
                        task,
                        steps,
                        (done, error) -> {
                            Tensor inModes =
                                    left.transposedMatmul(network.map().detach()).matmul(right);
                            for (int mode = 0; mode < learned.length; mode++) {
                                learned[mode][done] = inModes.get(mode, mode);
                            }
                            errors[done] = error;
                        });
        return new Course(rate, learned, errors);
    }

    int steps() {
        return errors.length - 1;
    }

    /// When a mode first reaches a level, between two steps by the straight line; nothing if it
    /// does not.
    OptionalDouble timeTo(int mode, double level) {
        return timeTo(learned[mode], level, rate);
    }

    static OptionalDouble timeTo(double[] values, double level, double rate) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] >= level && values[i - 1] < level) {
                double share = (level - values[i - 1]) / (values[i] - values[i - 1]);
                return OptionalDouble.of((i - 1 + share) * rate);
            }
        }
        return OptionalDouble.empty();
    }

    /// What a mode has of its strength at a time, at the nearest step.
    double at(int mode, double time) {
        return learned[mode][(int) Math.min(steps(), Math.round(time / rate))];
    }

    /// So many steps, evenly over the course until shortly after the error has fallen to a share of
    /// its start.
    int[] some(int count, double share) {
        int fallen = 0;
        while (fallen < steps() && errors[fallen] > share * errors[0]) {
            fallen++;
        }
        int last = Math.min(steps(), fallen + fallen / 8);
        return IntStream.range(0, count)
                .map(i -> (int) Math.round((double) i * last / (count - 1)))
                .distinct()
                .toArray();
    }

    double[] times(int[] steps) {
        return Arrays.stream(steps).mapToDouble(step -> step * rate).toArray();
    }

    static double[] pick(double[] values, int[] steps) {
        return Arrays.stream(steps).mapToDouble(step -> values[step]).toArray();
    }
}
