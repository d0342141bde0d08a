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
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|#39);");
    private static final Pattern FONT =
            Pattern.compile(
                    "\\\\(?:math(?:rm|bf|cal|bb|sf|it|tt)|text(?:rm|bf|it|tt|sc|sf)?|emph|operatorname)\\b"
                            + "|\\bmath(?:rm|bf|cal|bb|sf|it|tt)(?=\\{)"
                            + "|\\b(?:text(?:rm|bf|it|tt|sc|sf)?|emph|operatorname)(?=\\{)");

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

    /// A title reduced to its letters and digits, so that copies meet that differ in case, accents,
    /// white space or LaTeX mark-up, or lost the backslashes of it, or write a symbol out.
    public static String titleKey(String title) {
        String bare = FONT.matcher(ENTITY.matcher(title).replaceAll(" ")).replaceAll("");
        bare =
                MARKS.matcher(Normalizer.normalize(named(bare), Normalizer.Form.NFKD))
                        .replaceAll("");
        return NOT_WORD.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// Greek letters and a few signs by the names that LaTeX gives them.
    private static String named(String text) {
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return text;
        }
        StringBuilder named = new StringBuilder(text.length() + 16);
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .forEach(letter -> named.append(name(letter)));
        return named.toString();
    }

    private static String name(int letter) {
        return switch (letter) {
            case '°' -> "circ";
            case '×' -> "times";
            case '∞' -> "infty";
            case 'ß' -> "ss";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            default -> letter >= 'Α' && letter <= 'ω' ? greek(letter) : Character.toString(letter);
        };
    }

    private static String greek(int letter) {
        String name = String.valueOf(Character.getName(letter));
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.equals("LAMDA") ? "lambda" : last;
    }
}
