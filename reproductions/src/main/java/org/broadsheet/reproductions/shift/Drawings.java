package org.broadsheet.reproductions.shift;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.shift.CurveFit;
import org.broadsheet.methods.shift.Probit;
import org.broadsheet.methods.shift.Recipe;

/// This draws what was measured.
final class Drawings {
    private static final String MAJORITY = "accuracy on the majority";
    private static final String MINORITY = "accuracy on the minority";
    private static final int CURVE_POINTS = 80;

    private final Bench bench;
    private final double strength;

    Drawings(Bench bench, double strength) {
        this.bench = bench;
        this.strength = strength;
    }

    /// Of the first repetition.
    void clouds(Strengths.Outcome outcome) {
        Cloud moon = outcome.at(strength);
        Optional<CurveFit> fit = moon.fit();
        Optional<CurveFit> probit = moon.probitFit();
        Optional<CurveFit> none = outcome.none().fit();
        Optional<CurveFit> noneProbit = outcome.none().probitFit();
        if (fit.isEmpty() || probit.isEmpty() || none.isEmpty() || noneProbit.isEmpty()) {
            return;
        }
        String share = Figures.exact(strength);
        bench.show(
                new Chart(
                        "moon",
                        new Exhibit.Caption(
                                "%d models on two subpopulations: the moon, and its control"
                                        .formatted(moon.models().size()),
                                "With %s of the training examples in the majority a parabola on these axes explains %.2f of the variance and a line %.2f; without correlation %.2f and %.2f. Drawn are the fits on probit axes, brought back. %d models that only guess are left out."
                                        .formatted(
                                                share,
                                                fit.get().parabolaDetermination(),
                                                fit.get().lineDetermination(),
                                                none.get().parabolaDetermination(),
                                                none.get().lineDetermination(),
                                                moon.guessing())),
                        Axis.linear(MAJORITY),
                        Axis.linear(MINORITY),
                        List.of(
                                dots("without", Role.BASELINE, outcome.none(), false),
                                dots("with shortcut", Role.MEASURED, moon, false),
                                back(
                                        curve(
                                                "probit parabola",
                                                moon.probitX(),
                                                probit.get()::at,
                                                Chart.Shape.LINE)),
                                back(
                                        curve(
                                                "probit line",
                                                moon.probitX(),
                                                probit.get()::onTheLine,
                                                Chart.Shape.DASHES)))));
        bench.show(
                new Chart(
                        "moon-probit",
                        new Exhibit.Caption(
                                "The same models on probit axes",
                                "The parabola explains %.2f and the line %.2f of the variance; without correlation %.2f and %.2f."
                                        .formatted(
                                                probit.get().parabolaDetermination(),
                                                probit.get().lineDetermination(),
                                                noneProbit.get().parabolaDetermination(),
                                                noneProbit.get().lineDetermination())),
                        Axis.linear("probit of the " + MAJORITY),
                        Axis.linear("probit of the " + MINORITY),
                        List.of(
                                dots("without", Role.BASELINE, outcome.none(), true),
                                dots("with shortcut", Role.MEASURED, moon, true),
                                curve(
                                        "parabola",
                                        moon.probitX(),
                                        probit.get()::at,
                                        Chart.Shape.LINE),
                                curve(
                                        "line",
                                        moon.probitX(),
                                        probit.get()::onTheLine,
                                        Chart.Shape.DASHES))));
        controls(outcome);
        ways(moon);
        kinds(moon, probit.get());
        file(moon);
    }

    private static Chart.Curve dots(String name, Role role, Cloud cloud, boolean isProbit) {
        return new Chart.Curve(
                name,
                role,
                Chart.Shape.DOTS,
                isProbit ? cloud.probitX() : cloud.x(),
                isProbit ? cloud.probitY() : cloud.y());
    }

    private static Chart.Curve curve(
            String name, double[] at, DoubleUnaryOperator f, Chart.Shape shape) {
        double low = Arrays.stream(at).min().orElseThrow();
        double high = Arrays.stream(at).max().orElseThrow();
        double[] x =
                IntStream.rangeClosed(0, CURVE_POINTS)
                        .mapToDouble(i -> low + (high - low) * i / CURVE_POINTS)
                        .toArray();
        return new Chart.Curve(name, Role.THEORY, shape, x, Arrays.stream(x).map(f).toArray());
    }

    /// From probit axes back to accuracies.
    private static Chart.Curve back(Chart.Curve curve) {
        return new Chart.Curve(
                curve.name(),
                curve.role(),
                curve.shape(),
                Arrays.stream(curve.x()).map(Probit::below).toArray(),
                Arrays.stream(curve.y()).map(Probit::below).toArray());
    }

    private void controls(Strengths.Outcome outcome) {
        Optional<CurveFit> linear = outcome.linear().probitFit();
        Optional<CurveFit> rare = outcome.rare().probitFit();
        if (linear.isEmpty() || rare.isEmpty()) {
            return;
        }
        bench.show(
                new Chart(
                        "controls",
                        new Exhibit.Caption(
                                "Two controls: a core that is as easy as the shortcut, and a rare kind without a shortcut",
                                "On probit axes a parabola explains %.2f more of the variance than a line for the easy core, and %.2f more for the rare kind."
                                        .formatted(linear.get().gain(), rare.get().gain())),
                        Axis.linear("probit of the " + MAJORITY),
                        Axis.linear("probit of the " + MINORITY),
                        List.of(
                                dots("rare kind", Role.BASELINE, outcome.rare(), true),
                                dots("linear core", Role.MEASURED, outcome.linear(), true))));
    }

    /// How single trainings move: one of each architecture, with one batch and rate.
    private void ways(Cloud moon) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (var architecture : Grid.ARCHITECTURES) {
            List<Cloud.Model> own =
                    moon.models().stream()
                            .filter(one -> one.recipe().architecture().equals(architecture))
                            .toList();
            own.stream()
                    .map(Cloud.Model::recipe)
                    .filter(recipe -> recipe.batch() == 16)
                    .max((one, other) ->
                            Double.compare(closeness(one.rate()), closeness(other.rate())))
                    .ifPresent(recipe -> curves.add(way(own, recipe)));
        }
        if (curves.isEmpty()) {
            return;
        }
        bench.show(
                new Chart(
                        "ways",
                        new Exhibit.Caption(
                                "How single trainings run along the moon, epoch by epoch",
                                "One training of each architecture at batch 16, judged after epochs %s: on the minority they start at %.2f to %.2f and end at %.2f to %.2f."
                                        .formatted(
                                                Arrays.toString(Grid.EPOCHS)
                                                        .replaceAll("[\\[\\]]", ""),
                                                minority(curves, true).min().orElseThrow(),
                                                minority(curves, true).max().orElseThrow(),
                                                minority(curves, false).min().orElseThrow(),
                                                minority(curves, false).max().orElseThrow())),
                        Axis.linear(MAJORITY),
                        Axis.linear(MINORITY),
                        curves));
    }

    private static DoubleStream minority(List<Chart.Curve> curves, boolean first) {
        return curves.stream().mapToDouble(one -> one.y()[first ? 0 : one.y().length - 1]);
    }

    /// Large for the middle rate of the grid.
    private static double closeness(double rate) {
        return -Math.abs(Math.log(rate / Grid.RATES[2]));
    }

    private static Chart.Curve way(List<Cloud.Model> models, Recipe recipe) {
        List<Cloud.Model> steps =
                models.stream()
                        .filter(one -> one.recipe().equals(recipe))
                        .sorted((one, other) -> Integer.compare(one.epoch(), other.epoch()))
                        .toList();
        return new Chart.Curve(
                recipe.architecture().name(),
                Role.MEASURED,
                Chart.Shape.DOTTED_LINE,
                steps.stream().mapToDouble(Cloud.Model::majority).toArray(),
                steps.stream().mapToDouble(Cloud.Model::minority).toArray());
    }

    /// The gain within each architecture and each rate.
    private void kinds(Cloud moon, CurveFit all) {
        bars("architectures", "architecture", moon, all, one -> one.recipe().architecture().name());
        bars("rates", "learning rate", moon, all, one -> Figures.exact(one.recipe().rate()));
    }

    private void bars(
            String id, String kind, Cloud moon, CurveFit all, Function<Cloud.Model, String> name) {
        List<Bars.Bar> bars = new ArrayList<>();
        addBars(moon, name, bars);
        if (bars.isEmpty()) {
            return;
        }
        double least = bars.stream().mapToDouble(Bars.Bar::value).min().orElseThrow();
        double most = bars.stream().mapToDouble(Bars.Bar::value).max().orElseThrow();
        bars.addFirst(new Bars.Bar("all", Role.MEASURED, all.gain()));
        bench.show(
                new Bars(
                        id,
                        new Exhibit.Caption(
                                "The bend within one %s".formatted(kind),
                                "By how much a parabola explains more of the variance than a line, on probit axes: %.2f to %.2f within one %s, %.2f over all."
                                        .formatted(least, most, kind, all.gain())),
                        Axis.linear("gain in R²"),
                        bars));
    }

    private static void addBars(
            Cloud moon, Function<Cloud.Model, String> kind, List<Bars.Bar> bars) {
        moon.models().stream()
                .map(kind)
                .distinct()
                .sorted()
                .forEach(name ->
                        moon.only(one -> kind.apply(one).equals(name))
                                .probitFit()
                                .ifPresent(fit ->
                                        bars.add(new Bars.Bar(name, Role.BASELINE, fit.gain()))));
    }

    private void file(Cloud moon) {
        StringBuilder csv =
                new StringBuilder(
                        "architecture,batch,rate,epoch,majority accuracy,minority accuracy\n");
        for (Cloud.Model model : moon.models()) {
            csv.append(
                    "%s,%d,%s,%d,%s,%s%n"
                            .formatted(
                                    model.recipe().architecture().name(),
                                    model.recipe().batch(),
                                    Figures.exact(model.recipe().rate()),
                                    model.epoch(),
                                    Figures.exact(model.majority()),
                                    Figures.exact(model.minority())));
        }
        bench.file("models.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Over all repetitions so far.
    void strengths(List<Strengths.Outcome> outcomes) {
        List<Double> shares = new ArrayList<>();
        List<double[]> gains = new ArrayList<>();
        for (double share : outcomes.getFirst().byShare().keySet()) {
            double[] own = gains(outcomes, one -> one.at(share));
            if (own.length > 0) {
                shares.add(share);
                gains.add(own);
            }
        }
        if (shares.size() < 2) {
            return;
        }
        double[] x = shares.stream().mapToDouble(v -> v).toArray();
        double[] mean = each(gains, own -> Arrays.stream(own).average().orElseThrow());
        List<Chart.Curve> curves = new ArrayList<>();
        curves.add(
                new Chart.Curve(
                        "spurious feature",
                        Role.MEASURED,
                        Chart.Shape.DOTTED_LINE,
                        x,
                        mean,
                        each(gains, own -> Arrays.stream(own).min().orElseThrow()),
                        each(gains, own -> Arrays.stream(own).max().orElseThrow())));
        point("linear core", outcomes, Strengths.Outcome::linear, curves);
        point("rare kind", outcomes, Strengths.Outcome::rare, curves);
        bench.show(
                new Chart(
                        "strength",
                        new Exhibit.Caption(
                                "The bend over the strength of the spurious correlation",
                                "What a parabola explains more than a line, on probit axes, mean of %d repetitions and their range: %s."
                                        .formatted(outcomes.size(), list(x, mean))),
                        Axis.linear("share of the majority in training"),
                        Axis.linear("gain in R²"),
                        curves));
        shapes(outcomes.getFirst());
    }

    private static String list(double[] x, double[] y) {
        return String.join(
                ", ",
                IntStream.range(0, x.length)
                        .mapToObj(i ->
                                x[i] == Strengths.NONE
                                        ? "%.2f without correlation".formatted(y[i])
                                        : "%.2f at %s".formatted(y[i], Figures.exact(x[i])))
                        .toList());
    }

    private static double[] gains(
            List<Strengths.Outcome> outcomes, Function<Strengths.Outcome, Cloud> cloud) {
        return outcomes.stream()
                .flatMap(one -> cloud.apply(one).probitFit().stream())
                .mapToDouble(CurveFit::gain)
                .toArray();
    }

    private static double[] each(List<double[]> gains, ToDoubleFunction<double[]> f) {
        return gains.stream().mapToDouble(f).toArray();
    }

    private void point(
            String name,
            List<Strengths.Outcome> outcomes,
            Function<Strengths.Outcome, Cloud> cloud,
            List<Chart.Curve> curves) {
        Arrays.stream(gains(outcomes, cloud))
                .average()
                .ifPresent(mean ->
                        curves.add(
                                new Chart.Curve(
                                        name,
                                        Role.BASELINE,
                                        Chart.Shape.DOTS,
                                        new double[] {strength},
                                        new double[] {mean})));
    }

    /// The fitted curves of one repetition.
    private void shapes(Strengths.Outcome outcome) {
        List<Chart.Curve> curves = new ArrayList<>();
        List<String> lowest = new ArrayList<>();
        for (Map.Entry<Double, Cloud> one : outcome.byShare().entrySet()) {
            one.getValue()
                    .probitFit()
                    .ifPresent(fit -> {
                        Chart.Curve curve =
                                curve(
                                        Figures.exact(one.getKey()),
                                        one.getValue().probitX(),
                                        fit::at,
                                        Chart.Shape.LINE);
                        double least = Arrays.stream(curve.y()).min().orElseThrow();
                        lowest.add("%.2f at %s".formatted(Probit.below(least), curve.name()));
                        curves.add(
                                new Chart.Curve(
                                        curve.name(),
                                        one.getKey() == strength ? Role.MEASURED : Role.BASELINE,
                                        Chart.Shape.LINE,
                                        curve.x(),
                                        curve.y()));
                    });
        }
        if (curves.isEmpty()) {
            return;
        }
        bench.show(
                new Chart(
                        "shapes",
                        new Exhibit.Caption(
                                "The fitted curves, from no correlation to a strong one",
                                "Named by the share of the majority in training. Their lowest points, as accuracies on the minority: %s."
                                        .formatted(String.join(", ", lowest))),
                        Axis.linear("probit of the " + MAJORITY),
                        Axis.linear("probit of the " + MINORITY),
                        curves));
    }
}
