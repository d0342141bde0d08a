package org.broadsheet.methods.deeplinear;

import java.util.List;
import java.util.Optional;
import org.broadsheet.methods.tensor.Gradients;
import org.broadsheet.methods.tensor.Sgd;
import org.broadsheet.methods.tensor.Tensor;

/// This is plain gradient descent on a linear task, which is gradient flow in Euler's steps: a step
/// of the rate η moves time by η in units of τ.
///
/// @param rate η, above 0
public record Descent(double rate) {
    /// An error over this many times the one of answering 0 to everything has left all bounds.
    private static final double BEYOND = 1e6;

    public Descent {
        Numbers.requirePositive("rate", rate);
    }

    /// How an attempt to learn ended.
    public sealed interface Outcome {
        /// The error fell to its goal after so many steps.
        record Learned(int steps) implements Outcome {}

        /// It had not after all the steps that were granted.
        record NotLearned(int steps) implements Outcome {}

        /// The error grew beyond bounds: the rate is too large.
        record Diverged(int step) implements Outcome {}
    }

    /// What is done before the first step and after each.
    @FunctionalInterface
    public interface Watch {
        /// @param done steps taken
        /// @param error ½ ‖Y - W X‖² after them
        void step(int done, double error);
    }

    /// A learning rate with the number of steps that it needs.
    public record Tuned(double rate, int steps) {}

    /// Descends for so many steps.
    ///
    /// @throws DivergenceException if the error grows beyond bounds, with the step and the rate
    public void run(DeepLinearNetwork network, LinearTask task, int steps, Watch watch) {
        Outcome outcome =
                descend(
                        network,
                        task,
                        steps,
                        (done, error) -> {
                            watch.step(done, error);
                            return false;
                        });
        if (outcome instanceof Outcome.Diverged(int step)) {
            throw new DivergenceException(
                    "gradient descent diverged at step %d: a rate of %s is too large for this task; use a smaller one"
                            .formatted(step, rate));
        }
    }

    /// Descends until the error is a share of that of answering 0 to everything.
    ///
    /// @param share above 0 and below 1
    /// @param most steps granted
    public Outcome toShare(DeepLinearNetwork network, LinearTask task, double share, int most) {
        double goal = Numbers.requireBetween("share", share, 0, 1) * task.errorOfNothing();
        return descend(network, task, most, (_, error) -> error <= goal);
    }

    /// The rate that needs the fewest steps of several, from the same start; the first of equals.
    ///
    /// @param weights W₁ to W_D
    /// @param share as in [#toShare]
    /// @param most steps granted
    /// @return nothing if no rate reaches the share
    public static Optional<Tuned> fastest(
            List<Tensor> weights, LinearTask task, double share, int most, double[] rates) {
        Optional<Tuned> best = Optional.empty();
        for (double rate : rates) {
            // No rate is of interest that is not faster than the best so far.
            int granted = best.map(tuned -> tuned.steps() - 1).orElse(most);
            Outcome outcome =
                    new Descent(rate).toShare(new DeepLinearNetwork(weights), task, share, granted);
            if (outcome instanceof Outcome.Learned(int steps)) {
                best = Optional.of(new Tuned(rate, steps));
            }
        }
        return best;
    }

    private interface Goal {
        boolean isReached(int done, double error);
    }

    private Outcome descend(DeepLinearNetwork network, LinearTask task, int most, Goal goal) {
        Sgd descent = new Sgd(network.parameters(), rate);
        double bound = BEYOND * task.errorOfNothing();
        for (int done = 0; ; done++) {
            Tensor loss = task.error(network.map());
            double error = loss.item();
            // A negated comparison, so that NaN is out of bounds too.
            if (!(error <= bound)) {
                return new Outcome.Diverged(done);
            }
            if (goal.isReached(done, error)) {
                return new Outcome.Learned(done);
            }
            if (done == most) {
                return new Outcome.NotLearned(most);
            }
            Gradients.clear(network.parameters());
            loss.backward();
            descent.update();
        }
    }
}
