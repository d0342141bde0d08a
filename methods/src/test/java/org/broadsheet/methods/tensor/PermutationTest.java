package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PermutationTest {
    /// 24 orders, 24,000 drawings: a count has a standard deviation of 31, and 160 are five of
    /// them.
    @Test
    void everyOrderIsEquallyLikely() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Integer> counts = new HashMap<>();
        int[] order = Permutation.identity(4);
        for (int i = 0; i < 24_000; i++) {
            Permutation.shuffle(order, random);
            counts.merge(Arrays.toString(order), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 1_000) < 160);
    }
}
