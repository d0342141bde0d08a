package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.HeadPattern;
import org.broadsheet.methods.incontext.InContextAttention;
import org.broadsheet.methods.incontext.InContextAttention.Kind;
import org.broadsheet.methods.incontext.Regression;
import org.jspecify.annotations.Nullable;

/// This is the training of one seed: layers of one, two and more heads and one of linear attention,
/// all on the same prompts, and what was seen on the way.
///
/// @param softmax with one, two and more heads
/// @param linear of two heads
/// @param way at each checkpoint what was seen
/// @param frames the matrices of the two heads at some steps
record MainRun(
        List<InContextAttention> softmax,
        InContextAttention linear,
        List<Checkpoint> way,
        List<Frame> frames) {
    private static final int CHECKPOINTS = 40;

    /// @param losses of the softmax layers, mean since the checkpoint before
    /// @param two the patterns of the two heads
    /// @param more those of more heads
    record Checkpoint(int step, double[] losses, List<HeadPattern> two, List<HeadPattern> more) {}

    /// @param keyQuery for each of the two heads its matrix
    /// @param outputValue likewise
    record Frame(int step, double[][][] keyQuery, double[][][] outputValue) {}

    static Regression regression(Setting setting) {
        return Regression.plain(
                setting.count("dimension"), setting.count("length"), setting.real("noise"));
    }

    InContextAttention one() {
        return softmax.getFirst();
    }

    InContextAttention two() {
        return softmax.get(1);
    }

    InContextAttention more() {
        return softmax.getLast();
    }

    static MainRun of(int seed, Setting setting, Work work) {
        Regression regression = regression(setting);
        var random = setting.random("layers", seed);
        List<InContextAttention> softmax =
                Work.layers(
                        List.of(1, 2, setting.count("heads")), Kind.SOFTMAX, regression, random);
        List<InContextAttention> all = new ArrayList<>(softmax);
        all.addAll(Work.layers(List.of(2), Kind.LINEAR, regression, random));
        MainRun run = new MainRun(softmax, all.getLast(), new ArrayList<>(), new ArrayList<>());
        Onlooker onlooker = new Onlooker(run, setting.count("steps"), seed == 0 ? work : null);
        work.train(all, regression, setting, setting.random("prompts", seed), onlooker);
        return run;
    }

    /// Writes down what the layers have come to, at steps in equal ratios.
    private static final class Onlooker implements Work.Onlooker {
        private final MainRun run;
        private final int[] checkpoints;
        private final int[] frames;
        private final double[] sums;
        private final @Nullable Work shown;
        private int since;
        private int next;

        /// @param shown where frames are shown as they come, or null
        Onlooker(MainRun run, int steps, @Nullable Work shown) {
            this.run = run;
            this.shown = shown;
            sums = new double[run.softmax.size()];
            checkpoints =
                    IntStream.rangeClosed(0, CHECKPOINTS)
                            .map(i -> (int) Math.round(Math.pow(steps, (double) i / CHECKPOINTS)))
                            .distinct()
                            .toArray();
            frames = new int[] {0, steps / 40, steps / 10, steps / 4, steps};
        }

        @Override
        public void after(int step, double[] losses) {
            if (step > 0) {
                since++;
                for (int m = 0; m < sums.length; m++) {
                    sums[m] += losses[m];
                }
                if (step == checkpoints[next]) {
                    next++;
                    checkpoint(step);
                }
            }
            for (int frame : frames) {
                if (frame == step) {
                    run.frames.add(frame(step));
                    if (shown != null) {
                        Patterns.showFrames(run, shown.bench());
                    }
                    return;
                }
            }
        }

        private void checkpoint(int step) {
            double[] means = new double[sums.length];
            for (int m = 0; m < sums.length; m++) {
                means[m] = sums[m] / since;
                sums[m] = 0;
            }
            since = 0;
            run.way.add(new Checkpoint(step, means, patterns(run.two()), patterns(run.more())));
        }

        private Frame frame(int step) {
            InContextAttention two = run.two();
            return new Frame(
                    step,
                    new double[][][] {two.keyQuery(0), two.keyQuery(1)},
                    new double[][][] {two.outputValue(0), two.outputValue(1)});
        }
    }

    static List<HeadPattern> patterns(InContextAttention layer) {
        return IntStream.range(0, layer.shape().heads())
                .mapToObj(head -> HeadPattern.of(layer, head))
                .toList();
    }
}
