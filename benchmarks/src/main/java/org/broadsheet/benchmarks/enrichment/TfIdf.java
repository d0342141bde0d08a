package org.broadsheet.benchmarks.enrichment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.enrichment.Phrases;

/// The baseline: phrases of one to three words without common words at either end, by how often
/// they stand in the text times how rare they are among the real records. What is rare is counted
/// of phrases, not of their words.
final class TfIdf {
    static final int LONGEST = 3;
    private static final Set<String> COMMON =
            Set.of(
                    ("a an and are as at be been both but by can could do does during each few for from had has have"
                                    + " how however if in into is it its may might more most much must no nor not of on"
                                    + " only or other our out over own same should so some such than that the their them"
                                    + " then there these they this those through to under until up very was we were what"
                                    + " when where which while who will with within without would also using via based"
                                    + " use used show propose paper new across between about after all any because"
                                    + " being further here they're us towards toward whether yet i")
                            .split(" "));

    private final int longest;
    private final Map<String, Integer> papersWith = new HashMap<>();
    private final int papers;

    private record Counted(String phrase, double score) {}

    TfIdf(List<RealRecord> background, Set<String> asked, int longest) {
        this.longest = longest;
        papers = background.size();
        for (RealRecord record : background) {
            Set<String> seen = new HashSet<>();
            for (String phrase : phrases(record.title() + ". " + record.summary(), longest)) {
                if (asked.contains(phrase)) {
                    seen.add(phrase);
                }
            }
            seen.forEach(phrase -> papersWith.merge(phrase, 1, Integer::sum));
        }
    }

    List<String> of(String text, int count) {
        Map<String, Integer> times = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (String phrase : phrases(text, longest)) {
            if (times.merge(phrase, 1, Integer::sum) == 1) {
                order.add(phrase);
            }
        }
        Set<String> keys = new HashSet<>();
        return order.stream()
                .map(phrase -> new Counted(phrase, times.getOrDefault(phrase, 0) * rarity(phrase)))
                .sorted(Comparator.comparingDouble(Counted::score).reversed())
                .map(Counted::phrase)
                .filter(phrase -> keys.add(Phrases.key(phrase)))
                .limit(count)
                .toList();
    }

    private double rarity(String phrase) {
        return Math.log((1.0 + papers) / (1.0 + papersWith.getOrDefault(phrase, 0)));
    }

    /// In lower case; none reaches over punctuation.
    static List<String> phrases(String text, int longest) {
        List<String> phrases = new ArrayList<>();
        for (String part :
                text.toLowerCase(Locale.ROOT).split("[.,;:!?()\\[\\]\"]+(?:\\s|$)|[()\"]")) {
            String[] words = part.strip().split("[^\\p{L}\\p{N}+.]+");
            for (int from = 0; from < words.length; from++) {
                for (int to = from + 1; to <= words.length && to - from <= longest; to++) {
                    if (isContent(words[from]) && isContent(words[to - 1])) {
                        phrases.add(String.join(" ", List.of(words).subList(from, to)));
                    }
                }
            }
        }
        return phrases;
    }

    private static boolean isContent(String word) {
        return word.length() > 1 && !COMMON.contains(word);
    }
}
