package org.broadsheet.search.analysis;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.search.analysis.Analysis.Part;

/// Reads a text once from the left and hands out its words, compounds in their parts.
final class Scanner {
    private static final String JOINERS = "-‐‑–'’/.&";

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /// The parts of the next compound (one for a plain word), empty at the end of the text.
    List<Part> next() {
        List<Part> compound = new ArrayList<>(1);
        while (at < text.length() && compound.isEmpty()) {
            read(compound);
        }
        while (!compound.isEmpty() && joined()) {
            int before = compound.size();
            read(compound);
            if (compound.size() == before) {
                break;
            }
        }
        return compound;
    }

    /// Reads one word or steps over one character that is none.
    private void read(List<Part> into) {
        int start = at;
        word.setLength(0);
        if (degreeSign()) {
            took("degree", 1);
        } else if (peek(0) == '\\' && !letterInWord()) {
            readCommand();
        } else {
            readWord();
        }
        if (!word.isEmpty()) {
            into.add(new Part(Letters.greekByName(word.toString()), start, at));
        } else if (at == start) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private void readWord() {
        while (at < text.length()
                && (plainLetter() || letterInWord() || markOrBrace() || point())) {
            if (word.length() > 0 && ideograph(text.codePointBefore(at))) {
                return;
            }
        }
        sign();
    }

    private boolean plainLetter() {
        char first = text.charAt(at);
        return first < 128 ? plainAscii(first) : plainOther();
    }

    private boolean plainAscii(char first) {
        char folded = Letters.foldedAscii(first);
        if (folded == 0) {
            return false;
        }
        word.append(folded);
        at++;
        return true;
    }

    private boolean plainOther() {
        int character = text.codePointAt(at);
        if (degreeSign() || !word.isEmpty() && ideograph(character)) {
            return false;
        }
        return took(Letters.folded(character), Character.charCount(character));
    }

    private boolean degreeSign() {
        return peek(0) == '°' || peek(0) == 'º' && digitBefore();
    }

    private boolean took(String letters, int length) {
        word.append(letters);
        at += letters.isEmpty() ? 0 : length;
        return !letters.isEmpty();
    }

    /// `Poincar\'{e}`, `Erd\H{o}s`, `S\o{}ren`: LaTeX for one letter of a word.
    private boolean letterInWord() {
        if (peek(0) != '\\') {
            return false;
        }
        if (Letters.accentSign(peek(1))) {
            return accented(at + 2);
        }
        int end = commandEnd();
        String name = text.substring(at + 1, end);
        if (Letters.accentLetter(name) && (charAt(end) == '{' || charAt(end) == ' ')) {
            return accented(end);
        }
        String letters = Letters.letterCommand(name);
        if (letters.isEmpty()) {
            return false;
        }
        word.append(letters);
        boolean emptyArgument = charAt(end) == '{' && charAt(end + 1) == '}';
        boolean blank = charAt(end) == ' ' && Character.isLetter(charAt(end + 1));
        at = emptyArgument ? end + 2 : blank ? end + 1 : end;
        return true;
    }

    private boolean accented(int from) {
        int i = from;
        while (charAt(i) == '{' || charAt(i) == ' ') {
            i++;
        }
        if (charAt(i) == '\\' && (charAt(i + 1) == 'i' || charAt(i + 1) == 'j')) {
            i++;
        }
        String letters =
                i < text.length() && i - from <= 3 ? Letters.folded(text.codePointAt(i)) : "";
        if (letters.isEmpty()) {
            return false;
        }
        word.append(letters);
        at = i + Character.charCount(text.codePointAt(i));
        if (charAt(from) == '{' && charAt(at) == '}') {
            at++;
        }
        return true;
    }

    /// Steps over what a reader does not see inside a word: combining marks, and braces before or
    /// after a letter, as in `{B}ayesian`.
    private boolean markOrBrace() {
        if (word.isEmpty()) {
            return false;
        }
        char here = peek(0);
        boolean brace = (here == '{' || here == '}') && wordGoesOn(at + 1);
        if (!brace && !Letters.mark(text.codePointAt(at))) {
            return false;
        }
        at += brace ? 1 : Character.charCount(text.codePointAt(at));
        return true;
    }

    private boolean wordGoesOn(int i) {
        return Character.isLetterOrDigit(charAt(i)) || charAt(i) == '\\' && charAt(i + 1) != '\\';
    }

    /// The point in `2.5` and `2308.16898`.
    private boolean point() {
        if (peek(0) == '.' && digitBefore() && Character.isDigit(peek(1)) && !word.isEmpty()) {
            word.append('.');
            at++;
            return true;
        }
        return false;
    }

    /// The signs of `C++`, `C#` and `A*`.
    private void sign() {
        if (word.isEmpty() || word.length() > 2 || !Character.isLetter(word.charAt(0))) {
            return;
        }
        if (peek(0) == '+' && peek(1) == '+') {
            took("++", 2);
        } else if (peek(0) == '#') {
            took("#", 1);
        } else if (peek(0) == '*'
                && word.length() == 1
                && Character.isUpperCase(text.charAt(at - 1))) {
            took("*", 1);
        }
    }

    /// Steps over what joins this word to the next: a hyphen and the like, with the dollar sign
    /// that ends or begins a formula beside it (`$\beta$-VAE`). A possessive ending goes.
    private boolean joined() {
        if (possessive()) {
            at += 2;
        }
        int i = at;
        while (charAt(i) == '$' || charAt(i) == '}') {
            i++;
        }
        if (charAt(i) == 0 || JOINERS.indexOf(charAt(i)) < 0) {
            return false;
        }
        i++;
        while (charAt(i) == '$' || charAt(i) == '{') {
            i++;
        }
        if (!wordGoesOn(i) && charAt(i) < 128) {
            return false;
        }
        at = i;
        return true;
    }

    private boolean possessive() {
        return (peek(0) == '\'' || peek(0) == '’')
                && (peek(1) == 's' || peek(1) == 'S')
                && !Character.isLetterOrDigit(peek(2));
    }

    private void readCommand() {
        int end = commandEnd();
        if (end == at + 1) {
            at = Math.min(at + 2, text.length());
            return;
        }
        word.append(Letters.command(text.substring(at + 1, end)));
        at = end;
    }

    private int commandEnd() {
        int end = at + 1;
        while (charAt(end) < 128 && Character.isLetter(charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean digitBefore() {
        return at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    private static boolean ideograph(int character) {
        return character >= 0x2E80
                && switch (Character.UnicodeScript.of(character)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }

    private char peek(int ahead) {
        return charAt(at + ahead);
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : 0;
    }
}
