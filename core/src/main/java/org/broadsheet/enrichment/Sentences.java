package org.broadsheet.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Parts a text into its sentences, as they stand. A full stop after a short form (`e.g.`, `et
/// al.`, an initial) or inside a number ends none, nor does one inside a formula.
final class Sentences {
    private static final Set<String> SHORT_FORMS =
            Set.of(
                    "e.g", "i.e", "etc", "al", "cf", "fig", "figs", "eq", "eqs", "sec", "vs",
                    "resp", "ref", "refs", "no", "dr", "prof", "st", "approx", "wrt", "w.r.t",
                    "i.i.d", "a.k.a", "ca");

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            split(paragraph, sentences);
        }
        return sentences;
    }

    private static void split(String paragraph, List<String> into) {
        int start = 0;
        boolean inFormula = false;
        for (int i = 0; i < paragraph.length(); i++) {
            char here = paragraph.charAt(i);
            if (here == '$') {
                inFormula = !inFormula;
            }
            if (!inFormula && (here == '.' || here == '!' || here == '?') && ends(paragraph, i)) {
                int end = closed(paragraph, i + 1);
                add(paragraph.substring(start, end), into);
                start = end;
            }
        }
        add(paragraph.substring(start), into);
    }

    private static void add(String sentence, List<String> into) {
        String text = sentence.strip();
        if (!text.isEmpty()) {
            into.add(text);
        }
    }

    /// With the quotation mark or parenthesis that closes after the stop.
    private static int closed(String text, int end) {
        int i = end;
        while (i < text.length() && ")]\"'”’".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean ends(String text, int stop) {
        int next = closed(text, stop + 1);
        if (next >= text.length()) {
            return true;
        }
        if (text.charAt(next) != ' ') {
            return false;
        }
        boolean startsAnew =
                next + 1 < text.length() && !Character.isLowerCase(text.charAt(next + 1));
        return startsAnew && !(text.charAt(stop) == '.' && isShortForm(text, stop));
    }

    private static boolean isShortForm(String text, int stop) {
        int start = stop;
        while (start > 0
                && !Character.isWhitespace(text.charAt(start - 1))
                && text.charAt(start - 1) != '(') {
            start--;
        }
        String word = text.substring(start, stop);
        boolean isInitial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return isInitial || SHORT_FORMS.contains(word.toLowerCase(Locale.ROOT));
    }
}
