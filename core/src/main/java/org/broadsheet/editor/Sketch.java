package org.broadsheet.editor;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;
import org.jspecify.annotations.Nullable;

/// A paper as the editor sees it: the vector of its meaning, if it has one, and its words, authors
/// and whether it has code, as numbers. Words count by their rarity, those of the title twice.
///
/// @param vector of length 1, or absent
/// @param places which features it has, without order
/// @param values how much of each; those of words have length 1 together
final class Sketch {
    /// Features share places now and then; among some thousand papers that costs nothing.
    static final int PLACES = 1 << 16;

    private static final double AUTHORS = 0.3;
    private static final double CODE = 0.3;
    private static final int MOST_AUTHORS = 50;

    private final Paper paper;
    private final float @Nullable [] vector;
    private final int[] places;
    private final float[] values;
    private final int words;

    private Sketch(
            Paper paper, float @Nullable [] vector, int[] places, float[] values, int words) {
        this.paper = paper;
        this.vector = vector;
        this.places = places;
        this.values = values;
        this.words = words;
    }

    static Sketch of(Paper paper, float @Nullable [] vector, Lexicon lexicon) {
        Map<Integer, Float> words = words(paper, lexicon);
        Map<Integer, Float> others = others(paper);
        int[] places = new int[words.size() + others.size()];
        float[] values = new float[places.length];
        int i = 0;
        for (Map.Entry<Integer, Float> one : words.entrySet()) {
            places[i] = one.getKey();
            values[i++] = one.getValue();
        }
        for (Map.Entry<Integer, Float> one : others.entrySet()) {
            places[i] = one.getKey();
            values[i++] = one.getValue();
        }
        return new Sketch(paper, vector, places, values, words.size());
    }

    private static Map<Integer, Float> words(Paper paper, Lexicon lexicon) {
        Map<String, Integer> counts = new HashMap<>();
        for (Token token : Analysis.tokens(paper.title())) {
            counts.merge(token.term(), 2, Integer::sum);
        }
        for (Token token : Analysis.tokens(paper.leadText())) {
            counts.merge(token.term(), 1, Integer::sum);
        }
        Map<Integer, Float> words = new TreeMap<>();
        double squares = 0;
        for (Map.Entry<String, Integer> one : counts.entrySet()) {
            double value = (1 + Math.log(one.getValue())) * lexicon.rarity(one.getKey());
            words.merge(place("w " + one.getKey()), (float) value, Float::sum);
            squares += value * value;
        }
        float length = (float) Math.sqrt(Math.max(squares, 1e-9));
        words.replaceAll((_, value) -> value / length);
        return words;
    }

    private static Map<Integer, Float> others(Paper paper) {
        Map<Integer, Float> others = new HashMap<>();
        int authors = Math.min(MOST_AUTHORS, paper.authors().size());
        for (Author author : paper.authors().subList(0, authors)) {
            others.merge(
                    place("a " + author.key()), (float) (AUTHORS / Math.sqrt(authors)), Float::sum);
        }
        if (paper.link(Link.Kind.CODE).isPresent()) {
            others.put(place("code"), (float) CODE);
        }
        return others;
    }

    private static int place(String feature) {
        int hash = feature.hashCode() * 0x9E3779B9;
        return hash >>> 16;
    }

    Paper paper() {
        return paper;
    }

    float @Nullable [] vector() {
        return vector;
    }

    int[] places() {
        return places;
    }

    float[] values() {
        return values;
    }

    /// How alike two papers are, 0 to 1: by meaning where both have a vector, else by words.
    double likeness(Sketch other) {
        float[] mine = vector;
        float[] theirs = other.vector;
        if (mine != null && theirs != null && mine.length == theirs.length) {
            return byMeaning(mine, theirs);
        }
        return byWords(other);
    }

    /// Vectors of one model all lie within a narrow cone: a cosine of 0.5 is no likeness at all.
    private static double byMeaning(float[] mine, float[] theirs) {
        double cosine = 0;
        for (int i = 0; i < mine.length; i++) {
            cosine += mine[i] * theirs[i];
        }
        return Math.clamp(2 * cosine - 1, 0, 1);
    }

    /// Both have the places of their words in order.
    private double byWords(Sketch other) {
        double cosine = 0;
        int i = 0;
        int j = 0;
        while (i < words && j < other.words) {
            int order = Integer.compare(places[i], other.places[j]);
            if (order == 0) {
                cosine += values[i] * other.values[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Math.clamp(cosine, 0, 1);
    }
}
