package org.broadsheet.enrichment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.enrichment.Lexicon.Habit;
import org.jspecify.annotations.Nullable;

/// Counts, over texts whose keywords are known, where each word stood. A word seen seldom behaves
/// much like its kind, and a kind seen seldom much like all words.
public final class HabitCounts {
    /// A word needs so many places to be told apart from its kind.
    private static final int LEAST_PLACES = 3;

    private static final int LEAST_OF_KIND = 20;
    private static final double TRUST_IN_KIND = 3;
    private static final double TRUST_IN_ALL = 10;

    private final Map<String, Counts> words = new HashMap<>();
    private final Map<String, Counts> kinds = new HashMap<>();
    private final Map<String, Map<String, Integer>> kindOf = new HashMap<>();
    private final Counts all = new Counts();

    /// @param keys the keywords' [Phrases#key]s
    public void add(String text, Set<String> keys) {
        List<Word> all = Words.of(text);
        boolean[] inside = new boolean[all.size()];
        boolean[] first = new boolean[all.size()];
        boolean[] last = new boolean[all.size()];
        for (int from = 0; from < all.size(); from++) {
            StringBuilder key = new StringBuilder();
            for (int to = from + 1; to <= all.size() && to - from <= Phrases.LONGEST; to++) {
                if (to - from > 1 && all.get(to - 1).isApart()) {
                    break;
                }
                key.append(key.isEmpty() ? "" : " ").append(all.get(to - 1).stem());
                if (keys.contains(key.toString())) {
                    java.util.Arrays.fill(inside, from, to, true);
                    first[from] = true;
                    last[to - 1] = true;
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            boolean isBefore = i + 1 < all.size() && first[i + 1] && !all.get(i + 1).isApart();
            boolean isAfter = i > 0 && last[i - 1] && !all.get(i).isApart();
            count(all.get(i), new boolean[] {inside[i], first[i], last[i], isBefore, isAfter});
        }
    }

    private void count(Word word, boolean[] seen) {
        String kind = Lexicon.kind(word.surface());
        words.computeIfAbsent(word.stem(), _ -> new Counts()).add(seen);
        kinds.computeIfAbsent(kind, _ -> new Counts()).add(seen);
        kindOf.computeIfAbsent(word.stem(), _ -> new HashMap<>()).merge(kind, 1, Integer::sum);
        all.add(seen);
    }

    /// The habits of all words and kinds of which enough was seen, by stem or kind.
    public Map<String, Habit> habits() {
        Map<String, Habit> habits = new TreeMap<>();
        Shares everywhere = all.shares(null, 0);
        Map<String, Shares> ofKinds = new HashMap<>();
        kinds.forEach((kind, counts) -> {
            Shares shares = counts.shares(everywhere, TRUST_IN_ALL);
            ofKinds.put(kind, shares);
            if (counts.places >= LEAST_OF_KIND) {
                habits.put(kind, shares.habit());
            }
        });
        words.forEach((stem, counts) -> {
            if (counts.places >= LEAST_PLACES) {
                Shares kind = ofKinds.getOrDefault(commonest(stem), everywhere);
                habits.put(stem, counts.shares(kind, TRUST_IN_KIND).habit());
            }
        });
        return habits;
    }

    private String commonest(String stem) {
        return kindOf.getOrDefault(stem, Map.of()).entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /// How often a word stood somewhere, and how often so; in the order of [Habit].
    private static final class Counts {
        private int places;
        private final int[] seen = new int[5];

        void add(boolean[] here) {
            places++;
            for (int i = 0; i < seen.length; i++) {
                seen[i] += here[i] ? 1 : 0;
            }
        }

        Shares shares(@Nullable Shares prior, double trust) {
            double[] shares = new double[seen.length];
            for (int i = 0; i < seen.length; i++) {
                boolean isAmongInside = i == 1 || i == 2;
                int of = isAmongInside ? seen[0] : places;
                double expected = prior == null ? 0.1 : prior.of[i];
                double doubt = prior == null ? 1 : trust;
                shares[i] = (seen[i] + doubt * expected) / (of + doubt);
            }
            return new Shares(shares);
        }
    }

    private record Shares(double[] of) {
        Habit habit() {
            return new Habit(odds(0), odds(1), odds(2), odds(3), odds(4));
        }

        private double odds(int i) {
            double share = Math.clamp(of[i], 1e-4, 1 - 1e-4);
            return Math.log(share / (1 - share));
        }
    }
}
