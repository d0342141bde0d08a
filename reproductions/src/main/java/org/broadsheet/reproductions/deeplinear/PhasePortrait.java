package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.deeplinear.DeepLinearNetwork;
import org.broadsheet.methods.deeplinear.Descent;
import org.broadsheet.methods.deeplinear.LinearTask;
import org.broadsheet.methods.deeplinear.ThreeLayerMode;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This follows networks of one mode through the plane of their two factors: past the saddle at the
/// origin, along hyperbolas, to the hyperbola of all solutions.
final class PhasePortrait implements DeepLinearLearning.Part {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final double STRENGTH = 1;
    private static final double TIME = 6;
    private static final int DOTS = 16;
    private static final int FINE = 150;

    private static final double[][] STARTS = {
        {-1.2, 1.4}, {-0.8, 1.6}, {-0.4, 0.5}, {-0.05, 0.1}, {0.1, 1.8}, {0.3, -0.2},
        {1.5, -1.2}, {1.9, -0.9}, {1.7, 0.05}, {1.6, 1.8}, {-0.5, -1.7}, {-1.8, -1.5},
        {1.2, -1.5}, {-1.6, 1.1}, {0.4, -0.9}, {-1.3, 0.2}
    };

    @Override
    public void run(Setting setting, Bench bench) {
        bench.progress("phase portrait", 0, STARTS.length);
        double step = Math.min(setting.real("step"), 0.01);
        List<double[]> measured = new ArrayList<>();
        List<double[]> exact = new ArrayList<>();
        double largest = 0;
        for (double[] start : STARTS) {
            var formula = new ThreeLayerMode(STRENGTH, start[0], start[1], 1);
            for (int i = 0; i <= FINE; i++) {
                double time = TIME * i / FINE;
                exact.add(new double[] {formula.firstAt(time), formula.secondAt(time)});
            }
            for (double[] point : follow(start, step)) {
                double time = point[2];
                double distance =
                        Math.hypot(
                                point[0] - formula.firstAt(time),
                                point[1] - formula.secondAt(time));
                largest = Math.max(largest, distance);
                measured.add(point);
            }
        }
        show(measured, exact, largest, bench);
    }

    /// Points (a, b, time), at even times.
    private static List<double[]> follow(double[] start, double step) {
        Tensor first = TENSORS.full(start[0], 1, 1);
        Tensor second = TENSORS.full(start[1], 1, 1);
        var network = new DeepLinearNetwork(List.of(first, second));
        LinearTask task = LinearTask.whitened(TENSORS.full(STRENGTH, 1, 1));
        int steps = (int) Math.round(TIME / step);
        List<double[]> points = new ArrayList<>();
        new Descent(step)
                .run(
                        network,
                        task,
                        steps,
                        (done, _) -> {
                            if (done % Math.max(1, steps / DOTS) == 0) {
                                List<Tensor> factors = network.parameters();
                                points.add(
                                        new double[] {
                                            factors.getFirst().item(),
                                            factors.getLast().item(),
                                            done * step
                                        });
                            }
                        });
        return points;
    }

    private static void show(
            List<double[]> measured, List<double[]> exact, double largest, Bench bench) {
        bench.show(
                new Chart(
                        "phase-portrait",
                        new Caption(
                                "%d networks of one mode on their way through the plane of its two factors"
                                        .formatted(STARTS.length),
                                "From both sides of the saddle at the origin they come to the solutions a b = 1, never further than %s from the formula."
                                        .formatted(Figures.rounded(largest, 2))),
                        Axis.linear("a, the first matrix’s share of the mode"),
                        Axis.linear("b, the second’s"),
                        List.of(
                                points("formula", Role.THEORY, exact),
                                solutions("a b = 1", 1),
                                solutions("and its twin", -1),
                                points("networks", Role.MEASURED, measured))));
    }

    private static Curve points(String name, Role role, List<double[]> points) {
        return new Curve(
                name,
                role,
                Shape.DOTS,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static Curve solutions(String name, int side) {
        double[] a =
                IntStream.rangeClosed(0, 80)
                        .mapToDouble(i -> side * 0.5 * Math.pow(4, i / 80.0))
                        .toArray();
        double[] b = DoubleStream.of(a).map(value -> STRENGTH / value).toArray();
        return new Curve(name, Role.BASELINE, Shape.LINE, a, b);
    }
}
