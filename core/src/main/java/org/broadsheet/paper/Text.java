package org.broadsheet.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tidying of text from outside. LaTeX stays as it is; only white space and characters that no page
/// can show are touched.
public final class Text {
    private static final Pattern MARK_UP =
            Pattern.compile("\\\\(?:mathrm|mathbf|mathcal|text|textit|textbf|emph)\\b");
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\n[ \t]*\n");

    private Text() {}

    /// One line: no control characters, every run of white space one blank, none at the ends. A line
    /// of this form stays as it is. All text passes here, so it is a loop and not a pattern.
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean apart = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isSpace(point)) {
                apart = true;
            } else if (isShown(point)) {
                if (apart && !line.isEmpty()) {
                    line.append(' ');
                }
                line.appendCodePoint(point);
                apart = false;
            }
        }
        return line.toString();
    }

    private static boolean isSpace(int point) {
        return point <= ' ' ? point == ' ' || point >= '\t' && point <= '\r' : isSeparator(point);
    }

    private static boolean isSeparator(int point) {
        return point > '~' && Character.isSpaceChar(point);
    }

    /// Not so: control characters, halves of characters, and marks that turn the direction of what
    /// follows them.
    private static boolean isShown(int point) {
        if (point > ' ' && point <= '~') {
            return true;
        }
        boolean turns =
                point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && !turns
                && point != 0xFEFF;
    }

    /// Paragraphs: lines of one paragraph joined, blank lines between paragraphs kept as one.
    public static String paragraphs(String text) {
        StringBuilder joined = new StringBuilder();
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (String paragraph : BETWEEN_PARAGRAPHS.split(lines)) {
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
        String bare = MARK_UP.matcher(title).replaceAll("");
        StringBuilder key = new StringBuilder(bare.length());
        Normalizer.normalize(bare, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Text::isWord)
                .forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /// Whether it is a letter or a number of any script.
    static boolean isWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.LETTER_NUMBER
                || Character.getType(point) == Character.OTHER_NUMBER;
    }
}
