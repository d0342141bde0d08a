package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.search.IndexedText.Place;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// The rows of terms, each at its distance from the first, in which words count as standing side by
/// side: with compounds in parts, and with compounds whole.
public final class PhraseTerms {
    private PhraseTerms() {}

    /// One or two rows; none when all words are too common to be kept.
    public static List<List<Place>> of(String words) {
        List<Token> tokens = Analysis.tokens(words);
        List<Place> parts = new ArrayList<>();
        List<Place> whole = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        int shorter = 0;
        for (Token token : tokens) {
            if (token.shape() == Token.Shape.SINGLE) {
                parts.add(new Place(token.term(), token.position()));
                whole.add(new Place(token.term(), token.position() - shorter));
                open.add(token);
            } else {
                int inside =
                        (int) open.stream().filter(part -> part.start() >= token.start()).count();
                int first =
                        inside == 0 ? token.position() : open.get(open.size() - inside).position();
                for (int i = 0; i < inside; i++) {
                    whole.removeLast();
                }
                whole.add(new Place(token.term(), first - shorter));
                shorter += token.position() - first;
            }
        }
        if (parts.isEmpty() && whole.isEmpty()) {
            return List.of();
        }
        return parts.equals(whole) || parts.isEmpty()
                ? List.of(fromZero(whole))
                : List.of(fromZero(parts), fromZero(whole));
    }

    private static List<Place> fromZero(List<Place> row) {
        int first = row.getFirst().position();
        return row.stream()
                .map(place -> new Place(place.term(), place.position() - first))
                .toList();
    }
}
