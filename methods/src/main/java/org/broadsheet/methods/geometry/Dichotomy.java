package org.broadsheet.methods.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// This is a way to part conditions into two classes, neither of them empty.
///
/// @param positive for each condition whether it is of the first class
public record Dichotomy(boolean[] positive) {
    private static final int MOST_BALANCED = 16;

    public Dichotomy {
        positive = positive.clone();
        int size = 0;
        for (boolean one : positive) {
            size += one ? 1 : 0;
        }
        if (size == 0 || size == positive.length) {
            throw new IllegalArgumentException(
                    "%d of %d conditions are of the first class; accepted are two classes that are not empty"
                            .formatted(size, positive.length));
        }
    }

    public int conditions() {
        return positive.length;
    }

    /// The conditions of a class.
    public int[] members(boolean first) {
        return IntStream.range(0, positive.length).filter(i -> positive[i] == first).toArray();
    }

    public boolean isBalanced() {
        return members(true).length == members(false).length;
    }

    /// All dichotomies with as many conditions in each class; of the two names of each the one in
    /// which condition 0 is of the first class.
    ///
    /// @param conditions even, 2 to 16
    public static List<Dichotomy> balanced(int conditions) {
        if (conditions < 2 || conditions > MOST_BALANCED || conditions % 2 != 0) {
            throw new IllegalArgumentException(
                    "conditions: %d; accepted are even numbers from 2 to %d"
                            .formatted(conditions, MOST_BALANCED));
        }
        List<Dichotomy> all = new ArrayList<>();
        for (int mask = 1; mask < 1 << conditions; mask += 2) {
            if (Integer.bitCount(mask) == conditions / 2) {
                boolean[] positive = new boolean[conditions];
                for (int i = 0; i < conditions; i++) {
                    positive[i] = (mask >> i & 1) == 1;
                }
                all.add(new Dichotomy(positive));
            }
        }
        return all;
    }
}
