package org.broadsheet.search;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// When a word counts as a slip, and which word it is taken for.
public final class Spelling {
    /// Shorter words have too many neighbours.
    public static final int SHORTEST = 4;

    /// A word in more papers than this is taken as meant.
    public static final int RARE = 2;

    private static final int TIMES_MORE = 10;

    private Spelling() {}

    /// How many letters may differ.
    public static int mostEdits(String word) {
        return word.length() < 6 ? 1 : 2;
    }

    /// Whether a neighbour is in so many more papers that it was likely meant.
    public static boolean likelier(long papersWithWord, long papersWithOther) {
        return papersWithWord <= RARE
                && papersWithOther >= Math.max(1, TIMES_MORE * papersWithWord);
    }

    /// The nearest neighbour that is likelier, of several the one in most papers. The first letter
    /// is taken as right.
    public static Optional<String> mended(
            String word, long papersWithWord, Map<String, Long> counts) {
        if (word.length() < SHORTEST || papersWithWord > RARE) {
            return Optional.empty();
        }
        Comparator<String> nearest = Comparator.comparingInt(other -> EditDistance.of(word, other));
        return counts.keySet().stream()
                .filter(other -> !other.isEmpty() && other.charAt(0) == word.charAt(0))
                .filter(other ->
                        !other.equals(word) && EditDistance.of(word, other) <= mostEdits(word))
                .filter(other -> likelier(papersWithWord, counts.getOrDefault(other, 0L)))
                .min(
                        nearest.thenComparing(other -> -counts.getOrDefault(other, 0L))
                                .thenComparing(Comparator.naturalOrder()));
    }
}
