package org.broadsheet.reproductions.shift;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.shift.Answers;
import org.broadsheet.methods.shift.CurveFit;
import org.broadsheet.methods.shift.Population;
import org.broadsheet.methods.shift.Population.Core;
import org.broadsheet.methods.shift.Population.Link;
import org.broadsheet.methods.shift.Recipe;
import org.broadsheet.methods.shift.Sample;
import org.broadsheet.methods.shift.Training;
import org.broadsheet.methods.tensor.Tensors;

/// This trains the grid of models on samples of growing spurious correlation, and on two controls,
/// and judges the shape of each cloud.
final class Strengths {
    static final String GAIN = "moon-gain";
    static final String PROBIT_GAIN = "moon-gain-probit";
    static final String BEND = "moon-bend-low";
    static final String NONE_GAIN = "none-gain";
    static final String NONE_PROBIT_GAIN = "none-gain-probit";
    static final String OVER_NONE = "moon-over-none";
    static final String RISE = "strength-rank";
    static final String RARE = "rare-over-moon";
    static final String LINEAR = "linear-gain-probit";
    static final String LINEAR_SHARE = "linear-over-moon";
    static final String LEAST_KIND = "least-gain-of-a-kind";
    static final String LEAST_RATE = "least-gain-of-a-rate";
    static final String LEAST_LENGTH = "least-gain-of-a-length";

    /// The share of the majority without and with more and more correlation.
    private static final double[] SHARES = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    static final double NONE = 0.5;

    /// Fewer places in an order are likely to rise by chance.
    private static final int FEWEST_STRENGTHS = 4;

    private static final int TEST = 2_000;
    private static final int NUISANCES = 8;
    private static final int BOOTSTRAPS = 400;
    private static final Tensors TENSORS = Tensors.floats().threads(1);

    /// What one repetition gave.
    ///
    /// @param byShare the clouds with a spurious feature, by the share of the majority
    /// @param linear the control with a core that a line separates
    /// @param rare the control without a shortcut
    record Outcome(SequencedMap<Double, Cloud> byShare, Cloud linear, Cloud rare) {
        /// The cloud at a share that was trained.
        Cloud at(double share) {
            return Objects.requireNonNull(byShare.get(share));
        }

        Cloud none() {
            return byShare.firstEntry().getValue();
        }
    }

    private final Setting setting;
    private final Bench bench;
    private final double strength;
    private final AtomicInteger done = new AtomicInteger();
    private final int total;

    Strengths(Setting setting, Bench bench) {
        this.setting = setting;
        this.bench = bench;
        strength = setting.real("strength");
        total = setting.count("seeds") * (shares().length + 2) * Grid.recipes(setting).size();
    }

    private double[] shares() {
        return DoubleStream.concat(Arrays.stream(SHARES), DoubleStream.of(strength))
                .sorted()
                .distinct()
                .toArray();
    }

    Outcome run(int seed) {
        Core core = setting.choice("core").equals("pair") ? Core.PAIR : Core.LINEAR;
        SequencedMap<Double, Cloud> byShare = new TreeMap<>();
        for (double share : shares()) {
            byShare.put(share, cloud(core, Link.SPURIOUS, share, seed));
        }
        Outcome outcome =
                new Outcome(
                        byShare,
                        cloud(Core.LINEAR, Link.SPURIOUS, strength, seed),
                        cloud(core, Link.RARE, strength, seed));
        tell(outcome, seed);
        return outcome;
    }

    private Cloud cloud(Core core, Link link, double share, int seed) {
        String name = "%s %s %s".formatted(core, link, share);
        RandomGenerator random = setting.random(name, seed);
        Population population =
                new Population(
                        core,
                        link,
                        setting.real("core-noise"),
                        setting.real("group-noise"),
                        NUISANCES,
                        setting.real("wrong-labels"));
        Sample sample = population.training(setting.count("examples"), share, random);
        Training training =
                new Training(
                        TENSORS,
                        sample,
                        weights(sample, share),
                        population.test(TEST, true, random),
                        population.test(TEST, false, random));
        List<Recipe> recipes = Grid.recipes(setting);
        AtomicInteger diverged = new AtomicInteger();
        List<Cloud.Model> models =
                IntStream.range(0, recipes.size())
                        .parallel()
                        .mapToObj(i -> {
                            List<Answers> answers =
                                    answers(
                                            training,
                                            recipes.get(i),
                                            setting.random(name + " model " + i, seed),
                                            diverged);
                            bench.progress("training models", done.incrementAndGet(), total);
                            return IntStream.range(0, answers.size())
                                    .mapToObj(k ->
                                            new Cloud.Model(
                                                    recipes.get(i), Grid.EPOCHS[k], answers.get(k)))
                                    .toList();
                        })
                        .flatMap(List::stream)
                        .toList();
        if (diverged.get() > 0) {
            bench.log(
                    "Repetition %d, share %s: %d of %d trainings diverged and are left out; smaller learning rates keep them."
                            .formatted(seed + 1, share, diverged.get(), recipes.size()));
        }
        return Cloud.of(models, diverged.get());
    }

    private List<Answers> answers(
            Training training, Recipe recipe, RandomGenerator random, AtomicInteger diverged) {
        try {
            return training.train(recipe, Grid.EPOCHS, random);
        } catch (ArithmeticException _) {
            diverged.incrementAndGet();
            return List.of();
        }
    }

    /// One for all; or, with reweighting, so that both groups weigh the same.
    private double[] weights(Sample sample, double share) {
        double[] weights = new double[sample.count()];
        Arrays.fill(weights, 1);
        if (setting.isOn("reweight")) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = 0.5 / (sample.ofMajority()[i] ? share : 1 - share);
            }
        }
        return weights;
    }

    private void tell(Outcome outcome, int seed) {
        Cloud moon = outcome.at(strength);
        Optional<CurveFit> raw = moon.fit();
        Optional<CurveFit> probit = moon.probitFit();
        Optional<CurveFit> none = outcome.none().fit();
        Optional<CurveFit> noneProbit = outcome.none().probitFit();
        if (raw.isEmpty() || probit.isEmpty() || none.isEmpty() || noneProbit.isEmpty()) {
            bench.log(
                    "Repetition %d: %d models at share %s and %d at share %s are over guessing and differ; 20 with 3 different accuracies are needed for a shape. More examples or larger rates help."
                            .formatted(
                                    seed + 1,
                                    moon.models().size(),
                                    strength,
                                    outcome.none().models().size(),
                                    NONE));
            return;
        }
        double gain = probit.get().gain();
        bench.metric(GAIN, raw.get().gain());
        bench.metric(PROBIT_GAIN, gain);
        bench.metric(
                BEND,
                CurveFit.bendInterval(
                                moon.probitX(),
                                moon.probitY(),
                                BOOTSTRAPS,
                                setting.random("bootstrap", seed))
                        .low());
        bench.metric(NONE_GAIN, none.get().gain());
        bench.metric(NONE_PROBIT_GAIN, noneProbit.get().gain());
        bench.metric(OVER_NONE, gain - noneProbit.get().gain());
        tellRise(outcome, seed);
        outcome.rare().probitFit().ifPresent(rare -> bench.metric(RARE, rare.gain() / gain));
        outcome.linear()
                .probitFit()
                .ifPresent(linear -> {
                    bench.metric(LINEAR, linear.gain());
                    bench.metric(LINEAR_SHARE, linear.gain() / gain);
                });
        tellLeast(LEAST_KIND, moon, model -> model.recipe().architecture());
        tellLeast(LEAST_RATE, moon, model -> model.recipe().rate());
        tellLeast(LEAST_LENGTH, moon, Cloud.Model::epoch);
    }

    /// The least gain among the models that share something, of all that are enough for a shape.
    private void tellLeast(String metric, Cloud moon, Function<Cloud.Model, Object> shared) {
        moon.models().stream()
                .map(shared)
                .distinct()
                .map(one -> moon.only(model -> shared.apply(model).equals(one)))
                .flatMap(cloud -> cloud.probitFit().stream())
                .mapToDouble(CurveFit::gain)
                .min()
                .ifPresent(least -> bench.metric(metric, least));
    }

    /// A strength whose cloud has no shape has no place in the order.
    private void tellRise(Outcome outcome, int seed) {
        double[] gains =
                outcome.byShare().values().stream()
                        .flatMap(cloud -> cloud.probitFit().stream())
                        .mapToDouble(CurveFit::gain)
                        .toArray();
        if (gains.length < FEWEST_STRENGTHS) {
            bench.log(
                    "Repetition %d: %d strengths have a shape; %d are needed to tell whether the bend grows."
                            .formatted(seed + 1, gains.length, FEWEST_STRENGTHS));
            return;
        }
        bench.metric(RISE, rank(gains));
    }

    /// Spearman's rank correlation of the gain with the share of the majority: 1 where every step
    /// of strength bends the cloud more.
    ///
    /// @param gains by growing share
    private static double rank(double[] gains) {
        int n = gains.length;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            int place = 0;
            for (double other : gains) {
                place += other < gains[i] ? 1 : 0;
            }
            squares += (place - i) * (place - i);
        }
        return 1 - 6 * squares / (n * (n * n - 1.0));
    }
}
