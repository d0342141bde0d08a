package org.broadsheet.reproductions.incontext;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.Predictor;
import org.broadsheet.methods.incontext.PromptBlock;
import org.broadsheet.methods.incontext.Regression;

/// Prompts that nothing was trained on, the same for all predictors that are compared. They are
/// drawn anew, block by block, whenever they are gone through.
///
/// @param purpose with the seed it decides which prompts they are
record Evaluation(Regression regression, Setting setting, String purpose, int seed) {
    private static final int HUNDRED = 100;
    private static final int FITTED_BLOCKS = 200;

    private void forEach(Consumer<PromptBlock> use) {
        var random = setting.random(purpose + " " + regression.length(), seed);
        PromptBlock block = new PromptBlock(regression);
        for (int b = 0; b < HUNDRED * setting.count("evaluation"); b++) {
            regression.draw(block, random);
            use.accept(block);
        }
    }

    /// Some of them, to fit something to or to show.
    List<PromptBlock> some() {
        var random = setting.random(purpose + " " + regression.length(), seed);
        return IntStream.range(0, FITTED_BLOCKS)
                .mapToObj(_ -> {
                    PromptBlock block = new PromptBlock(regression);
                    regression.draw(block, random);
                    return block;
                })
                .toList();
    }

    /// The squared error of each, summed over the tasks, mean over the prompts.
    double[] losses(List<? extends Predictor> predictors) {
        double[] sums = new double[predictors.size()];
        forEach(block -> {
            double[] targets = block.targets();
            for (int p = 0; p < sums.length; p++) {
                sums[p] += squaredDistance(predictors.get(p).predict(block), targets);
            }
        });
        int prompts = HUNDRED * setting.count("evaluation") * PromptBlock.SIZE;
        return Arrays.stream(sums).map(sum -> sum / prompts).toArray();
    }

    /// The squared distance between two predictors, as a share of the second's squared answers, for
    /// examples that are moved by `offset` in every coordinate and in y.
    double distance(Predictor one, Predictor other, double offset) {
        double[] sums = new double[2];
        double[] by = new double[regression.dimension()];
        Arrays.fill(by, offset);
        forEach(block -> {
            block.shift(by, offset);
            double[] answers = other.predict(block);
            sums[0] += squaredDistance(one.predict(block), answers);
            sums[1] += squaredDistance(answers, new double[answers.length]);
        });
        return sums[0] / sums[1];
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }
}
