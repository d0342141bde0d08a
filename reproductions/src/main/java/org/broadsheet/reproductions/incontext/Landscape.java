package org.broadsheet.reproductions.incontext;

import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.HeadPattern;
import org.broadsheet.methods.incontext.ReducedModel;

/// This shows the loss of the reduced model for two opposed heads over their score and their
/// output: a valley along which descent goes on for ever.
final class Landscape {
    private static final int CELLS = 120;
    private static final double MOST_SCORE = 0.6;
    private static final double MOST_OUTPUT = 6;

    private Landscape() {}

    static void show(MainRun run, Setting setting, Bench bench) {
        ReducedModel reduced =
                new ReducedModel(
                        setting.count("dimension"), setting.count("length"), setting.real("noise"));
        double most = 1 + reduced.noise();
        double[][] values = new double[CELLS][CELLS];
        for (int row = 0; row < CELLS; row++) {
            double output = (row + 0.5) * MOST_OUTPUT / CELLS;
            for (int column = 0; column < CELLS; column++) {
                double score = (column + 0.5) * MOST_SCORE / CELLS;
                double loss =
                        reduced.loss(new double[] {score, -score}, new double[] {output, -output});
                values[row][column] = Math.min(loss, most);
            }
        }
        HeadPattern end = HeadPattern.of(run.two(), 0);
        bench.show(
                new HeatMap(
                        "landscape",
                        new Exhibit.Caption(
                                "The reduced model’s valley: ever smaller scores, ever larger outputs",
                                "Two opposed heads lose least along a hyperbola; training ends in repetition 1 at a score"
                                        + " of %s and an output of %s. Losses over %s are shown as that,"
                                                .formatted(
                                                        Figures.rounded(Math.abs(end.weight()), 3),
                                                        Figures.rounded(Math.abs(end.output()), 3),
                                                        Figures.rounded(most, 3))
                                        + " what answering nothing costs."),
                        Exhibit.Axis.linear("score ω"),
                        new double[] {0, MOST_SCORE},
                        Exhibit.Axis.linear("output μ"),
                        new double[] {0, MOST_OUTPUT},
                        values,
                        new HeatMap.Shades("approximate loss", HeatMap.Shades.Kind.FROM_LEAST)));
    }
}
