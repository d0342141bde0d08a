package org.broadsheet.reproductions.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.geometry.Activation;
import org.broadsheet.methods.geometry.ConditionTask;
import org.broadsheet.methods.geometry.ConditionTask.Samples;
import org.broadsheet.methods.geometry.Decoding;
import org.broadsheet.methods.geometry.Dichotomy;
import org.broadsheet.methods.geometry.Geometry;
import org.broadsheet.methods.geometry.HiddenLayerNetwork;
import org.broadsheet.methods.geometry.Representation;
import org.broadsheet.methods.geometry.Training;
import org.broadsheet.methods.tensor.Tensors;

/// One network that learns one task, and what its hidden layer then looks like.
///
/// @param task drawn anew for each repetition
/// @param noise of the inputs
/// @param activation of all hidden layers
/// @param layers hidden layers
record Trial(
        Function<RandomGenerator, ConditionTask> task,
        double noise,
        Activation activation,
        int layers) {
    private static final Tensors TENSORS = Tensors.floats().threads(1);
    private static final int ASKED_EACH = 100;

    /// A nudged exclusive or.
    static Trial nudged(Setting setting, double nudge, double noise, Activation activation) {
        int inputs = setting.count("inputs");
        return new Trial(
                random -> ConditionTask.nudgedXor(inputs, nudge, random), noise, activation, 1);
    }

    /// A network with its task, before learning.
    record Prepared(ConditionTask task, Samples seen, Samples unseen, HiddenLayerNetwork network) {}

    /// The same tasks and samples for both activations of a repetition.
    ///
    /// @param purpose of its random numbers
    Prepared prepare(String purpose, int seed, Setting setting) {
        ConditionTask drawn = task.apply(setting.random(purpose + " task", seed));
        RandomGenerator random = setting.random(purpose + " samples", seed);
        Samples seen = drawn.draw(setting.count("samples"), noise, random);
        Samples unseen = drawn.draw(ASKED_EACH, noise, random);
        var shape =
                new HiddenLayerNetwork.Shape(
                        drawn.inputs(), setting.count("hidden"), layers, drawn.outputs());
        var network =
                new HiddenLayerNetwork(
                        TENSORS,
                        shape,
                        activation,
                        setting.real("scale"),
                        setting.random(purpose + " weights", seed));
        return new Prepared(drawn, seen, unseen, network);
    }

    Measures run(String purpose, int seed, Setting setting) {
        return measures(purpose, seed, setting, layers).getLast();
    }

    /// The measures of each of the first hidden layers after learning.
    List<Measures> measures(String purpose, int seed, Setting setting, int upTo) {
        Prepared prepared = prepare(purpose, seed, setting);
        train(prepared, purpose, seed, setting, _ -> {});
        return IntStream.rangeClosed(1, upTo)
                .mapToObj(layer -> named(prepared, layer, setting))
                .toList();
    }

    static void train(
            Prepared prepared, String purpose, int seed, Setting setting, Training.Watch watch) {
        new Training(setting.real("rate"), setting.count("batch"), setting.count("steps"))
                .run(
                        prepared.network(),
                        prepared.task(),
                        prepared.seen(),
                        setting.random(purpose + " order", seed),
                        watch);
    }

    /// @throws IllegalStateException if points of the hidden layer coincide, so that they have no
    ///   such measure
    private Measures named(Prepared prepared, int layer, Setting setting) {
        try {
            return measure(prepared, layer, setting);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "a hidden layer of %d %s neurons cannot be measured after learning at a rate of %s: %s; more hidden neurons or another rate help"
                            .formatted(
                                    setting.count("hidden"),
                                    activation.title(),
                                    Figures.exact(setting.real("rate")),
                                    e.getMessage()),
                    e);
        }
    }

    private Measures measure(Prepared prepared, int layer, Setting setting) {
        ConditionTask learned = prepared.task();
        Representation representation =
                Representation.of(prepared.network(), prepared.unseen(), layer);
        double[][] means = representation.means(learned.conditions());
        requireAlive(means, activation, setting);
        Decoding decoding = representation.decoding(setting.real("ridge"));
        List<Dichotomy> dichotomies =
                IntStream.range(0, learned.outputs()).mapToObj(learned::dichotomy).toList();
        return new Measures(
                Geometry.alignment(means, learned.targets()),
                Geometry.alignment(means, learned.means()),
                dichotomies.stream()
                        .mapToDouble(dichotomy -> Geometry.parallelism(means, dichotomy))
                        .average()
                        .orElseThrow(),
                decoding.crossCondition(dichotomies),
                decoding.shattering(learned.conditions()),
                Geometry.participationRatio(means),
                prepared.network().rightAnswers(learned, prepared.unseen()));
    }

    /// @throws IllegalStateException if a hidden layer no longer tells conditions apart
    static void requireAlive(double[][] means, Activation activation, Setting setting) {
        for (double[] mean : means) {
            if (!Arrays.equals(mean, means[0])) {
                return;
            }
        }
        throw new IllegalStateException(
                "the hidden layer of a %s network is the same for every condition after %d steps: its neurons have died; a rate below %s helps"
                        .formatted(
                                activation.title(),
                                setting.count("steps"),
                                Figures.exact(setting.real("rate"))));
    }

    /// @param target alignment with the labels' kernel
    /// @param input alignment with the inputs' kernel
    /// @param parallelism score of the trained dichotomies
    /// @param crossCondition share of right answers across conditions
    /// @param shattering share of right answers over all balanced dichotomies
    /// @param dimensions participation ratio
    /// @param right share of right answers of the network itself on unseen samples
    record Measures(
            double target,
            double input,
            double parallelism,
            double crossCondition,
            double shattering,
            double dimensions,
            double right) {}
}
