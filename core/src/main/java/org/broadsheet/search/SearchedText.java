package org.broadsheet.search;

import java.util.List;
import java.util.Set;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// A text and where the words of a query stand in it.
///
/// @param found those of its tokens that the query asked for, in the order of the text
record SearchedText(String text, List<Token> found) {
    /// Takes the text apart.
    static SearchedText of(String text, Set<String> terms) {
        return new SearchedText(text, Analysis.occurrences(terms, text));
    }

    /// At how many places any of these terms stands; a compound and its first part share theirs.
    long count(Set<String> terms) {
        return found.stream()
                .filter(token -> terms.contains(token.term()))
                .mapToInt(Token::start)
                .distinct()
                .count();
    }
}
