package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.search.RankFusion.Fused;
import org.broadsheet.search.RankFusion.Share;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// Says in sentences why a paper was found, from the paper's own text.
final class Reasons {
    private static final int MOST_WORDS = 8;

    private final Query query;
    private final boolean like;
    private final List<Sought> words;
    private final Set<String> terms;

    /// A word of the query, the terms by which texts have it, and the part by which names do;
    /// without a part for a word that no single one can be.
    private record Sought(String word, Set<String> terms, Optional<String> name) {
        static Sought of(String word) {
            List<String> name = IndexedText.nameParts(word);
            return new Sought(
                    word,
                    Analysis.tokens(word).stream().map(Token::term).collect(Collectors.toSet()),
                    name.size() == 1 ? Optional.of(name.getFirst()) : Optional.empty());
        }
    }

    Reasons(Wish wish) {
        this.query = wish.query();
        this.like = !wish.liked().isEmpty();
        Stream<String> alone = query.all(Clause.Word.class).stream().map(Clause.Word::text);
        Stream<String> inPhrases =
                query.all(Clause.Phrase.class).stream()
                        .flatMap(one -> Stream.of(one.words().split(" ")));
        this.words = Stream.concat(alone, inPhrases).distinct().map(Sought::of).toList();
        this.terms =
                words.stream()
                        .flatMap(word -> word.terms.stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// The terms that are marked in titles and snippets and counted in explanations.
    Set<String> terms() {
        return terms;
    }

    Explanation explain(SearchedPaper paper, Fused fused) {
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

    private String reason(SearchedPaper paper, Share share) {
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

    private String words(SearchedPaper paper) {
        if (!query.hasWords()) {
            return "Every condition of the search holds.";
        }
        if (words.isEmpty()) {
            return "It shares words with the text you gave.";
        }
        List<String> names = paper.names();
        List<String> found = new ArrayList<>();
        for (Sought sought : words) {
            String places = places(paper, names, sought);
            if (!places.isEmpty()) {
                found.add("“" + sought.word + "” " + places);
            }
        }
        long more = found.size() - MOST_WORDS;
        String said = found.stream().limit(MOST_WORDS).collect(Collectors.joining("; "));
        return said + (more > 0 ? "; and " + more + " more words." : ".");
    }

    private static String places(SearchedPaper paper, List<String> names, Sought sought) {
        long asName = sought.name.isEmpty() ? 0 : Collections.frequency(names, sought.name.get());
        return Stream.of(
                        times(paper.title().count(sought.terms), "the title"),
                        times(paper.abstractText().count(sought.terms), "the abstract"),
                        times(paper.summary().count(sought.terms), "the summary"),
                        times(paper.keywords().count(sought.terms), "the keywords"),
                        times(paper.id().count(sought.terms), "the id"),
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
}
