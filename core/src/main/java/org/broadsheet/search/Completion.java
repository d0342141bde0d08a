package org.broadsheet.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// Picks from papers the titles and authors' names that complete what is being typed.
final class Completion {
    private final List<String> typed;

    Completion(String text) {
        this.typed = words(text).toList();
    }

    /// The words typed so far, unstemmed; the last may be the beginning of one.
    List<String> typed() {
        return typed;
    }

    /// Authors first, at most half as long as titles can fill the rest.
    List<String> of(List<Paper> papers, int limit) {
        Set<String> authors = new LinkedHashSet<>();
        Set<String> titles = new LinkedHashSet<>();
        for (Paper paper : papers) {
            paper.authors().stream()
                    .map(Author::name)
                    .filter(name -> completes(IndexedText.nameParts(name)))
                    .forEach(authors::add);
            if (completes(words(paper.title()).toList())) {
                titles.add(paper.title());
            }
        }
        int room = Math.max((limit + 1) / 2, limit - titles.size());
        return Stream.concat(authors.stream().limit(room), titles.stream()).limit(limit).toList();
    }

    private boolean completes(List<String> words) {
        return typed.stream()
                .allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
    }

    private static Stream<String> words(String text) {
        return Analysis.tokens(text).stream()
                .filter(token -> token.shape() == Token.Shape.SINGLE)
                .map(Token::word);
    }
}
