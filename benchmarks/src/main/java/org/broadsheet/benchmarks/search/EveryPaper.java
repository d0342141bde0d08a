package org.broadsheet.benchmarks.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import org.broadsheet.benchmarks.RealRecord;

/// The peer: no index. Every paper is scored for every query, in two plain ways over texts that are
/// in memory already.
final class EveryPaper {
    private static final int KEPT = 20;

    private final List<RealRecord> lowered;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final List<int[]> terms = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();

    private record Scored(int paper, double score) {}

    /// A way to score one paper.
    @FunctionalInterface
    private interface Scoring {
        double of(int paper);
    }

    EveryPaper(List<RealRecord> papers) {
        lowered = papers.stream().map(EveryPaper::lowered).toList();
        Map<String, Integer> papersWith = new HashMap<>();
        List<Map<String, Integer>> counts = new ArrayList<>();
        for (RealRecord paper : lowered) {
            Map<String, Integer> count = new HashMap<>();
            for (String word : Queries.words(paper.title() + " " + paper.summary())) {
                count.merge(word, 1, Integer::sum);
            }
            count.keySet().forEach(word -> papersWith.merge(word, 1, Integer::sum));
            counts.add(count);
        }
        counts.forEach(count -> addVector(count, papersWith));
    }

    private static RealRecord lowered(RealRecord paper) {
        return new RealRecord(
                paper.title().toLowerCase(Locale.ROOT),
                paper.authors().toLowerCase(Locale.ROOT),
                paper.summary().toLowerCase(Locale.ROOT));
    }

    private void addVector(Map<String, Integer> counts, Map<String, Integer> papersWith) {
        int[] ids = new int[counts.size()];
        float[] values = new float[counts.size()];
        double squares = 0;
        int i = 0;
        for (Map.Entry<String, Integer> one : counts.entrySet()) {
            ids[i] = vocabulary.computeIfAbsent(one.getKey(), _ -> vocabulary.size());
            double rarity =
                    Math.log(
                                    (1.0 + lowered.size())
                                            / (1.0 + papersWith.getOrDefault(one.getKey(), 0)))
                            + 1;
            values[i] = (float) (one.getValue() * rarity);
            squares += values[i] * values[i];
            i++;
        }
        for (int j = 0; j < values.length; j++) {
            values[j] /= (float) Math.sqrt(squares);
        }
        terms.add(ids);
        weights.add(values);
    }

    /// Counts the query's words in the authors, the title and the abstract of every paper.
    List<Integer> byCounting(String query) {
        String[] words = query.toLowerCase(Locale.ROOT).split(" ");
        return best(paper -> {
            RealRecord text = lowered.get(paper);
            return 5.0 * occurrences(text.authors(), words)
                    + 10.0 * occurrences(text.title(), words)
                    + occurrences(text.summary(), words);
        });
    }

    /// Multiplies the query's tf-idf vector with that of every paper.
    List<Integer> byTfIdf(String query) {
        float[] asked = new float[vocabulary.size()];
        for (String word : query.split(" ")) {
            Integer term = vocabulary.get(word);
            if (term != null) {
                asked[term] += 1;
            }
        }
        return best(paper -> {
            int[] ids = terms.get(paper);
            float[] values = weights.get(paper);
            double sum = 0;
            for (int i = 0; i < ids.length; i++) {
                sum += asked[ids[i]] * values[i];
            }
            return sum;
        });
    }

    private List<Integer> best(Scoring scoring) {
        var best = new PriorityQueue<>(Comparator.comparingDouble(Scored::score));
        for (int paper = 0; paper < lowered.size(); paper++) {
            double score = scoring.of(paper);
            if (score > 0) {
                best.add(new Scored(paper, score));
                if (best.size() > KEPT) {
                    best.remove();
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(Scored::paper)
                .toList();
    }

    private static int occurrences(String text, String[] words) {
        int count = 0;
        for (String word : words) {
            int at = text.indexOf(word);
            while (at >= 0) {
                count++;
                at = text.indexOf(word, at + word.length());
            }
        }
        return count;
    }
}
