package org.broadsheet.enrichment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Picks a paper's keywords from its title and abstract: the phrases with the highest weighted sum
/// of their features ([Phrases]). The same text always has the same keywords.
public final class Keywords {
    /// How many a paper gets: what a reader takes in at a glance.
    public static final int COUNT = 8;

    /// What a phrase loses when it is part of one that was picked, or has one inside.
    private static final double NESTED = 1.5;

    private final Lexicon lexicon;
    private final double[] weights;

    /// @param weights one for each feature of a phrase
    public Keywords(Lexicon lexicon, double[] weights) {
        this.lexicon = lexicon;
        this.weights = weights.clone();
    }

    /// A phrase and the logarithm of its odds to be a keyword.
    public record Scored(Phrase phrase, double score) {}

    /// At most `count` keywords, the surest first.
    public List<String> of(String title, String text, int count) {
        return scored(title, text, count).stream().map(one -> one.phrase().surface()).toList();
    }

    /// The same with how sure each is.
    public List<Scored> scored(String title, String text, int count) {
        List<Scored> rest = new ArrayList<>();
        for (Phrase phrase : Phrases.of(title, text, lexicon)) {
            rest.add(new Scored(phrase, Linear.dot(weights, phrase.features())));
        }
        rest.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Scored> picked = new ArrayList<>();
        while (picked.size() < count && !rest.isEmpty()) {
            Scored best = best(rest, picked);
            picked.add(best);
            rest.remove(best);
        }
        return picked;
    }

    /// Phrases come by score: behind one that is not nested none can be better.
    private static Scored best(List<Scored> rest, List<Scored> picked) {
        Scored best = rest.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        for (Scored one : rest) {
            if (one.score() <= highest) {
                break;
            }
            boolean isNested = picked.stream().anyMatch(other -> nest(one, other));
            double score = one.score() - (isNested ? NESTED : 0);
            if (score > highest) {
                highest = score;
                best = one;
            }
        }
        return best;
    }

    private static boolean nest(Scored one, Scored other) {
        String a = " " + one.phrase().key() + " ";
        String b = " " + other.phrase().key() + " ";
        return a.contains(b) || b.contains(a);
    }
}
