package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.InContextAttention;
import org.broadsheet.methods.incontext.InContextAttention.Kind;
import org.broadsheet.methods.incontext.InContextAttention.Shape;
import org.broadsheet.methods.incontext.PromptBlock;
import org.broadsheet.methods.incontext.Regression;
import org.broadsheet.methods.incontext.Training;

/// How far the trainings of a run are, all together, and the one way in which all are done.
final class Work {
    private static final int TOLD_EVERY = 100;

    private final Bench bench;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    Work(Bench bench, long total) {
        this.bench = bench;
        this.total = total;
    }

    Bench bench() {
        return bench;
    }

    /// What looks on while a layer learns: after the step, and before the first with 0.
    interface Onlooker {
        void after(int step, double[] losses);
    }

    /// Layers with so many heads each, drawn for one purpose and seed.
    static List<InContextAttention> layers(
            List<Integer> heads,
            Kind kind,
            Regression regression,
            RandomGenerator.SplittableGenerator random) {
        List<InContextAttention> layers = new ArrayList<>();
        for (int count : heads) {
            layers.add(new InContextAttention(Shape.of(count, kind, regression), random.split()));
        }
        return layers;
    }

    void train(
            List<InContextAttention> layers,
            Regression regression,
            Setting setting,
            RandomGenerator.SplittableGenerator random,
            Onlooker onlooker) {
        int blocks = Integer.parseInt(setting.choice("batch")) / PromptBlock.SIZE;
        List<RandomGenerator.SplittableGenerator> randoms =
                IntStream.range(0, blocks).mapToObj(_ -> random.split()).toList();
        var training = new Training(layers, regression, randoms);
        int steps = setting.count("steps");
        double rate = setting.real("rate");
        boolean decays = setting.isOn("decay");
        onlooker.after(0, training.losses());
        for (int step = 1; step <= steps; step++) {
            double left = decays ? Math.min(1, 2.0 * (steps - step + 1) / steps) : 1;
            training.step(rate * left);
            onlooker.after(step, training.losses());
            if (step % TOLD_EVERY == 0 || step == steps) {
                int since = step % TOLD_EVERY == 0 ? TOLD_EVERY : step % TOLD_EVERY;
                bench.progress("training", done.addAndGet(since), total);
            }
        }
    }
}
