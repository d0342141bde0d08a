package org.broadsheet.editor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadsheet.edition.Pick;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// Picks papers for a day: those with the highest score, each lowered by its likeness to what was
/// picked before it (maximal marginal relevance; J. Carbonell, J. Goldstein, 1998), and says why.
/// Works without votes, without vectors and without interests; the same question always has the
/// same answer.
public final class Editor {
    /// A standard deviation of the votes on a day.
    static final double TASTE = 1;

    /// One of the house's categories.
    static final double CATEGORY = 1.5;

    /// One of the house's keywords in the title; in the abstract half of it.
    static final double KEYWORD = 1.5;

    private static final int MOST_KEYWORDS = 2;

    /// A day older.
    static final double AGE = 0.05;

    /// A pick that stands in the edition already: readers saw it there.
    static final double STANDS = 0.5;

    /// A paper just like one that was picked.
    static final double SAME = 2;

    /// A voted paper this near is named in the reason.
    private static final double NEAR = 0.35;

    private final Supplier<Lexicon> lexicon;

    /// @param lexicon asked for when there is something to pick
    public Editor(Supplier<Lexicon> lexicon) {
        this.lexicon = lexicon;
    }

    /// What is known when a day is edited.
    ///
    /// @param vectors of wire and liked papers, as far as there are any
    public record Question(
            LocalDate day,
            Collection<Paper> wire,
            Collection<LikedPaper> liked,
            Map<PaperId, float[]> vectors,
            Interests interests,
            Set<PaperId> standing) {}

    /// A paper of an earlier edition.
    ///
    /// @param gain how many standard deviations of its day's votes it lies above their mean
    public record LikedPaper(Paper paper, double gain) {}

    /// A paper of the wire with its score and what the score is made of.
    private static final class Scored {
        private final Sketch sketch;
        private final double score;
        private double likest;

        Scored(Sketch sketch, double score) {
            this.sketch = sketch;
            this.score = score;
        }

        double now() {
            return score - SAME * likest;
        }
    }

    /// At most `count` picks, in the order in which they were picked.
    public List<Pick> pick(Question question, int count) {
        if (question.wire().isEmpty()) {
            return List.of();
        }
        List<Taste.Liked> liked = liked(question);
        Map<Sketch, Double> scores = scores(question, liked);
        List<Scored> rest = new ArrayList<>();
        scores.forEach((sketch, score) -> rest.add(new Scored(sketch, score)));
        List<Pick> picks = new ArrayList<>();
        while (picks.size() < count && !rest.isEmpty()) {
            Scored best = rest.stream().max(BY_SCORE).orElseThrow();
            rest.remove(best);
            picks.add(
                    new Pick(
                            best.sketch.paper().id(),
                            Pick.By.EDITOR,
                            new Reason(question.interests(), liked, NEAR).of(best.sketch)));
            rest.forEach(
                    one -> one.likest = Math.max(one.likest, one.sketch.likeness(best.sketch)));
        }
        return picks;
    }

    private static final Comparator<Scored> BY_SCORE =
            Comparator.comparingDouble(Scored::now).thenComparing(one -> one.sketch.paper().id());

    /// The papers of the wire, best first, as the editor would order them without regard to
    /// variety.
    public List<PaperId> order(Question question) {
        Map<Sketch, Double> scores = scores(question, liked(question));
        return scores.entrySet().stream()
                .sorted(
                        Map.Entry.<Sketch, Double>comparingByValue()
                                .reversed()
                                .thenComparing(one -> one.getKey().paper().id()))
                .map(one -> one.getKey().paper().id())
                .toList();
    }

    private List<Taste.Liked> liked(Question question) {
        return question.liked().stream()
                .map(one -> new Taste.Liked(sketch(one.paper(), question), one.gain()))
                .toList();
    }

    private Sketch sketch(Paper paper, Question question) {
        float @Nullable [] vector = question.vectors().get(paper.id());
        return Sketch.of(paper, vector, lexicon.get());
    }

    private Map<Sketch, Double> scores(Question question, List<Taste.Liked> liked) {
        Taste taste = Taste.of(liked);
        Map<Sketch, Double> scores = new LinkedHashMap<>();
        Map<String, String> keys = Reason.keys(question.interests());
        for (Paper paper : question.wire()) {
            Sketch sketch = sketch(paper, question);
            double score = TASTE * taste.of(sketch) - AGE * age(paper, question.day());
            score += CATEGORY * category(paper, question.interests());
            score += KEYWORD * keywords(paper, keys);
            score += question.standing().contains(paper.id()) ? STANDS : 0;
            scores.put(sketch, score);
        }
        return scores;
    }

    private static double age(Paper paper, LocalDate day) {
        LocalDate published = paper.published();
        return published == null ? 30 : Math.clamp(ChronoUnit.DAYS.between(published, day), 0, 30);
    }

    /// 1 for its first category, half for another.
    private static double category(Paper paper, Interests interests) {
        List<String> categories = paper.categories();
        for (int i = 0; i < categories.size(); i++) {
            if (interests.wants(categories.get(i))) {
                return i == 0 ? 1 : 0.5;
            }
        }
        return 0;
    }

    private static double keywords(Paper paper, Map<String, String> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        Map<String, Double> found = new HashMap<>();
        Reason.found(paper.leadText(), keys).forEach(word -> found.put(word, 0.5));
        Reason.found(paper.title(), keys).forEach(word -> found.put(word, 1.0));
        return Math.min(
                MOST_KEYWORDS,
                found.values().stream().collect(Collectors.summingDouble(Double::doubleValue)));
    }
}
