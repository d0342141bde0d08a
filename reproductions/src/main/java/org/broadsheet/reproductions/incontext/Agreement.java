package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.Descent;
import org.broadsheet.methods.incontext.Descent.Direction;
import org.broadsheet.methods.incontext.Predictor;
import org.broadsheet.methods.incontext.PromptBlock;
import org.broadsheet.methods.incontext.Regression;

/// This lays the answers of two heads beside those of one step of debiased descent, prompt by
/// prompt, and moves the examples by an offset that training never showed.
final class Agreement {
    static final String NEAR = "distance-to-debiased";
    static final String SHIFTED = "distance-to-debiased-shifted";
    static final String SHIFTED_LEAD = "lead-over-plain-shifted";

    private static final double OFFSET = 1;
    private static final int SHOWN_BLOCKS = 10;

    private Agreement() {}

    static void show(List<MainRun> runs, Setting setting, Bench bench) {
        Regression regression = MainRun.regression(setting);
        for (int seed = 0; seed < runs.size(); seed++) {
            MainRun run = runs.get(seed);
            List<PromptBlock> fit = new Evaluation(regression, setting, "fit", seed).some();
            Descent debiased = Descent.fitted(Direction.DEBIASED, fit);
            Descent plain = Descent.fitted(Direction.PLAIN, fit);
            Evaluation evaluation = new Evaluation(regression, setting, "evaluation", seed);
            double near = evaluation.distance(run.two(), debiased, 0);
            double single = evaluation.distance(run.one(), debiased, 0);
            double shifted = evaluation.distance(run.two(), debiased, OFFSET);
            double shiftedPlain = evaluation.distance(run.two(), plain, OFFSET);
            bench.metric(NEAR, near);
            bench.metric(SHIFTED, shifted);
            bench.metric(SHIFTED_LEAD, shiftedPlain - shifted);
            if (seed == 0) {
                List<PromptBlock> shown = evaluation.some().subList(0, SHOWN_BLOCKS);
                List<Chart.Curve> points =
                        List.of(
                                points(
                                        "one head",
                                        Exhibit.Role.BASELINE,
                                        run.one(),
                                        debiased,
                                        shown),
                                points(
                                        "two heads",
                                        Exhibit.Role.MEASURED,
                                        run.two(),
                                        debiased,
                                        shown));
                chart(points, near, single, shifted, shiftedPlain, bench);
            }
        }
    }

    private static Chart.Curve points(
            String name,
            Exhibit.Role role,
            Predictor predictor,
            Descent debiased,
            List<PromptBlock> shown) {
        int count = SHOWN_BLOCKS * PromptBlock.SIZE;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int b = 0; b < SHOWN_BLOCKS; b++) {
            PromptBlock block = shown.get(b);
            System.arraycopy(debiased.predict(block), 0, x, b * PromptBlock.SIZE, PromptBlock.SIZE);
            System.arraycopy(
                    predictor.predict(block), 0, y, b * PromptBlock.SIZE, PromptBlock.SIZE);
        }
        return new Chart.Curve(name, role, Chart.Shape.DOTS, x, y);
    }

    private static void chart(
            List<Chart.Curve> points,
            double near,
            double single,
            double shifted,
            double shiftedPlain,
            Bench bench) {
        List<Chart.Curve> curves = new ArrayList<>(points);
        curves.add(
                new Chart.Curve(
                        "equal",
                        Exhibit.Role.THEORY,
                        Chart.Shape.LINE,
                        new double[] {-2.5, 2.5},
                        new double[] {-2.5, 2.5}));
        bench.show(
                new Chart(
                        "agreement",
                        new Exhibit.Caption(
                                "The answers of two heads and of one step of debiased descent",
                                "In repetition 1 their answers differ by %s of their size, those of one head by %s. With"
                                                .formatted(
                                                        Figures.rounded(near, 2),
                                                        Figures.rounded(single, 2))
                                        + " examples moved by an offset it is %s, and %s from the step"
                                                .formatted(
                                                        Figures.rounded(shifted, 2),
                                                        Figures.rounded(shiftedPlain, 2))
                                        + " without debiasing."),
                        Exhibit.Axis.linear("answer of debiased descent"),
                        Exhibit.Axis.linear("answer of attention"),
                        curves));
    }
}
