package org.broadsheet.reproductions.shift;

import java.util.ArrayList;
import java.util.Comparator;
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
    static final String ANY_ABOVE = "mixtures-of-any-above-curve";
    static final String MODELS_ABOVE = "models-above-curve";
    static final String OFF_LINE = "mixture-off-line";

    private static final int PAIRS = 400;
    private static final int STEPS = 10;

    private Mixtures() {}

    private record Points(List<Answers> answers) {
        Points() {
            this(new ArrayList<>());
        }

        void add(Answers one) {
            answers.add(one);
        }

        Chart.Curve curve(String name, Role role, Chart.Shape shape) {
            return new Chart.Curve(
                    name,
                    role,
                    shape,
                    answers.stream().mapToDouble(Answers::majorityAccuracy).toArray(),
                    answers.stream().mapToDouble(Answers::minorityAccuracy).toArray());
        }

        /// @param fit on probit axes, where a parabola fits the moon better
        double shareAbove(CurveFit fit) {
            long above =
                    answers.stream()
                            .filter(one -> one.probitOfMinority() > fit.at(one.probitOfMajority()))
                            .count();
            return (double) above / answers.size();
        }
    }

    static void run(Cloud cloud, int seed, Setting setting, Bench bench) {
        Optional<CurveFit> fit = cloud.probitFit();
        if (fit.isEmpty()) {
            return;
        }
        RandomGenerator random = setting.random("mixtures", seed);
        List<Cloud.Model> models = cloud.models();
        Points any = mixed(models, models, random);
        // A chord needs two ends: the third that is worst on the minority, and the best third.
        List<Cloud.Model> byMinority =
                models.stream().sorted(Comparator.comparingDouble(Cloud.Model::minority)).toList();
        int third = models.size() / 3;
        Points mixed =
                mixed(
                        byMinority.subList(0, third),
                        byMinority.subList(models.size() - third, models.size()),
                        random);
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
        bench.metric(ANY_ABOVE, any.shareAbove(fit.get()));
        bench.metric(MODELS_ABOVE, own.shareAbove(fit.get()));
        bench.metric(OFF_LINE, off);
        if (seed == 0) {
            show(fit.get(), mixed, own, way, bench);
        }
    }

    private static Points mixed(
            List<Cloud.Model> ones, List<Cloud.Model> others, RandomGenerator random) {
        Points mixed = new Points();
        for (int i = 0; i < PAIRS; i++) {
            Answers one = ones.get(random.nextInt(ones.size())).answers();
            Answers other = others.get(random.nextInt(others.size())).answers();
            mixed.add(one.mixedWith(other, random.nextDouble(), random));
        }
        return mixed;
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
                                "%.0f %% of mixtures of a model of the worst third on the minority with one of the best lie over the fitted curve, and %.0f %% of the models themselves."
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
