package org.broadsheet.reproductions.shift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.broadsheet.methods.shift.Answers;
import org.broadsheet.methods.shift.CurveFit;
import org.broadsheet.methods.shift.Recipe;

/// This is the models that were trained on one sample, without those that only guess, by growing
/// accuracy on the majority.
///
/// @param guessing how many were left out
/// @param diverged how many have no answers
record Cloud(List<Model> models, int guessing, int diverged) {
    /// Within so much of a half on both groups a model has learned nothing yet.
    private static final double GUESSING = 0.05;

    /// Fewer models, or ones of equal accuracy, show no shape.
    private static final int FEWEST = 20;

    record Model(Recipe recipe, int epoch, Answers answers) {
        double majority() {
            return answers.majorityAccuracy();
        }

        double minority() {
            return answers.minorityAccuracy();
        }
    }

    static Cloud of(List<Model> all, int diverged) {
        List<Model> kept =
                all.stream()
                        .filter(model -> !model.answers().isGuessing(GUESSING))
                        .sorted(Comparator.comparingDouble(Model::majority))
                        .toList();
        return new Cloud(kept, all.size() - kept.size(), diverged);
    }

    Cloud only(Predicate<Model> wanted) {
        return new Cloud(models.stream().filter(wanted).toList(), 0, 0);
    }

    double[] x() {
        return values(Model::majority);
    }

    double[] y() {
        return values(Model::minority);
    }

    double[] probitX() {
        return values(one -> one.answers().probitOfMajority());
    }

    double[] probitY() {
        return values(one -> one.answers().probitOfMinority());
    }

    private double[] values(ToDoubleFunction<Model> value) {
        return models.stream().mapToDouble(value).toArray();
    }

    /// Line and parabola; none where there are too few models, or too few different ones.
    Optional<CurveFit> fit() {
        return fit(x(), y());
    }

    Optional<CurveFit> probitFit() {
        return fit(probitX(), probitY());
    }

    private static Optional<CurveFit> fit(double[] x, double[] y) {
        if (x.length < FEWEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(CurveFit.through(x, y));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
