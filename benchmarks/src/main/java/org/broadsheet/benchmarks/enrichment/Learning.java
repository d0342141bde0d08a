package org.broadsheet.benchmarks.enrichment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.benchmarks.enrichment.Logistic.Example;
import org.broadsheet.enrichment.Extract;
import org.broadsheet.enrichment.HabitCounts;
import org.broadsheet.enrichment.Keywords;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.enrichment.Phrase;
import org.broadsheet.enrichment.Phrases;

/// Learns, from days whose keywords and sentences are known, what the core ships: the tables of
/// words and the weights of phrases and sentences.
final class Learning {
    private static final int LEAST_PAPERS = 20;

    /// How steeply the learning of sentences prefers the best one.
    private static final double SHARPNESS = 12;

    private final List<RealDay.Entry> papers;

    Learning(List<RealDay.Entry> papers) {
        this.papers = papers;
    }

    /// In how many of the records each stem occurs, those in a few left out.
    static Map<String, Integer> commonness(List<RealRecord> records) {
        Map<String, Integer> counts = new HashMap<>();
        for (RealRecord record : records) {
            Set<String> stems =
                    new HashSet<>(
                            List.of(
                                    Phrases.key(record.title() + ". " + record.summary())
                                            .split(" ")));
            stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < LEAST_PAPERS);
        return counts;
    }

    Map<String, Lexicon.Habit> habits(List<RealDay.Entry> from) {
        HabitCounts counts = new HabitCounts();
        for (RealDay.Entry entry : from) {
            Set<String> keys = KeywordScore.keys(entry.keywords());
            counts.add(entry.title(), keys);
            counts.add(entry.text(), keys);
        }
        return counts.habits();
    }

    Map<String, Lexicon.Habit> habits() {
        return habits(papers);
    }

    /// The weights of phrases. The habits of a paper's words come from the other papers alone, in
    /// five parts, as they do for a paper that is new.
    double[] keywordWeights(Lexicon lexicon) {
        List<Example> examples = new ArrayList<>();
        int parts = 5;
        for (int part = 0; part < parts; part++) {
            List<RealDay.Entry> others = new ArrayList<>();
            List<RealDay.Entry> these = new ArrayList<>();
            for (int i = 0; i < papers.size(); i++) {
                (i % parts == part ? these : others).add(papers.get(i));
            }
            Lexicon known = new Lexicon(lexicon.papers(), lexicon.commonness(), habits(others));
            for (RealDay.Entry entry : these) {
                Set<String> keys = KeywordScore.keys(entry.keywords());
                for (Phrase phrase : Phrases.of(entry.title(), entry.text(), known)) {
                    examples.add(new Example(phrase.features(), keys.contains(phrase.key())));
                }
            }
        }
        return Logistic.learn(examples, Phrases.FEATURES);
    }

    /// The weights of sentences: the model's chances over a paper's sentences are led towards those
    /// that favour sentences with much in common with the page's sentence.
    double[] sentenceWeights(Lexicon lexicon, Keywords keywords) {
        Extract extract = new Extract(lexicon, keywords, new double[Extract.FEATURES]);
        List<List<Extract.Sentence>> all = new ArrayList<>();
        List<double[]> wanted = new ArrayList<>();
        for (RealDay.Entry entry : papers) {
            List<Extract.Sentence> sentences = extract.sentences(entry.title(), entry.text());
            if (sentences.size() > 1) {
                all.add(sentences);
                wanted.add(
                        chances(
                                sentences.stream()
                                        .mapToDouble(one ->
                                                SHARPNESS
                                                        * Rouge.of(one.text(), entry.summary())
                                                                .mean())
                                        .toArray()));
            }
        }
        return Ranking.learn(
                all.stream()
                        .map(one ->
                                one.stream()
                                        .map(Extract.Sentence::features)
                                        .toArray(double[][]::new))
                        .toList(),
                wanted,
                Extract.FEATURES);
    }

    static double[] chances(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double[] chances = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            chances[i] = Math.exp(scores[i] - most);
            sum += chances[i];
        }
        for (int i = 0; i < scores.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }
}
