package org.broadsheet.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tidying of text from outside. LaTeX stays as it is; only white space and characters that no page
/// can show are touched.
public final class Text {
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|#39);");
    private static final Pattern FONT =
            Pattern.compile(
                    "\\\\(?:math(?:rm|bf|cal|bb|sf|it|tt)|text(?:rm|bf|it|tt|sc|sf)?|emph|operatorname)\\b"
                            + "|\\bmath(?:rm|bf|cal|bb|sf|it|tt)(?=\\{)"
                            + "|\\b(?:text(?:rm|bf|it|tt|sc|sf)?|emph|operatorname)(?=\\{)");
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\n[ \t]*\n");

    private Text() {}

    /// One line: no control characters, every run of white space one blank, none at the ends. A
    /// line of this form stays as it is. All text passes here, most of it more than once, so it is
    /// a loop and not a pattern, and most lines leave as the string that came.
    public static String oneLine(String text) {
        return isPlainLine(text) ? text : joined(text);
    }

    /// Whether it is one line already, of visible ASCII.
    private static boolean isPlainLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~' || letter == ' ' && before == ' ') {
                return false;
            }
            before = letter;
        }
        return before != ' ';
    }

    private static String joined(String text) {
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
        boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && !turns
                && point != 0xFEFF;
    }

    /// Paragraphs: lines of one paragraph joined, blank lines between paragraphs kept as one.
    public static String paragraphs(String text) {
        if (isPlainLine(text)) {
            return text;
        }
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

    /// A title reduced to its letters and digits, so that copies meet that differ in case, accents,
    /// white space or LaTeX mark-up, or lost the backslashes of it, or write a symbol out.
    public static String titleKey(String title) {
        String bare = withoutFonts(withoutEntities(title));
        StringBuilder key = new StringBuilder(bare.length());
        folded(named(bare)).codePoints().filter(Text::isWord).forEach(key::appendCodePoint);
        return key.toString();
    }

    private static String withoutEntities(String title) {
        return title.indexOf('&') < 0 ? title : ENTITY.matcher(title).replaceAll(" ");
    }

    private static String withoutFonts(String title) {
        boolean hasNone = title.indexOf('\\') < 0 && title.indexOf('{') < 0;
        return hasNone ? title : FONT.matcher(title).replaceAll("");
    }

    /// The text in lower case, its letters in their plain forms: no accents, no ligatures. Folding
    /// again changes nothing.
    static String folded(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !isMark(point))
                .forEach(point -> folded.append(plain(point)));
        return folded.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static String plain(int letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            default -> Character.toString(letter);
        };
    }

    /// Whether it is a letter or a number of any script.
    static boolean isWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.LETTER_NUMBER
                || Character.getType(point) == Character.OTHER_NUMBER;
    }

    /// Greek letters and a few signs by the names that LaTeX gives them.
    private static String named(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder named = new StringBuilder(text.length() + 16);
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .forEach(letter -> named.append(name(letter)));
        return named.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String name(int letter) {
        return switch (letter) {
            case '°' -> "circ";
            case '×' -> "times";
            case '∞' -> "infty";
            default -> letter >= 'Α' && letter <= 'ω' ? greek(letter) : Character.toString(letter);
        };
    }

    private static String greek(int letter) {
        String name = String.valueOf(Character.getName(letter));
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.equals("LAMDA") ? "lambda" : last;
    }
}
