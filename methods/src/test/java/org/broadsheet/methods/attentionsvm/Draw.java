package org.broadsheet.methods.attentionsvm;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Fixed seeds, for tests.
final class Draw {
    private Draw() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static Prompts prompts(int count, int length, int dimension, long seed) {
        return Prompts.onSphere(
                new Prompts.Shape(count, length, dimension), Prompts.Attention.CROSS, random(seed));
    }

    /// The authors' sizes: 6 prompts of 8 tokens in 10 dimensions, and a linear head.
    static AttentionLayer authorsLayer(long seed) {
        RandomGenerator random = random(seed);
        Prompts prompts =
                Prompts.onSphere(new Prompts.Shape(6, 8, 10), Prompts.Attention.CROSS, random);
        return new AttentionLayer(prompts, new LinearHead(Prompts.unit(10, random)), Loss.LOGISTIC);
    }
}
