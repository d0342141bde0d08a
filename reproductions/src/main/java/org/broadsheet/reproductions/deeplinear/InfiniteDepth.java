package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.deeplinear.DeepLinearNetwork;
import org.broadsheet.methods.deeplinear.DeepMode;
import org.broadsheet.methods.deeplinear.LinearTask;
import org.broadsheet.methods.deeplinear.Matrices;
import org.broadsheet.methods.deeplinear.Start;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This lets networks of growing depth learn from decoupled starts, with learning rates that fall
/// as one over the depth, and compares their times with the formula and its limit.
final class InfiniteDepth implements DeepLinearLearning.Part {
    static final String OVER_FORMULA = "deep-time-over-formula";
    static final String OVER_LIMIT = "deep-time-over-limit";

    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final int MODES = 3;
    private static final int HIDDEN = 6;
    private static final double STRENGTH = 1;
    private static final double START = 0.1;
    private static final double SHARE = 0.9;

    /// The learning rate times the number of matrices.
    private static final double SCALED_RATE = 0.01;

    @Override
    public void run(Setting setting, Bench bench) {
        int[] depths = Depth.depths(setting);
        double[] measured = new double[depths.length];
        double[] formula = new double[depths.length];
        double limit = new DeepMode(STRENGTH, START, 1).scaledTimeAtInfiniteDepth(SHARE);
        double worst = 0;
        for (int i = 0; i < depths.length; i++) {
            bench.progress("decoupled, %d matrices".formatted(depths[i]), i, depths.length);
            formula[i] = depths[i] * new DeepMode(STRENGTH, START, depths[i]).timeTo(SHARE);
            measured[i] = time(depths[i], 1.2 * formula[i], setting);
            worst = Math.max(worst, Math.abs(measured[i] / formula[i] - 1));
        }
        bench.metric(OVER_FORMULA, worst);
        bench.metric(OVER_LIMIT, measured[depths.length - 1] / limit);
        show(depths, measured, formula, limit, bench);
    }

    /// The time until the mean mode is learned, times the number of matrices.
    private static double time(int depth, double granted, Setting setting) {
        var random = setting.random("infinite depth " + depth, 0);
        Tensor left = Matrices.orthogonal(TENSORS, HIDDEN, MODES, random);
        Tensor right = Matrices.orthogonal(TENSORS, HIDDEN, MODES, random);
        double[][] factors = new double[depth][MODES];
        for (double[] row : factors) {
            Arrays.fill(row, Math.pow(START, 1.0 / depth));
        }
        var network = new DeepLinearNetwork(Start.decoupled(left, right, factors, HIDDEN, random));
        LinearTask task = LinearTask.whitened(left.matmulTransposed(right).times(STRENGTH));
        double rate = SCALED_RATE / depth;
        Course course = Course.of(network, task, left, right, rate, granted / depth);
        List<Double> times = new ArrayList<>();
        for (int mode = 0; mode < MODES; mode++) {
            OptionalDouble time = course.timeTo(mode, SHARE * STRENGTH);
            times.add(time.orElse(granted / depth));
        }
        return depth * times.stream().mapToDouble(time -> time).average().orElseThrow();
    }

    private static void show(
            int[] depths, double[] measured, double[] formula, double limit, Bench bench) {
        double[] x = Arrays.stream(depths).asDoubleStream().toArray();
        int last = depths.length - 1;
        bench.show(
                new Chart(
                        "infinite-depth",
                        new Caption(
                                "From decoupled starts the delay by depth has a limit",
                                "Times the number of matrices, %d take %s and %d take %s; infinitely many would take %s."
                                        .formatted(
                                                depths[0],
                                                Figures.rounded(measured[0], 4),
                                                depths[last],
                                                Figures.rounded(measured[last], 4),
                                                Figures.rounded(limit, 4))),
                        Axis.log("matrices"),
                        Axis.linear("time × matrices, in units of τ"),
                        List.of(
                                new Curve("formula", Role.THEORY, Shape.LINE, x, formula),
                                new Curve("networks", Role.MEASURED, Shape.DOTS, x, measured)),
                        List.of(new Mark(Mark.Direction.ACROSS, limit, "infinite depth"))));
    }
}
