package org.broadsheet.reproductions.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.shift.Answers;
import org.broadsheet.methods.shift.CurveFit;

/// This answers with two models at random, and sees where that lands: a mixture of two points of a
/// convex curve lies over it.
final class Mixtures {
    static final String ABOVE = "mixtures-above-curve";
    static final String MODELS_ABOVE = "models-above-curve";
    static final String OFF_LINE = "mixture-off-line";

    private static final int PAIRS = 400;
    private static final int STEPS = 10;

    private Mixtures() {}

    /// @param x accuracy on the majority
    /// @param y accuracy on the minority
    private record Points(List<Double> x, List<Double> y) {
        Points() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Answers answers) {
            x.add(answers.majorityAccuracy());
            y.add(answers.minorityAccuracy());
        }

        Chart.Curve curve(String name, Role role, Chart.Shape shape) {
            return new Chart.Curve(
                    name,
                    role,
                    shape,
                    x.stream().mapToDouble(v -> v).toArray(),
                    y.stream().mapToDouble(v -> v).toArray());
        }

        double shareAbove(CurveFit fit) {
            int above = 0;
            for (int i = 0; i < x.size(); i++) {
                above += y.get(i) > fit.at(x.get(i)) ? 1 : 0;
            }
            return (double) above / x.size();
        }
    }

    static void run(Cloud cloud, int seed, Setting setting, Bench bench) {
        Optional<CurveFit> fit = cloud.fit();
        if (fit.isEmpty()) {
            return;
        }
        RandomGenerator random = setting.random("mixtures", seed);
        List<Cloud.Model> models = cloud.models();
        Points mixed = new Points();
        for (int i = 0; i < PAIRS; i++) {
            Answers one = models.get(random.nextInt(models.size())).answers();
            Answers other = models.get(random.nextInt(models.size())).answers();
            mixed.add(one.mixedWith(other, random.nextDouble(), random));
        }
        Points own = new Points();
        models.forEach(model -> own.add(model.answers()));
        // The two ends of the moon: the worst on the minority, and the best on both.
        Answers first = extreme(models, false);
        Answers last = extreme(models, true);
        Points way = new Points();
        double off = 0;
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            Answers mixture = last.mixedWith(first, share, random);
            way.add(mixture);
            off = Math.max(off, distance(mixture, first, last, share));
        }
        bench.metric(ABOVE, mixed.shareAbove(fit.get()));
        bench.metric(MODELS_ABOVE, own.shareAbove(fit.get()));
        bench.metric(OFF_LINE, off);
        if (seed == 0) {
            show(fit.get(), mixed, own, way, bench);
        }
    }

    private static Answers extreme(List<Cloud.Model> models, boolean best) {
        Answers extreme = models.getFirst().answers();
        for (Cloud.Model model : models) {
            Answers one = model.answers();
            boolean isBetter =
                    best
                            ? one.minorityAccuracy() + one.majorityAccuracy()
                                    > extreme.minorityAccuracy() + extreme.majorityAccuracy()
                            : one.minorityAccuracy() < extreme.minorityAccuracy();
            extreme = isBetter ? one : extreme;
        }
        return extreme;
    }

    private static double distance(Answers mixture, Answers first, Answers last, double share) {
        double x = share * last.majorityAccuracy() + (1 - share) * first.majorityAccuracy();
        double y = share * last.minorityAccuracy() + (1 - share) * first.minorityAccuracy();
        return Math.max(
                Math.abs(mixture.majorityAccuracy() - x), Math.abs(mixture.minorityAccuracy() - y));
    }

    private static void show(CurveFit fit, Points mixed, Points own, Points way, Bench bench) {
        bench.show(
                new Chart(
                        "mixtures",
                        new Exhibit.Caption(
                                "Answering with two models at random leaves the moon",
                                "%.0f %% of mixtures of two models lie over the fitted curve, and %.0f %% of the models themselves: the curve is the models’, not the measure’s."
                                        .formatted(
                                                100 * mixed.shareAbove(fit),
                                                100 * own.shareAbove(fit))),
                        Exhibit.Axis.linear("accuracy on the majority"),
                        Exhibit.Axis.linear("accuracy on the minority"),
                        List.of(
                                mixed.curve("mixtures", Role.BASELINE, Chart.Shape.DOTS),
                                own.curve("models", Role.MEASURED, Chart.Shape.DOTS),
                                way.curve(
                                        "one pair, mixed", Role.THEORY, Chart.Shape.DOTTED_LINE))));
    }
}
