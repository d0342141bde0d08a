package org.broadsheet.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.enrichment.Word.Gap;
import org.broadsheet.search.analysis.Analysis;

/// Reads a text from the left and hands out its words. Formulas between dollar signs and LaTeX
/// commands are no words; they part the words around them.
final class Words {
    private static final String HYPHENS = "-‐‑–";
    private static final int LONGEST = 60;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private Gap gap = Gap.BREAK;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        return new Words(text).all();
    }

    private List<Word> all() {
        while (at < text.length()) {
            char here = text.charAt(at);
            if (Character.isLetterOrDigit(here)) {
                addWord();
            } else if (here == '$') {
                skipFormula();
            } else if (here == '\\') {
                skipCommand();
            } else {
                widen(here);
                at++;
            }
        }
        return words;
    }

    private void addWord() {
        int start = at;
        while (at < text.length() && isInside()) {
            at++;
        }
        if (at - start <= LONGEST) {
            String surface = text.substring(start, at);
            String stem = Analysis.term(surface.toLowerCase(Locale.ROOT));
            words.add(new Word(surface, stem, gap, start, at));
            gap = Gap.BLANK;
        } else {
            gap = Gap.BREAK;
        }
        if (isHyphenAhead()) {
            gap = gap == Gap.BLANK ? Gap.HYPHEN : gap;
            at++;
        } else {
            skipPossessive();
        }
    }

    /// A letter or digit, the point of a number, or the plus signs of `C++`.
    private boolean isInside() {
        char here = text.charAt(at);
        boolean isPoint = here == '.' && isDigit(at - 1) && isDigit(at + 1);
        return Character.isLetterOrDigit(here) || isPoint || here == '+' && at > 0;
    }

    private boolean isHyphenAhead() {
        return at + 1 < text.length()
                && HYPHENS.indexOf(text.charAt(at)) >= 0
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private void skipPossessive() {
        boolean isPossessive =
                at + 1 < text.length()
                        && "'’".indexOf(text.charAt(at)) >= 0
                        && text.charAt(at + 1) == 's';
        at += isPossessive ? 2 : 0;
    }

    private void skipFormula() {
        int end = text.indexOf('$', at + 1);
        at = end < 0 ? at + 1 : end + 1;
        gap = Gap.BREAK;
    }

    private void skipCommand() {
        at++;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        gap = Gap.BREAK;
    }

    private void widen(char between) {
        if (between == '(') {
            gap = Gap.OPENS;
        } else if (!Character.isWhitespace(between)) {
            gap = Gap.BREAK;
        }
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }
}
