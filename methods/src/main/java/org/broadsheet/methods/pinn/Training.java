package org.broadsheet.methods.pinn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Adam;
import org.broadsheet.methods.tensor.Lbfgs;
import org.broadsheet.methods.tensor.Tensor;

/// This is the training of a candidate: Adam on the weighted mean squares of the residuals at
/// points that are drawn anew all the time, its rate falling along a cosine and starting again;
/// then, if asked for, L-BFGS at points that stay.
public final class Training {
    /// The paper's example keeps both moments of Adam equally long.
    private static final Adam.Memory MEMORY = new Adam.Memory(0.9, 0.9);

    /// The losses of so many last steps, at most, are the loss at the end.
    private static final int WINDOW = 100;

    /// The losses at so many draws of points are the loss at the start.
    private static final int DRAWS = 9;

    private final Plan plan;

    /// How long, how fast, at how many points.
    ///
    /// @param steps of Adam, 1 or more
    /// @param points of the interval, drawn uniformly, 2 or more
    /// @param redraw steps between two draws, 1 or more
    /// @param rate the learning rate at the start of each cosine, positive
    /// @param period steps of the first cosine, each next being twice as long (I. Loshchilov, F.
    ///   Hutter, SGDR, 2017), 1 or more
    /// @param polish iterations of L-BFGS afterwards, 0 or more
    public record Plan(int steps, int points, int redraw, double rate, int period, int polish) {
        public Plan {
            if (steps < 1 || points < 2 || redraw < 1 || period < 1 || polish < 0) {
                throw new IllegalArgumentException(
                        ("%d steps, %d points drawn every %d steps, a period of %d, %d iterations;"
                                        + " accepted are 1 or more, 2 or more points, 0 or more"
                                        + " iterations")
                                .formatted(steps, points, redraw, period, polish));
            }
            if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a rate of " + rate + "; accepted are positive numbers");
            }
        }

        /// With points drawn at every step, one cosine over all steps and no L-BFGS.
        public static Plan of(int steps, int points, double rate) {
            return new Plan(steps, points, 1, rate, steps, 0);
        }

        public Plan withPolish(int iterations) {
            return new Plan(steps, points, redraw, rate, period, iterations);
        }

        /// The rate at a step from 0 on: falling along half a cosine, then starting again.
        double rateAt(int step) {
            int start = 0;
            int length = period;
            while (step - start >= length) {
                start += length;
                length *= 2;
            }
            // Not to 0, which Adam refuses: a millionth of the rate is as good.
            double share = (1 + Math.cos(Math.PI * (step - start) / length)) / 2;
            return rate * Math.max(share, 1e-6);
        }
    }

    /// Who looks on.
    @FunctionalInterface
    public interface Watch {
        Watch NOBODY = (_, _, _) -> {};

        /// @param step from 1; goes on counting through L-BFGS
        /// @param losses of the equations before the step (of L-BFGS: their sum after it)
        /// @param weights of these losses
        void step(int step, double[] losses, double[] weights);
    }

    /// What a training came to.
    ///
    /// @param loss the sum of the equations' mean squares, its median over the last 100 steps (of
    ///   L-BFGS: at its end)
    /// @param steps taken, iterations of L-BFGS among them
    public record Outcome(double loss, int steps) {}

    public Training(Plan plan) {
        this.plan = plan;
    }

    /// Trains all parameters with equal weights.
    ///
    /// @throws DivergenceException if a loss is no longer finite, or above where it began
    public Outcome train(Candidate candidate, RandomGenerator random, Watch watch) {
        return train(candidate, candidate.parameters(), Weighting.equal(), random, watch);
    }

    /// @param parameters those that learn; the others keep the values they have
    /// @param random draws the points
    /// @throws DivergenceException if a loss is no longer finite, or above where it began
    public Outcome train(
            Candidate candidate,
            List<Tensor> parameters,
            Weighting weighting,
            RandomGenerator random,
            Watch watch) {
        return new Course(candidate, parameters, weighting, random, watch).run();
    }

    private final class Course {
        private final Candidate candidate;
        private final List<Tensor> parameters;
        private final Weighting weighting;
        private final RandomGenerator random;
        private final Watch watch;
        private final int window = Math.min(WINDOW, Math.ceilDiv(plan.steps, 4));
        private double before;
        private final List<Double> last = new ArrayList<>();
        private double[] points = {};

        Course(
                Candidate candidate,
                List<Tensor> parameters,
                Weighting weighting,
                RandomGenerator random,
                Watch watch) {
            this.candidate = candidate;
            this.parameters = parameters;
            this.weighting = weighting;
            this.random = random;
            this.watch = watch;
        }

        Outcome run() {
            before = lossAtStart();
            Adam adam = new Adam(parameters, plan.rate, MEMORY);
            for (int step = 0; step < plan.steps; step++) {
                if (step % plan.redraw == 0) {
                    points = draw();
                }
                adam.rate(plan.rateAt(step));
                int number = step + 1;
                adam.step(() -> weighted(number));
            }
            requireLearned();
            double loss = plan.polish > 0 ? polish() : median(last);
            return new Outcome(loss, plan.steps + plan.polish);
        }

        private double lossAtStart() {
            List<Double> losses = new ArrayList<>();
            for (int i = 0; i < DRAWS; i++) {
                points = draw();
                losses.add(sum().item());
            }
            return median(losses);
        }

        private Tensor weighted(int step) {
            List<Tensor> losses = candidate.losses(points);
            double[] values = losses.stream().mapToDouble(Tensor::item).toArray();
            note(step, Arrays.stream(values).sum());
            double[] weights = weighting.next(values);
            watch.step(step, values, weights);
            Tensor sum = losses.getFirst().times(weights[0]);
            for (int i = 1; i < weights.length; i++) {
                sum = sum.plus(losses.get(i).times(weights[i]));
            }
            return sum;
        }

        private void note(int step, double loss) {
            if (!Double.isFinite(loss)) {
                throw new DivergenceException(
                        "the training diverged: at a rate of %s the loss is %s after %d steps; a smaller rate helps"
                                .formatted(plan.rate, loss, step - 1),
                        step);
            }
            if (step > plan.steps - window) {
                last.add(loss);
            }
        }

        private void requireLearned() {
            double after = median(last);
            if (after > before) {
                throw new DivergenceException(
                        ("the training learned nothing: at a rate of %s the loss is %.3g after %d"
                                        + " steps, and was %.3g at the start; a smaller rate or"
                                        + " more steps help")
                                .formatted(plan.rate, after, plan.steps, before),
                        plan.steps);
            }
        }

        /// Twice as many points as Adam had, at the places of Chebyshev: dense at both ends, and
        /// the same for all.
        private double polish() {
            points = Collocation.points(candidate.problem(), 2 * plan.points);
            Lbfgs lbfgs = new Lbfgs(parameters, 1, 50);
            double loss = median(last);
            for (int i = 1; i <= plan.polish; i++) {
                loss = lbfgs.step(this::sum);
                watch.step(plan.steps + i, new double[] {loss}, new double[] {1});
            }
            return loss;
        }

        private Tensor sum() {
            return candidate.losses(points).stream().reduce(Tensor::plus).orElseThrow();
        }

        private double[] draw() {
            SingularProblem problem = candidate.problem();
            double[] drawn = new double[plan.points];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = problem.from() + (problem.to() - problem.from()) * random.nextDouble();
            }
            return drawn;
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
