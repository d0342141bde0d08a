package org.broadsheet.server.text;

import java.util.ArrayList;
import java.util.List;

/// Finds the formulas in a text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. Single dollars follow Pandoc's
/// rule, so that "$5 and $10" stays money: no blank inside the dollars, no digit after them.
final class Formulas {
    /// A formula from `start` to `end` of the text, dollars and all.
    record Formula(int start, int end, String latex, Span.Setting setting) {}

    private final String text;
    private final List<Formula> found = new ArrayList<>();

    private Formulas(String text) {
        this.text = text;
    }

    /// The formulas of the text in their order; they do not overlap.
    static List<Formula> in(String text) {
        Formulas formulas = new Formulas(text);
        int at = 0;
        while (at < text.length()) {
            at = formulas.next(at);
        }
        return formulas.found;
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (c == '$') {
            return text.startsWith("$$", at) ? dollars(at) : dollar(at);
        }
        if (c != '\\') {
            return at + 1;
        }
        if (text.startsWith("(", at + 1)) {
            return until("\\)", at, Span.Setting.INLINE);
        }
        return text.startsWith("[", at + 1) ? until("\\]", at, Span.Setting.DISPLAY) : at + 2;
    }

    private int dollars(int at) {
        int end = closing(at + 2);
        boolean closes = end > at + 2 && text.startsWith("$$", end);
        return closes ? keep(at, 2, end, Span.Setting.DISPLAY) : at + 2;
    }

    private int dollar(int at) {
        int end = closing(at + 1);
        boolean closes =
                end > at + 1
                        && !Character.isWhitespace(text.charAt(at + 1))
                        && !Character.isWhitespace(text.charAt(end - 1))
                        && (end + 1 == text.length() || !Character.isDigit(text.charAt(end + 1)));
        return closes ? keep(at, 1, end, Span.Setting.INLINE) : at + 1;
    }

    private int until(String closing, int at, Span.Setting setting) {
        int end = text.indexOf(closing, at + 2);
        return end > at + 2 ? keep(at, 2, end, setting) : at + 2;
    }

    private int keep(int start, int marks, int end, Span.Setting setting) {
        found.add(new Formula(start, end + marks, text.substring(start + marks, end), setting));
        return end + marks;
    }

    /// The next dollar that has no backslash before it, or -1.
    private int closing(int from) {
        for (int i = from; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '$' -> {
                    return i;
                }
                default -> {}
            }
        }
        return -1;
    }
}
