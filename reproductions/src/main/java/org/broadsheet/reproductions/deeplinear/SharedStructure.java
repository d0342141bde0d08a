package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
import org.broadsheet.methods.deeplinear.Descent;
import org.broadsheet.methods.deeplinear.Descent.Outcome;
import org.broadsheet.methods.deeplinear.LinearTask;
import org.broadsheet.methods.deeplinear.Matrices;
import org.broadsheet.methods.deeplinear.Pretraining;
import org.broadsheet.methods.deeplinear.Start;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This pretrains a network without labels on inputs with a few directions of large variance, and
/// then teaches it tasks that depend on those directions, on others, and on mixtures of both.
final class SharedStructure implements DeepLinearLearning.Part {
    static final String SHARED = "pretraining-speed-up-shared";
    static final String UNSHARED = "pretraining-speed-up-unshared";

    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final int INPUTS = 16;
    private static final int DIRECTIONS = 4;

    /// Standard deviation of the inputs outside of the directions that have 1.
    private static final double SMALL_DEVIATION = 0.6;

    private static final double RATE = 0.05;
    private static final double SHARE = 0.05;
    private static final int MOST_STEPS = 20_000;
    private static final int ANGLES = 9;

    private final List<double[]> speedUps = new ArrayList<>();

    /// Inputs, and bases of their directions of large and of small variance.
    private record World(Tensor inputs, Tensor large, Tensor small) {
        static World random(RandomGenerator random) {
            Tensor basis = Matrices.orthogonal(TENSORS, INPUTS, INPUTS, random);
            double[] deviations =
                    IntStream.range(0, INPUTS)
                            .mapToDouble(i -> i < DIRECTIONS ? 1 : SMALL_DEVIATION)
                            .toArray();
            return new World(
                    basis.matmul(Matrices.diagonal(TENSORS, INPUTS, INPUTS, deviations)),
                    basis.slice(1, 0, DIRECTIONS),
                    basis.slice(1, DIRECTIONS, 2 * DIRECTIONS));
        }

        /// The task whose modes lie at an angle to the directions of large variance.
        LinearTask task(double angle, Tensor left) {
            Tensor right = large.times(Math.cos(angle)).plus(small.times(Math.sin(angle)));
            return new LinearTask(inputs, left.matmulTransposed(right).matmul(inputs));
        }
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress(
                    "pretraining, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            RandomGenerator random = setting.random("pretraining", seed);
            World world = World.random(random);
            Tensor left = Matrices.orthogonal(TENSORS, DIRECTIONS, DIRECTIONS, random);
            List<Tensor> fresh = fresh(setting, random);
            List<Tensor> pretrained = pretrained(world, fresh, setting, random);
            double[] row =
                    IntStream.range(0, ANGLES)
                            .parallel()
                            .mapToDouble(i -> {
                                LinearTask task = world.task(angle(i), left);
                                return (double) steps(fresh, task) / steps(pretrained, task);
                            })
                            .toArray();
            speedUps.add(row);
            bench.metric(SHARED, row[0]);
            bench.metric(UNSHARED, row[ANGLES - 1]);
            if (seed == 0) {
                showErrors(world, left, fresh, pretrained, bench);
            }
        }
        showSpeedUps(bench);
    }

    private static double angle(int i) {
        return Math.PI / 2 * i / (ANGLES - 1);
    }

    private static double deviation(Setting setting) {
        return Math.sqrt(2 * setting.real("start") / DIRECTIONS);
    }

    private static List<Tensor> fresh(Setting setting, RandomGenerator random) {
        int[] neurons = {INPUTS, DIRECTIONS, DIRECTIONS};
        return new Start.Small(deviation(setting)).weights(TENSORS, neurons, random);
    }

    /// The same, but for the first matrix, which has learned to give back the inputs.
    private static List<Tensor> pretrained(
            World world, List<Tensor> fresh, Setting setting, RandomGenerator random) {
        // An autoencoder with few neurons never explains all of its inputs: the steps end it.
        var pretraining =
                new Pretraining(
                        new Start.Small(deviation(setting)), new Descent(RATE), 1e-6, 2_000);
        int[] hidden = {DIRECTIONS};
        return List.of(
                pretraining.layers(world.inputs(), hidden, random).getFirst(), fresh.getLast());
    }

    private static int steps(List<Tensor> weights, LinearTask task) {
        Outcome outcome =
                new Descent(RATE).toShare(new DeepLinearNetwork(weights), task, SHARE, MOST_STEPS);
        return switch (outcome) {
            case Outcome.Learned(int steps) -> Math.max(1, steps);
            case Outcome.NotLearned(int steps) -> steps;
            case Outcome.Diverged(int step) ->
                    throw new IllegalStateException(
                            "the task after pretraining diverged at step %d with the rate %s"
                                    .formatted(step, RATE));
        };
    }

    private static void showErrors(
            World world, Tensor left, List<Tensor> fresh, List<Tensor> pretrained, Bench bench) {
        LinearTask shared = world.task(0, left);
        LinearTask unshared = world.task(Math.PI / 2, left);
        int steps = (int) (1.3 * steps(fresh, unshared));
        bench.show(
                new Chart(
                        "pretraining",
                        new Caption(
                                "Learning after pretraining, where the task shares the inputs’ structure and where not",
                                "Steps to %s %% of the error: %d after pretraining and %d without where the task shares the inputs’ structure, %d and %d where it does not."
                                        .formatted(
                                                Figures.rounded(100 * SHARE, 2),
                                                steps(pretrained, shared),
                                                steps(fresh, shared),
                                                steps(pretrained, unshared),
                                                steps(fresh, unshared))),
                        Axis.linear("steps"),
                        Axis.linear("error, over that of answering 0"),
                        List.of(
                                errors("shared, random", Role.BASELINE, fresh, shared, steps),
                                errors("not shared, random", Role.BASELINE, fresh, unshared, steps),
                                errors(
                                        "shared, pretrained",
                                        Role.MEASURED,
                                        pretrained,
                                        shared,
                                        steps),
                                errors(
                                        "not shared, pretrained",
                                        Role.MEASURED,
                                        pretrained,
                                        unshared,
                                        steps))));
    }

    private static Curve errors(
            String name, Role role, List<Tensor> weights, LinearTask task, int steps) {
        List<double[]> points = new ArrayList<>();
        new Descent(RATE)
                .run(
                        new DeepLinearNetwork(weights),
                        task,
                        steps,
                        (done, error) -> {
                            if (done % Math.max(1, steps / 300) == 0) {
                                points.add(new double[] {done, error / task.errorOfNothing()});
                            }
                        });
        return new Curve(
                name,
                role,
                Shape.LINE,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private void showSpeedUps(Bench bench) {
        double[] angles =
                IntStream.range(0, ANGLES).mapToDouble(i -> Math.toDegrees(angle(i))).toArray();
        Spread spread = Spread.of(speedUps);
        bench.show(
                new Chart(
                        "speed-up",
                        new Caption(
                                "What pretraining saves, by how much the task shares the inputs’ structure",
                                "Learning is %s times as fast where the task’s modes are the inputs’ principal directions, and %s times where they are at right angles to them."
                                        .formatted(
                                                Figures.rounded(spread.middle()[0], 3),
                                                Figures.rounded(spread.middle()[ANGLES - 1], 3))),
                        Axis.linear(
                                "angle between the task’s modes and the principal directions, degrees"),
                        Axis.linear("steps without pretraining, over steps with it"),
                        List.of(
                                spread.curve(
                                        "pretrained", Role.MEASURED, Shape.DOTTED_LINE, angles)),
                        List.of(new Mark(Mark.Direction.ACROSS, 1, "no gain"))));
    }
}
