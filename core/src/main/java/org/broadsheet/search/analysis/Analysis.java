package org.broadsheet.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Turns text into tokens.
///
/// Words are runs of letters and digits; what hyphens, apostrophes, slashes and full stops join
/// stands in parts and whole (`k-NN` is `k`, `nn` and `knn`); `C++`, `A*`, `2.5D` and ids stay in
/// one; `°` is the word degree; Greek letters and LaTeX symbols are their names.
public final class Analysis {
    /// What leaves a hole: words in nearly every text, as listed for English in most engines.
    private static final Set<String> COMMON =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in",
                    "into", "is", "it", "no", "not", "of", "on", "or", "such", "that", "the",
                    "their", "then", "there", "these", "they", "this", "to", "was", "will", "with");

    private static final int MOST_PARTS = 4;
    private static final int LONGEST_WORD = 60;

    private static final Predicate<String> EVERY = _ -> true;

    private final Predicate<String> words;
    private final Predicate<String> terms;
    private final List<Token> tokens = new ArrayList<>();
    private int position = -1;

    /// @param words tells of a word whether its term can be one of those kept
    /// @param terms tells of a term whether it is kept
    private Analysis(Predicate<String> words, Predicate<String> terms) {
        this.words = words;
        this.terms = terms;
    }

    public static List<Token> tokens(String text) {
        return new Analysis(EVERY, EVERY).of(text);
    }

    /// Those of the text's [#tokens] whose term is one of these. Stems begin with the first letter
    /// of their word, so most words are passed over without being reduced to theirs.
    public static List<Token> occurrences(Set<String> terms, String text) {
        if (terms.isEmpty()) {
            return List.of();
        }
        StringBuilder first = new StringBuilder();
        terms.forEach(term -> first.append(term.charAt(0)));
        String letters = first.toString();
        return new Analysis(word -> letters.indexOf(word.charAt(0)) >= 0, terms::contains).of(text);
    }

    private List<Token> of(String text) {
        Scanner scanner = new Scanner(text);
        for (List<Part> compound = scanner.next(); !compound.isEmpty(); compound = scanner.next()) {
            add(compound);
        }
        return tokens;
    }

    /// A word of the text, folded, with its place.
    record Part(String word, int start, int end) {}

    private void add(List<Part> compound) {
        compound.forEach(this::addSingle);
        if (compound.size() > 1 && compound.size() <= MOST_PARTS) {
            StringBuilder whole = new StringBuilder();
            compound.forEach(part -> whole.append(part.word));
            Part joined =
                    new Part(whole.toString(), compound.getFirst().start, compound.getLast().end);
            keep(joined, Token.Shape.WHOLE_COMPOUND);
        }
    }

    private void addSingle(Part part) {
        position++;
        if (!COMMON.contains(part.word)) {
            keep(part, Token.Shape.SINGLE);
        }
    }

    private void keep(Part part, Token.Shape shape) {
        if (!words.test(part.word)) {
            return;
        }
        String word =
                part.word.length() <= LONGEST_WORD
                        ? part.word
                        : part.word.substring(0, LONGEST_WORD);
        String term = term(word);
        if (terms.test(term)) {
            tokens.add(new Token(word, term, position, part.start, part.end, shape));
        }
    }

    /// What of a word is compared: a word of the letters a to z without its endings, any other as
    /// it is.
    public static String term(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter < 'a' || letter > 'z') {
                return word;
            }
        }
        return Stemmer.stem(word);
    }
}
