package org.broadsheet.benchmarks.enrichment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// ROUGE-1, ROUGE-2 and ROUGE-L as F1 (C.-Y. Lin, 2004): shared words, shared pairs of words, and
/// the longest row of words that both have in this order. Words are runs of letters and digits in
/// lower case, not stemmed.
record Rouge(double one, double two, double l) {
    static Rouge of(String told, String wanted) {
        List<String> ours = words(told);
        List<String> theirs = words(wanted);
        return new Rouge(
                f1(shared(ours, theirs), ours.size(), theirs.size()),
                f1(shared(pairs(ours), pairs(theirs)), ours.size() - 1, theirs.size() - 1),
                f1(longestCommon(ours, theirs), ours.size(), theirs.size()));
    }

    double mean() {
        return (one + two + l) / 3;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static List<String> pairs(List<String> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs;
    }

    private static int shared(List<String> ours, List<String> theirs) {
        Map<String, Integer> counts = new HashMap<>();
        theirs.forEach(word -> counts.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : ours) {
            int left = counts.getOrDefault(word, 0);
            if (left > 0) {
                shared++;
                counts.put(word, left - 1);
            }
        }
        return shared;
    }

    private static int longestCommon(List<String> ours, List<String> theirs) {
        int[] lengths = new int[theirs.size() + 1];
        for (String word : ours) {
            int diagonal = 0;
            for (int j = 1; j <= theirs.size(); j++) {
                int above = lengths[j];
                lengths[j] =
                        word.equals(theirs.get(j - 1))
                                ? diagonal + 1
                                : Math.max(above, lengths[j - 1]);
                diagonal = above;
            }
        }
        return lengths[theirs.size()];
    }

    private static double f1(int shared, int ours, int theirs) {
        return shared == 0 ? 0 : 2.0 * shared / (ours + theirs);
    }
}
