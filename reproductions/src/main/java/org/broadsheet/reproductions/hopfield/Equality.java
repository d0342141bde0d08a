package org.broadsheet.reproductions.hopfield;

import java.util.random.RandomGenerator;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.hopfield.layer.Association;
import org.broadsheet.methods.hopfield.layer.Hopfield;
import org.broadsheet.methods.hopfield.layer.PlainAttention;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This compares a Hopfield layer with attention written in plain loops.
final class Equality implements HopfieldNetworks.Part {
    static final String DIFFERENCE = "attention-difference";
    static final String CONTROL = "attention-difference-other-beta";

    private static final Tensors TENSORS = Tensors.doubles();
    private static final int SIZE = 16;
    private static final int FEATURES = 24;
    private static final int STATES = 10;
    private static final int STORED = 50;

    @Override
    public void run(Setting setting, Bench bench) {
        Association attention = Association.attention(setting.count("heads"), SIZE);
        for (int seed = 0; seed < setting.count("seeds"); seed++) {
            bench.metric(DIFFERENCE, difference(attention, setting.random("attention", seed)));
            bench.metric(
                    CONTROL,
                    difference(
                            attention.withBeta(2 / Math.sqrt(SIZE)),
                            setting.random("attention", seed)));
        }
    }

    private static double difference(Association association, RandomGenerator random) {
        Hopfield layer =
                new Hopfield(
                        TENSORS,
                        new Hopfield.Features(FEATURES, FEATURES, FEATURES),
                        association,
                        random);
        double[][] states = normal(STATES, random);
        double[][] stored = normal(STORED, random);
        Tensor answer =
                layer.associate(TENSORS.of(states).unsqueeze(0), TENSORS.of(stored).unsqueeze(0))
                        .patterns();
        double[][] attention = new PlainAttention(layer).attend(states, stored);
        double largest = 0;
        for (int i = 0; i < STATES; i++) {
            for (int k = 0; k < FEATURES; k++) {
                largest = Math.max(largest, Math.abs(answer.get(0, i, k) - attention[i][k]));
            }
        }
        return largest;
    }

    private static double[][] normal(int rows, RandomGenerator random) {
        double[][] values = new double[rows][FEATURES];
        for (double[] row : values) {
            for (int k = 0; k < FEATURES; k++) {
                row[k] = random.nextGaussian();
            }
        }
        return values;
    }
}
