package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.pinn.Candidate;
import org.broadsheet.methods.pinn.DivergenceException;
import org.broadsheet.methods.pinn.SingularProblem;
import org.broadsheet.methods.pinn.TanhNetwork;
import org.broadsheet.methods.pinn.Training;
import org.broadsheet.methods.pinn.Weighting;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// One training that is to be done.
///
/// @param name as in `legendre, all layers trained`
/// @param purpose of the random numbers: equal purposes start from the same weights and points
/// @param depth hidden layers
/// @param width units of each
record Learning(
        String name,
        String purpose,
        SingularProblem problem,
        int depth,
        int width,
        Training.Plan plan,
        boolean allLayers,
        Supplier<Weighting> weighting) {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);

    /// Points of a curve of losses, about.
    private static final int MARKS = 150;

    /// What came of it.
    ///
    /// @param loss the sum of the equations' mean squares at the end
    /// @param history over the steps
    record Learned(Candidate candidate, double loss, History history) {}

    /// Geometric means of the loss over equal stretches of steps.
    ///
    /// @param steps the last of each stretch
    /// @param weights of the first equation, as a share of all weights, at that step
    record History(double[] steps, double[] losses, double[] weights) {}

    /// @param seed the repetition, from 0
    Learned run(Setting setting, int seed) {
        RandomGenerator random = setting.random(purpose, seed);
        List<TanhNetwork> networks =
                problem.unknowns().stream()
                        .map(_ -> new TanhNetwork(TENSORS, depth, width, random))
                        .toList();
        Candidate candidate = new Candidate(problem, networks);
        List<Tensor> parameters =
                networks.stream()
                        .flatMap(one ->
                                (allLayers ? one.parameters() : one.outerParameters()).stream())
                        .toList();
        Notes notes = new Notes(Math.max(1, (plan.steps() + plan.polish()) / MARKS));
        try {
            var outcome =
                    new Training(plan).train(candidate, parameters, weighting.get(), random, notes);
            return new Learned(candidate, outcome.loss(), notes.history());
        } catch (DivergenceException e) {
            throw new ArithmeticException(
                    "%s, repetition %d: %s".formatted(name, seed + 1, e.getMessage()));
        }
    }

    /// Takes down the losses.
    private static final class Notes implements Training.Watch {
        private final int stretch;
        private final List<double[]> rows = new ArrayList<>();
        private double logarithms;

        Notes(int stretch) {
            this.stretch = stretch;
        }

        @Override
        public void step(int step, double[] losses, double[] weights) {
            double sum = 0;
            double all = 0;
            for (int i = 0; i < losses.length; i++) {
                sum += losses[i];
                all += weights[i];
            }
            // A loss of exactly nothing has no logarithm.
            logarithms += Math.log(Math.max(sum, 1e-300));
            if (step % stretch == 0) {
                rows.add(new double[] {step, Math.exp(logarithms / stretch), weights[0] / all});
                logarithms = 0;
            }
        }

        History history() {
            return new History(column(0), column(1), column(2));
        }

        private double[] column(int column) {
            return rows.stream().mapToDouble(row -> row[column]).toArray();
        }
    }
}
