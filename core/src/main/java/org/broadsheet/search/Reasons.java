package org.broadsheet.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.RankFusion.Fused;
import org.broadsheet.search.RankFusion.Share;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// Says in sentences why a paper was found, from the paper's own text.
final class Reasons {
    private static final int MOST_WORDS = 8;

    private final Query query;
    private final boolean like;
    private final Set<String> words;

    Reasons(Wish wish) {
        this.query = wish.query();
        this.like = !wish.liked().isEmpty();
        this.words = new LinkedHashSet<>();
        query.all(Clause.Word.class).forEach(word -> words.add(word.text()));
        query.all(Clause.Phrase.class)
                .forEach(one -> words.addAll(List.of(one.words().split(" "))));
    }

    /// The terms that are marked in titles and snippets.
    Set<String> marked() {
        return words.stream().flatMap(Reasons::terms).collect(Collectors.toUnmodifiableSet());
    }

    Explanation explain(Paper paper, Fused fused) {
        List<Explanation.Part> parts =
                fused.shares().stream()
                        .map(share ->
                                new Explanation.Part(
                                        share.list(),
                                        share.rank(),
                                        share.listScore(),
                                        share.adds(),
                                        reason(paper, share)))
                        .toList();
        return new Explanation(fused.score(), parts);
    }

    private String reason(Paper paper, Share share) {
        return switch (share.list()) {
            case Ranked.ID -> "You asked for this paper by its id.";
            case Ranked.MEANING -> meaning(share);
            default -> words(paper);
        };
    }

    private String meaning(Share share) {
        return String.format(
                Locale.ROOT,
                "Its text is near %s in meaning: cosine %.3f, where 1 is the same.",
                like ? "the papers you named" : "your words",
                share.listScore());
    }

    private String words(Paper paper) {
        if (!query.hasWords()) {
            return "Every condition of the search holds.";
        }
        if (words.isEmpty()) {
            return "It shares words with the text you gave.";
        }
        List<String> found = new ArrayList<>();
        for (String word : words) {
            String places = places(paper, word);
            if (!places.isEmpty()) {
                found.add("“" + word + "” " + places);
            }
        }
        long more = found.size() - MOST_WORDS;
        String said = found.stream().limit(MOST_WORDS).collect(Collectors.joining("; "));
        return said + (more > 0 ? "; and " + more + " more words." : ".");
    }

    private static String places(Paper paper, String word) {
        Set<String> terms = terms(word).collect(Collectors.toSet());
        Stream<String> names = IndexedText.authors(paper).stream().map(IndexedText.Place::term);
        List<String> name = IndexedText.nameParts(word);
        long asName = name.size() == 1 ? names.filter(name.getFirst()::equals).count() : 0;
        String summary = paper.summary() == null ? "" : paper.summary().text();
        return Stream.of(
                        times(count(paper.title(), terms), "the title"),
                        times(count(paper.abstractText(), terms), "the abstract"),
                        times(count(summary, terms), "the summary"),
                        times(count(String.join(" . ", paper.keywords()), terms), "the keywords"),
                        times(count(paper.id().value(), terms), "the id"),
                        times(asName, "the authors"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String times(long count, String where) {
        if (count == 0) {
            return "";
        }
        return (count == 1 ? "once" : count == 2 ? "twice" : count + " times") + " in " + where;
    }

    private static long count(String text, Set<String> terms) {
        return Analysis.tokens(text).stream()
                .filter(token -> terms.contains(token.term()))
                .map(Token::start)
                .distinct()
                .count();
    }

    private static Stream<String> terms(String word) {
        return Analysis.tokens(word).stream().map(Token::term);
    }
}
