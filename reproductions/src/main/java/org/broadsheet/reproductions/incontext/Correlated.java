package org.broadsheet.reproductions.incontext;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.Descent;
import org.broadsheet.methods.incontext.Descent.Direction;
import org.broadsheet.methods.incontext.InContextAttention;
import org.broadsheet.methods.incontext.InContextAttention.Kind;
import org.broadsheet.methods.incontext.PromptBlock;
import org.broadsheet.methods.incontext.Regression;
import org.broadsheet.methods.incontext.Ridge;

/// This trains two heads on prompts whose inputs are correlated and compares them with descent,
/// with and without a preconditioner.
///
/// @param heads their matrix: the sum of what each passes on times what it scores with
/// @param preconditioner the fitted one
/// @param two the loss of the layer
/// @param preconditioned that of the best preconditioned step
/// @param step that of the best step with one length
/// @param ridge that of ridge regression
record Correlated(
        double[][] heads,
        double[][] preconditioner,
        double two,
        double preconditioned,
        double step,
        double ridge) {
    static final String OVER_PRECONDITIONED = "correlated-over-preconditioned";
    static final String STEP_OVER_IT = "one-length-over-correlated";
    static final String ALIGNED = "preconditioner-cosine";

    static Correlated of(int seed, Setting setting, Work work) {
        Regression independent = MainRun.regression(setting);
        Regression regression =
                new Regression(
                        independent.dimension(),
                        independent.length(),
                        independent.noise(),
                        setting.real("correlation"),
                        independent.windows());
        var random = setting.random("correlated layers", seed);
        List<InContextAttention> layers = Work.layers(List.of(2), Kind.SOFTMAX, regression, random);
        work.train(
                layers,
                regression,
                setting,
                setting.random("correlated prompts", seed),
                (_, _) -> {});
        InContextAttention two = layers.getFirst();
        List<PromptBlock> fit = new Evaluation(regression, setting, "correlated fit", seed).some();
        Descent preconditioned = Descent.preconditioned(Direction.DEBIASED, fit);
        double[] losses =
                new Evaluation(regression, setting, "correlated", seed)
                        .losses(
                                List.of(
                                        two,
                                        preconditioned,
                                        Descent.fitted(Direction.DEBIASED, fit),
                                        new Ridge(
                                                Math.max(
                                                        1e-9,
                                                        regression.noise()
                                                                * regression.dimension()))));
        return new Correlated(
                matrix(two), preconditioned.factor(), losses[0], losses[1], losses[2], losses[3]);
    }

    /// The preconditioner that heads of small scores are: transposed, because a head's rows are the
    /// examples' coordinates.
    private static double[][] matrix(InContextAttention layer) {
        int dimension = layer.shape().dimension();
        double[][] sum = new double[dimension][dimension];
        for (int head = 0; head < layer.shape().heads(); head++) {
            double output = layer.outputValue(head)[0][dimension];
            double[][] keyQuery = layer.keyQuery(head);
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    sum[j][i] += output * keyQuery[i][j];
                }
            }
        }
        return sum;
    }

    private double cosine() {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < heads.length; i++) {
            for (int j = 0; j < heads.length; j++) {
                product += heads[i][j] * preconditioner[i][j];
                one += heads[i][j] * heads[i][j];
                other += preconditioner[i][j] * preconditioner[i][j];
            }
        }
        return product / Math.sqrt(one * other);
    }

    private double identityCosine() {
        double trace = 0;
        double size = 0;
        for (int i = 0; i < heads.length; i++) {
            trace += preconditioner[i][i];
            for (double element : preconditioner[i]) {
                size += element * element;
            }
        }
        return trace / Math.sqrt(size * heads.length);
    }

    static void show(List<Correlated> runs, Setting setting, Bench bench) {
        for (Correlated run : runs) {
            bench.metric(OVER_PRECONDITIONED, run.two() / run.preconditioned());
            bench.metric(STEP_OVER_IT, run.step() / run.two());
            bench.metric(ALIGNED, run.cosine());
        }
        bench.show(
                new Bars(
                        "correlated",
                        new Exhibit.Caption(
                                "With correlated inputs the heads precondition the step",
                                "At a correlation of %s two heads have a loss of %s; the best"
                                                .formatted(
                                                        Figures.rounded(
                                                                setting.real("correlation"), 3),
                                                        figure(runs, Correlated::two))
                                        + " preconditioned step has %s, the best with one length %s."
                                                .formatted(
                                                        figure(runs, Correlated::preconditioned),
                                                        figure(runs, Correlated::step))),
                        Exhibit.Axis.linear("squared error"),
                        List.of(
                                bar("two heads", Exhibit.Role.MEASURED, runs, Correlated::two),
                                bar(
                                        "preconditioned step",
                                        Exhibit.Role.THEORY,
                                        runs,
                                        Correlated::preconditioned),
                                bar(
                                        "step of one length",
                                        Exhibit.Role.BASELINE,
                                        runs,
                                        Correlated::step),
                                bar("ridge", Exhibit.Role.BASELINE, runs, Correlated::ridge))));
        showMatrices(runs.getFirst(), bench);
    }

    private static void showMatrices(Correlated run, Bench bench) {
        int dimension = run.heads().length;
        double[][] both = new double[dimension][2 * dimension + 1];
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(run.heads()[i], 0, both[dimension - 1 - i], 0, dimension);
            System.arraycopy(
                    run.preconditioner()[i], 0, both[dimension - 1 - i], dimension + 1, dimension);
        }
        bench.show(
                new HeatMap(
                        "preconditioner",
                        new Exhibit.Caption(
                                "The heads’ matrix, left, and the best preconditioner, right",
                                "Their cosine is %s; the identity’s is %s."
                                        .formatted(
                                                Figures.rounded(run.cosine(), 4),
                                                Figures.rounded(run.identityCosine(), 3))),
                        Exhibit.Axis.linear("example’s coordinates: heads, preconditioner"),
                        new double[] {0, 2 * dimension + 1},
                        Exhibit.Axis.linear("query’s coordinates, the first at the top"),
                        new double[] {0, dimension},
                        both,
                        new HeatMap.Shades("factor", HeatMap.Shades.Kind.AROUND_ZERO)));
    }

    private static double[] sorted(List<Correlated> runs, ToDoubleFunction<Correlated> value) {
        return runs.stream().mapToDouble(value).sorted().toArray();
    }

    private static String figure(List<Correlated> runs, ToDoubleFunction<Correlated> value) {
        return Figures.rounded(runs.stream().mapToDouble(value).average().orElseThrow(), 3);
    }

    private static Bars.Bar bar(
            String label,
            Exhibit.Role role,
            List<Correlated> runs,
            ToDoubleFunction<Correlated> value) {
        double[] values = sorted(runs, value);
        double mean = runs.stream().mapToDouble(value).average().orElseThrow();
        return new Bars.Bar(label, role, mean, values[0], values[values.length - 1]);
    }
}
