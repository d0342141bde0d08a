package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.List;
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
import org.broadsheet.methods.deeplinear.PropertyTree;
import org.broadsheet.methods.deeplinear.Start;
import org.broadsheet.methods.deeplinear.ThreeLayerMode;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This lets a network learn a world of kinds within kinds, and watches when it tells items apart
/// that part at a broad split, and when at a fine one.
final class Tree implements DeepLinearLearning.Part {
    static final String IN_ORDER = "splits-in-order";

    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final int DOTS = 60;

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        var tree = new PropertyTree(setting.count("levels"));
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("tree, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            double[][] differences = learn(tree, setting, seed);
            tell(differences, setting, bench);
            if (seed == 0) {
                show(tree, differences, setting, bench);
            }
        }
    }

    /// By depth of the split and step: how far apart the network's answers to items are that part
    /// there, over how far they ought to be.
    private static double[][] learn(PropertyTree tree, Setting setting, int seed) {
        Tensor correlation = tree.correlation(TENSORS);
        int hidden = Math.max(setting.count("hidden"), tree.items());
        int[] neurons = {tree.items(), hidden, tree.properties()};
        double deviation = Math.sqrt(2 * setting.real("start") / hidden);
        var network =
                new DeepLinearNetwork(
                        new Start.Small(deviation)
                                .weights(TENSORS, neurons, setting.random("tree", seed)));
        int steps = (int) Math.ceil(time(setting) / setting.real("step"));
        double[] goals = differences(tree, correlation);
        double[][] differences = new double[tree.levels()][steps + 1];
        new Descent(setting.real("step"))
                .run(
                        network,
                        LinearTask.whitened(correlation),
                        steps,
                        (done, _) -> {
                            double[] now = differences(tree, network.map().detach());
                            for (int depth = 0; depth < goals.length; depth++) {
                                differences[depth][done] = now[depth] / goals[depth];
                            }
                        });
        return differences;
    }

    /// The finest splits have the strength 1.
    private static double time(Setting setting) {
        return 1.5 * ThreeLayerMode.balanced(1, setting.real("start"), 1).timeTo(0.99);
    }

    /// The root mean square distance of the columns of items that part at each depth.
    private static double[] differences(PropertyTree tree, Tensor map) {
        Tensor products = map.transposedMatmul(map);
        double[] sums = new double[tree.levels()];
        int[] pairs = new int[tree.levels()];
        for (int one = 0; one < tree.items(); one++) {
            for (int other = one + 1; other < tree.items(); other++) {
                int depth = tree.splitOf(one, other);
                sums[depth] +=
                        products.get(one, one)
                                + products.get(other, other)
                                - 2 * products.get(one, other);
                pairs[depth]++;
            }
        }
        return IntStream.range(0, sums.length)
                .mapToDouble(depth -> Math.sqrt(Math.max(0, sums[depth] / pairs[depth])))
                .toArray();
    }

    private static void tell(double[][] differences, Setting setting, Bench bench) {
        List<Double> times = new ArrayList<>();
        for (double[] values : differences) {
            Course.timeTo(values, 0.5, setting.real("step")).ifPresent(times::add);
        }
        if (times.size() < differences.length || times.size() < 2) {
            bench.log(
                    "%d of %d splits of the tree were learned to a half; for their order two or more are needed, and all."
                            .formatted(times.size(), differences.length));
            return;
        }
        long ordered =
                IntStream.range(1, times.size())
                        .filter(i -> times.get(i - 1) < times.get(i))
                        .count();
        bench.metric(IN_ORDER, (double) ordered / (times.size() - 1));
    }

    /// What the formula gives for a difference: items that part at a depth differ by one mode of
    /// that split and one of each finer one on both sides.
    private static double formula(PropertyTree tree, int depth, double time, double start) {
        double now = 0;
        double goal = 0;
        for (int finer = depth; finer < tree.levels(); finer++) {
            double strength = tree.splitStrength(finer);
            // The contrast of two halves of 2^(levels - finer) items has the entries ±1/√that.
            double items = 1 << (tree.levels() - finer);
            double weight = finer == depth ? 4 / items : 2 / items;
            double learned = ThreeLayerMode.balanced(strength, start, 1).at(time);
            now += weight * learned * learned;
            goal += weight * strength * strength;
        }
        return Math.sqrt(now / goal);
    }

    private static void show(
            PropertyTree tree, double[][] differences, Setting setting, Bench bench) {
        double step = setting.real("step");
        int steps = differences[0].length - 1;
        List<Curve> curves = new ArrayList<>();
        StringBuilder halves = new StringBuilder();
        for (int depth = 0; depth < differences.length; depth++) {
            double[] x = new double[DOTS + 1];
            double[] y = new double[DOTS + 1];
            double[] exact = new double[DOTS + 1];
            for (int i = 0; i <= DOTS; i++) {
                int at = (int) ((long) steps * i / DOTS);
                x[i] = at * step;
                y[i] = differences[depth][at];
                exact[i] = formula(tree, depth, x[i], setting.real("start"));
            }
            curves.add(new Curve("formula", Role.THEORY, Shape.LINE, x, exact));
            curves.add(new Curve(name(depth), Role.MEASURED, Shape.DOTS, x, y));
            Course.timeTo(differences[depth], 0.5, step)
                    .ifPresent(time ->
                            halves.append(halves.isEmpty() ? "" : ", ")
                                    .append(Figures.rounded(time, 3)));
        }
        bench.show(
                new Chart(
                        "tree",
                        new Caption(
                                "When items of a tree of kinds are told apart, by the split at which they part",
                                "Half of the difference between items is there at the times %s, from the broadest split to the finest; the formula takes equal starts for all modes."
                                        .formatted(halves)),
                        Axis.linear("time, in units of τ"),
                        Axis.linear("difference of answers, over the goal"),
                        curves));
    }

    private static String name(int depth) {
        return depth == 0 ? "broadest split" : "split " + (depth + 1);
    }
}
