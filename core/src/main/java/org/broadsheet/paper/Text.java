package org.broadsheet.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tidying of text from outside. LaTeX stays as it is; only white space and characters that no page
/// can show are touched.
public final class Text {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Text() {}

    /// One line: no control characters, every run of white space one blank, none at the ends.
    public static String oneLine(String text) {
        String spaced = SPACE.matcher(text).replaceAll(" ");
        return UNPRINTABLE.matcher(spaced).replaceAll("").strip();
    }

    /// Paragraphs: lines of one paragraph joined, blank lines between paragraphs kept as one.
    public static String paragraphs(String text) {
        StringBuilder joined = new StringBuilder();
        for (String paragraph :
                text.replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n")) {
            String line = oneLine(paragraph);
            if (!line.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : "\n\n").append(line);
            }
        }
        return joined.toString();
    }

    /// A title reduced to its letters and digits, so that copies that differ in case, accents,
    /// white space or LaTeX mark-up meet.
    public static String titleKey(String title) {
        String bare =
                title.replaceAll("\\\\(?:mathrm|mathbf|mathcal|text|textit|textbf|emph)\\b", "");
        bare = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORD.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
