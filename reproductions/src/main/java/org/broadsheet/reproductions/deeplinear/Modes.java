package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
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
import org.broadsheet.methods.deeplinear.Start;
import org.broadsheet.methods.deeplinear.ThreeLayerMode;
import org.broadsheet.methods.fit.StraightLine;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This lets networks with one hidden layer learn a task of known modes, from decoupled and from
/// small random starts, and lays the closed formula over what they have learned of each mode. The
/// control is a network without a hidden layer.
final class Modes implements DeepLinearLearning.Part {
    static final String DISTANCE = "distance-from-formula";
    static final String UNEQUAL = "distance-from-formula-unequal";
    static final String ORDER = "order-of-the-distance";
    static final String RANDOM = "random-start-time-over-formula";
    static final String SLOPE = "time-strength-slope";
    static final String SLOPE_EXCESS = "time-strength-slope-over-formula";
    static final String RISE = "rise-over-wait";
    static final String SHALLOW_RISE = "rise-over-wait-shallow";
    static final String OVERLAP = "next-mode-at-half";

    private static final Tensors TENSORS = Tensors.doubles().threads(1);

    /// A random start may have little of a mode: the time granted over the formula's.
    private static final double PATIENCE = 1.6;

    /// Without a hidden layer a mode of any strength is at 90 % after ln 10 = 2.3 τ.
    private static final double SHALLOW_TIME = 3;

    /// The share of the error at which a chart of the whole course may end.
    private static final double SHOWN = 1e-4;

    private final List<double[]> halfTimes = new ArrayList<>();

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("modes, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            RandomGenerator random = setting.random("modes", seed);
            ModeTask modes = ModeTask.random(TENSORS, setting, random);
            decoupled(modes, setting, random, bench);
            small(modes, setting, random, bench, seed == 0);
        }
        showTimes(setting, bench);
    }

    private static double time(ModeTask modes, Setting setting) {
        return ThreeLayerMode.balanced(modes.weakest(), setting.real("start"), 1).timeTo(0.99);
    }

    private static void decoupled(
            ModeTask modes, Setting setting, RandomGenerator random, Bench bench) {
        double root = Math.sqrt(setting.real("start"));
        double step = setting.real("step");
        double coarse = distance(modes, root, root, step, setting, random);
        double fine = distance(modes, root, root, step / 2, setting, random);
        bench.metric(DISTANCE, coarse);
        bench.metric(ORDER, Math.log(coarse / fine) / Math.log(2));
        double ratio = Math.sqrt(setting.real("imbalance"));
        bench.metric(UNEQUAL, distance(modes, root * ratio, root / ratio, step, setting, random));
    }

    /// The largest distance of a mode from the formula at any step, over its strength.
    private static double distance(
            ModeTask modes,
            double first,
            double second,
            double step,
            Setting setting,
            RandomGenerator random) {
        int count = modes.strengths().length;
        double[][] factors = new double[2][count];
        Arrays.fill(factors[0], first);
        Arrays.fill(factors[1], second);
        var network =
                new DeepLinearNetwork(
                        Start.decoupled(
                                modes.left(),
                                modes.right(),
                                factors,
                                setting.count("hidden"),
                                random));
        Course course = course(network, modes, step, time(modes, setting));
        double largest = 0;
        for (int mode = 0; mode < count; mode++) {
            double strength = modes.strengths()[mode];
            var formula = new ThreeLayerMode(strength, first, second, 1);
            for (int i = 0; i <= course.steps(); i++) {
                double difference = course.learned()[mode][i] - formula.at(i * step);
                largest = Math.max(largest, Math.abs(difference) / strength);
            }
        }
        return largest;
    }

    private static Course course(
            DeepLinearNetwork network, ModeTask modes, double step, double time) {
        return Course.of(network, modes.task(), modes.left(), modes.right(), step, time);
    }

    private void small(
            ModeTask modes, Setting setting, RandomGenerator random, Bench bench, boolean isShown) {
        int hidden = setting.count("hidden");
        int[] neurons = {modes.right().shape()[0], hidden, modes.left().shape()[0]};
        // So that a mode starts, in the mean, with the strength of the parameter.
        double deviation = Math.sqrt(2 * setting.real("start") / hidden);
        List<Tensor> weights = new Start.Small(deviation).weights(TENSORS, neurons, random);
        ThreeLayerMode[] formulas = modes.fromSmall(weights.getFirst(), weights.getLast());
        double step = setting.real("step");
        double time = PATIENCE * time(modes, setting);
        Course course = course(new DeepLinearNetwork(weights), modes, step, time);
        Course shallow = course(shallow(modes), modes, step, Math.max(time, SHALLOW_TIME));
        tell(modes, course, shallow, formulas, bench);
        if (isShown) {
            showModes(modes, course, formulas, bench);
            showErrors(course, shallow, formulas, bench);
        }
    }

    private static DeepLinearNetwork shallow(ModeTask modes) {
        return new DeepLinearNetwork(
                List.of(TENSORS.zeros(modes.left().shape()[0], modes.right().shape()[0])));
    }

    private void tell(
            ModeTask modes, Course course, Course shallow, ThreeLayerMode[] formulas, Bench bench) {
        double[] strengths = modes.strengths();
        double[] times = new double[strengths.length];
        for (int mode = 0; mode < strengths.length; mode++) {
            if (course.learned()[mode][0] >= 0.1 * strengths[mode]) {
                bench.log(
                        "The mode of strength %s starts above a tenth of it, at %s, so it has no plateau; this repetition is left out. A smaller start helps."
                                .formatted(
                                        Figures.rounded(strengths[mode], 3),
                                        Figures.rounded(course.learned()[mode][0], 3)));
                return;
            }
            OptionalDouble half = course.timeTo(mode, strengths[mode] / 2);
            OptionalDouble late = course.timeTo(mode, 0.9 * strengths[mode]);
            if (half.isEmpty() || late.isEmpty()) {
                bench.log(
                        "The mode of strength %s was not learned in the time of %s; this repetition is left out. A larger start helps."
                                .formatted(
                                        Figures.rounded(strengths[mode], 3),
                                        Figures.rounded(course.steps() * course.rate(), 3)));
                return;
            }
            times[mode] = half.getAsDouble();
        }
        halfTimes.add(times);
        bench.metric(
                RANDOM, mean(times.length, i -> Math.abs(times[i] / formulas[i].timeTo(0.5) - 1)));
        bench.metric(RISE, mean(times.length, i -> rise(course, i, strengths[i])));
        bench.metric(SHALLOW_RISE, mean(times.length, i -> rise(shallow, i, strengths[i])));
        if (times.length > 1) {
            double slope = slope(strengths, times);
            double[] exact = Arrays.stream(formulas).mapToDouble(one -> one.timeTo(0.5)).toArray();
            bench.metric(SLOPE, slope);
            bench.metric(SLOPE_EXCESS, slope - slope(strengths, exact));
            bench.metric(
                    OVERLAP,
                    mean(times.length - 1, i -> course.at(i + 1, times[i]) / strengths[i + 1]));
        }
    }

    /// The time from a tenth to nine tenths, over the time until the tenth.
    private static double rise(Course course, int mode, double strength) {
        double wait = course.timeTo(mode, 0.1 * strength).orElseThrow();
        return (course.timeTo(mode, 0.9 * strength).orElseThrow() - wait) / wait;
    }

    private static double mean(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).sum() / count;
    }

    private static double slope(double[] strengths, double[] times) {
        return StraightLine.powerLaw(strengths, times).slope();
    }

    private static void showModes(
            ModeTask modes, Course course, ThreeLayerMode[] formulas, Bench bench) {
        List<Curve> curves = new ArrayList<>();
        int[] dots = course.some(60, SHOWN);
        int[] fine = course.some(400, SHOWN);
        double largest = 0;
        for (int mode = 0; mode < formulas.length; mode++) {
            double[] exact = new double[fine.length];
            for (int i = 0; i < fine.length; i++) {
                exact[i] = formulas[mode].at(fine[i] * course.rate());
                double difference = Math.abs(course.learned()[mode][fine[i]] - exact[i]);
                largest = Math.max(largest, difference / modes.strengths()[mode]);
            }
            curves.add(new Curve("formula", Role.THEORY, Shape.LINE, course.times(fine), exact));
            curves.add(
                    new Curve(
                            "s = " + Figures.rounded(modes.strengths()[mode], 3),
                            Role.MEASURED,
                            Shape.DOTS,
                            course.times(dots),
                            Course.pick(course.learned()[mode], dots)));
        }
        bench.show(
                new Chart(
                        "modes",
                        new Caption(
                                "What a network learns of each mode, from small random weights, and the formula",
                                "At none of the %d times drawn is a mode further from the formula than %s %% of its strength; the formula starts from the random weights of repetition 1."
                                        .formatted(fine.length, Figures.rounded(100 * largest, 2))),
                        Axis.linear("time, in units of τ"),
                        Axis.linear("learned strength u"),
                        curves));
    }

    private static void showErrors(
            Course course, Course shallow, ThreeLayerMode[] formulas, Bench bench) {
        int[] fine = course.some(400, SHOWN);
        int[] early = shallow.some(400, SHOWN);
        double[] exact = new double[fine.length];
        for (int i = 0; i < fine.length; i++) {
            double time = fine[i] * course.rate();
            for (ThreeLayerMode mode : formulas) {
                exact[i] += Math.pow(mode.strength() - mode.at(time), 2) / 2;
            }
        }
        bench.show(
                new Chart(
                        "error",
                        new Caption(
                                "The error on the way, with a hidden layer and without",
                                "The first tenth of the error is gone at the time %s with a hidden layer, at %s without."
                                        .formatted(firstTenth(course), firstTenth(shallow))),
                        Axis.linear("time, in units of τ"),
                        Axis.log("error ½ ‖Σ³¹ − W‖²"),
                        List.of(
                                errorCurve(
                                        "no hidden layer",
                                        Role.BASELINE,
                                        Shape.LINE,
                                        shallow.times(early),
                                        Course.pick(shallow.errors(), early)),
                                errorCurve(
                                        "formula",
                                        Role.THEORY,
                                        Shape.DASHES,
                                        course.times(fine),
                                        exact),
                                errorCurve(
                                        "one hidden layer",
                                        Role.MEASURED,
                                        Shape.LINE,
                                        course.times(fine),
                                        Course.pick(course.errors(), fine)))));
    }

    /// An error of exactly 0 has no place on a logarithmic axis.
    private static Curve errorCurve(
            String name, Role role, Shape shape, double[] times, double[] errors) {
        int[] drawn = IntStream.range(0, errors.length).filter(i -> errors[i] > 0).toArray();
        return new Curve(name, role, shape, Course.pick(times, drawn), Course.pick(errors, drawn));
    }

    private static String firstTenth(Course course) {
        double goal = 0.9 * course.errors()[0];
        int step = 0;
        while (step < course.steps() && course.errors()[step] > goal) {
            step++;
        }
        return Figures.rounded(step * course.rate(), 2);
    }

    private void showTimes(Setting setting, Bench bench) {
        if (halfTimes.isEmpty()) {
            return;
        }
        double[] strengths =
                ModeTask.random(TENSORS, setting, setting.random("strengths", 0)).strengths();
        double[] x = halfTimes.stream().flatMapToDouble(_ -> DoubleStream.of(strengths)).toArray();
        double[] y = halfTimes.stream().flatMapToDouble(DoubleStream::of).toArray();
        double weakest = strengths[strengths.length - 1];
        double[] grid =
                IntStream.rangeClosed(0, 60)
                        .mapToDouble(i -> weakest * Math.pow(strengths[0] / weakest, i / 60.0))
                        .toArray();
        double start = setting.real("start");
        double[] formula =
                Arrays.stream(grid)
                        .map(s -> ThreeLayerMode.balanced(s, start, 1).timeTo(0.5))
                        .toArray();
        String finding =
                strengths.length == 1
                        ? "One mode; two are needed to see how the time goes with the strength."
                        : "Over %d repetitions the time falls as the strength to the power %s."
                                .formatted(halfTimes.size(), Figures.rounded(slope(x, y), 3));
        bench.show(
                new Chart(
                        "learning-time",
                        new Caption("The time until half of a mode is learned", finding),
                        Axis.log("strength s"),
                        Axis.log("time, in units of τ"),
                        List.of(
                                new Curve("formula", Role.THEORY, Shape.LINE, grid, formula),
                                new Curve("random starts", Role.MEASURED, Shape.DOTS, x, y))));
    }
}
