package org.broadsheet.benchmarks.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Makes queries as readers type them: one to three neighbouring words of real titles.
final class Queries {
    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 4;
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "with", "from", "into", "over", "under", "using", "based", "towards", "toward",
                    "between", "that", "this", "their", "they", "them", "these", "those", "when",
                    "what", "which", "where", "without", "through", "beyond", "about", "across",
                    "some", "more", "than", "does", "have", "been", "such", "only", "your");

    private Queries() {}

    /// This many different queries; the same seed gives the same ones.
    static List<String> of(List<String> titles, int count, long seed) {
        Random random = new Random(seed);
        Set<String> queries = new LinkedHashSet<>();
        while (queries.size() < count) {
            List<String> words = words(titles.get(random.nextInt(titles.size())));
            int length = 1 + random.nextInt(LONGEST);
            if (words.size() >= length) {
                int from = random.nextInt(words.size() - length + 1);
                queries.add(String.join(" ", words.subList(from, from + length)));
            }
        }
        return new ArrayList<>(queries);
    }

    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD && !EMPTY_WORDS.contains(word))
                .toList();
    }
}
