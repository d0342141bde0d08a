package org.broadsheet.methods.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// This is an order of examples, drawn anew for each epoch of a training.
public final class Permutation {
    private Permutation() {}

    /// The numbers from 0 to `count - 1` in their own order.
    public static int[] identity(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /// Brings the numbers into an order of which all are equally likely (R. Durstenfeld, Algorithm
    /// 235, 1964).
    public static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
    }
}
