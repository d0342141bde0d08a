package org.broadsheet.server.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first sentences of a text, cut where a reader expects it and never inside a formula.
public final class Opening {
    private static final Pattern SENTENCE_END =
            Pattern.compile(
                    "(?<![ .(]\\p{L}|e\\.g|i\\.e|al|vs|cf|Fig|Eq)[.!?][)”\"']?\\s+"
                            + "(?=[\\p{Lu}\\p{N}“\"$\\\\])");
    private static final Pattern BLANK = Pattern.compile("\\s");

    private Opening() {}

    /// As many whole sentences as fit; if not even one does, its first words and an ellipsis.
    ///
    /// @param most the largest number of characters
    public static String of(String text, int most) {
        String first = text.replace("\n\n", " ");
        if (first.length() <= most) {
            return first;
        }
        List<Formulas.Formula> formulas = Formulas.in(first);
        int sentences = last(SENTENCE_END.matcher(first), formulas, most);
        if (sentences > 0) {
            return first.substring(0, sentences).strip();
        }
        int words = last(BLANK.matcher(first), formulas, most);
        return first.substring(0, words).strip().replaceAll("[,;:]$", "") + " …";
    }

    private static int last(Matcher ends, List<Formulas.Formula> formulas, int most) {
        int found = 0;
        while (ends.find() && ends.end() <= most + 1) {
            int at = ends.end();
            if (formulas.stream().noneMatch(f -> f.start() < at && at < f.end())) {
                found = at;
            }
        }
        return found;
    }
}
