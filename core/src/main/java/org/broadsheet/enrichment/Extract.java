package org.broadsheet.enrichment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Picks the one sentence of an abstract that says most of what the paper is about, and leaves it
/// as it stands.
public final class Extract {
    /// How many numbers describe a sentence.
    public static final int FEATURES = 22;

    private static final Pattern PROPOSES =
            Pattern.compile(
                    "(?i)\\b(?:we|this (?:paper|work|article|study|report)|the paper)\\b[^.]{0,40}?\\b(?:propos|introduc|present|develop|design|describ"
                            + "|formulat|build|built|creat|releas|offer|establish)");
    private static final Pattern STUDIES =
            Pattern.compile(
                    "(?i)\\b(?:we|this (?:paper|work|article|study|report))\\b[^.]{0,40}?\\b(?:stud|investigat|explor|examin|analy|survey|address|tackle|ask|consider|revisit)");
    private static final Pattern FINDS =
            Pattern.compile(
                    "(?i)\\b(?:we (?:show|find|demonstrate|prove|observe|reveal)|results? (?:show|demonstrate|indicate|suggest)|experiments|outperform|achiev|state-of-the-art)");
    private static final Pattern OPPOSES =
            Pattern.compile(
                    "(?i)^(?:however|yet|but|despite|although|while|existing|current|recent|prior|previous|unfortunately|nevertheless|most)\\b|\\bhowever\\b");
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?i)^(?:specifically|to this end|first|second|third|moreover|additionally|furthermore|finally|in particular|concretely|in addition|also|then|for example|for instance|notably|crucially|our code|code)\\b");
    private static final Pattern POINTS_BACK =
            Pattern.compile("^(?:It|They|These|This|Its|Such|Those|Here)\\b");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)https?://|\\bavailable at\\b|github|project page|\\bcode (?:is|and|will)\\b|open-sourc");
    private static final Pattern HERE =
            Pattern.compile(
                    "(?i)\\bin this (?:paper|work|article|study|report)|^this (?:paper|work)|\\bhere,? we\\b");

    /// Words of a sentence that can stand for a whole paper, about.
    private static final double IDEAL_WORDS = 26;

    private final Lexicon lexicon;
    private final Keywords keywords;
    private final double[] weights;

    /// @param weights one for each feature of a sentence
    public Extract(Lexicon lexicon, Keywords keywords, double[] weights) {
        this.lexicon = lexicon;
        this.keywords = keywords;
        this.weights = weights.clone();
    }

    /// A sentence of a text and what tells a telling one from another.
    public record Sentence(String text, double[] features) {}

    /// The sentence; empty where the text has none.
    public Optional<String> of(String title, String text) {
        return best(sentences(title, text));
    }

    /// The same for a text whose leading keywords are known.
    Optional<String> of(String title, String text, List<Keywords.Scored> keys) {
        return best(sentences(title, text, keys));
    }

    private Optional<String> best(List<Sentence> sentences) {
        String best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Sentence sentence : sentences) {
            double score = Linear.dot(weights, sentence.features());
            if (score > highest) {
                highest = score;
                best = sentence.text();
            }
        }
        return Optional.ofNullable(best);
    }

    /// All sentences of the text, in their order.
    public List<Sentence> sentences(String title, String text) {
        return sentences(title, text, keywords.scored(title, text, Keywords.COUNT));
    }

    private List<Sentence> sentences(String title, String text, List<Keywords.Scored> keys) {
        List<String> texts = Sentences.of(text);
        List<Set<String>> stems = texts.stream().map(Extract::stems).toList();
        Map<String, Double> centroid = centroid(stems);
        double length = length(centroid);
        Set<String> titled = stems(title);
        List<Sentence> sentences = new ArrayList<>();
        boolean proposed = false;
        for (int i = 0; i < texts.size(); i++) {
            String one = texts.get(i);
            double[] features = new double[FEATURES];
            place(i, texts.size(), features);
            shape(one, features);
            if (features[9] > 0 && !proposed) {
                proposed = true;
                features[18] = 1;
            }
            features[14] = share(titled, stems.get(i));
            features[15] = nearness(stems.get(i), centroid, length);
            features[16] = coverage(one, keys);
            sentences.add(new Sentence(one, features));
        }
        return sentences;
    }

    private static void place(int i, int count, double[] features) {
        features[0] = i == 0 ? 1 : 0;
        features[1] = i == 1 ? 1 : 0;
        features[2] = i == 2 ? 1 : 0;
        features[3] = i == count - 1 && count > 1 ? 1 : 0;
        features[4] = (double) i / Math.max(1, count - 1);
        features[5] = Math.log(1 + i);
    }

    private static void shape(String sentence, double[] features) {
        List<Word> words = Words.of(sentence);
        double length = Math.log(Math.max(1, words.size()) / IDEAL_WORDS);
        features[6] = length;
        features[7] = Math.max(0, length) * length;
        features[8] = Math.max(0, -length) * -length;
        features[9] = is(PROPOSES, sentence);
        features[10] = is(STUDIES, sentence);
        features[11] = is(FINDS, sentence);
        features[12] = is(OPPOSES, sentence);
        features[13] = is(GOES_ON, sentence);
        features[17] = is(POINTS_BACK, sentence);
        features[19] = is(ADDRESS, sentence);
        features[20] = is(HERE, sentence);
        long digits =
                words.stream().filter(word -> Character.isDigit(word.surface().charAt(0))).count();
        features[21] = (double) digits / Math.max(1, words.size());
    }

    private static double is(Pattern pattern, String sentence) {
        return pattern.matcher(sentence).find() ? 1 : 0;
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        Words.of(text).forEach(word -> stems.add(word.stem()));
        return stems;
    }

    private Map<String, Double> centroid(List<Set<String>> sentences) {
        Map<String, Double> centroid = new HashMap<>();
        sentences.forEach(stems ->
                stems.forEach(stem -> centroid.merge(stem, lexicon.rarity(stem), Double::sum)));
        return centroid;
    }

    /// The cosine between a sentence and the sum of all.
    private double nearness(Set<String> stems, Map<String, Double> centroid, double length) {
        double product = 0;
        double own = 0;
        for (String stem : stems) {
            double weight = lexicon.rarity(stem);
            product += weight * centroid.getOrDefault(stem, 0.0);
            own += weight * weight;
        }
        return product == 0 ? 0 : product / (Math.sqrt(own) * length);
    }

    private static double length(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(value -> value * value).sum());
    }

    /// How much of the title the sentence has, rare words for more.
    private double share(Set<String> title, Set<String> sentence) {
        double shared = 0;
        double all = 0;
        for (String stem : title) {
            double weight = lexicon.rarity(stem);
            all += weight;
            shared += sentence.contains(stem) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }

    private static double coverage(String sentence, List<Keywords.Scored> keys) {
        String stems = " " + Phrases.key(sentence) + " ";
        long covered =
                keys.stream().filter(one -> stems.contains(" " + one.phrase().key() + " ")).count();
        return keys.isEmpty() ? 0 : (double) covered / keys.size();
    }
}
