package org.broadsheet.reproductions.conditioning;

import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.conditioning.Attention;
import org.broadsheet.methods.conditioning.ConditionedMemory;
import org.broadsheet.methods.conditioning.LearningRule;
import org.broadsheet.methods.conditioning.Stimuli;

/// This compares the answers of a memory that learned pair by pair with attention over the pairs.
final class Equality implements PavlovianConditioning.Part {
    static final String DIFFERENCE = "attention-difference";
    static final String CONTROL = "softmax-difference";

    private static final int SIZE = 64;
    private static final int PAIRS = 100;
    private static final int QUERIES = 50;

    @Override
    public void run(Setting setting, Bench bench) {
        for (int seed = 0; seed < setting.count("seeds"); seed++) {
            Stimuli stimuli = new Stimuli(setting.random("equality", seed));
            double[][] keys = stimuli.unit(PAIRS, SIZE);
            double[][] outcomes = stimuli.signs(PAIRS, setting.count("outcome-size"));
            ConditionedMemory memory =
                    new ConditionedMemory(SIZE, outcomes[0].length, new LearningRule.Hebb(1));
            for (int i = 0; i < PAIRS; i++) {
                memory.present(keys[i], outcomes[i]);
            }
            double linear = 0;
            double softmax = 0;
            for (double[] query : stimuli.unit(QUERIES, SIZE)) {
                double[] answer = memory.answer(query);
                linear =
                        Math.max(
                                linear,
                                difference(answer, Attention.linear(keys, outcomes, query)));
                softmax =
                        Math.max(
                                softmax,
                                difference(
                                        answer,
                                        Attention.softmax(keys, outcomes, query, Math.sqrt(SIZE))));
            }
            bench.metric(DIFFERENCE, linear);
            bench.metric(CONTROL, softmax);
        }
    }

    private static double difference(double[] one, double[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }
}
