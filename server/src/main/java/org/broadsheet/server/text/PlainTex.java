package org.broadsheet.server.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the LaTeX that stands outside formulas readable: accents, emphasis, quotation marks,
/// dashes, escaped signs, and the degree sign after digits.
final class PlainTex {
    private static final Pattern FONT =
            Pattern.compile(
                    "\\\\(?:emph|text[a-z]{2,6}|mathrm|mathbf|url|underline)\\{([^{}]*)\\}");
    private static final Pattern OLD_FONT =
            Pattern.compile("\\{\\\\(?:it|bf|em|sc|tt|rm|sl) ([^{}]*)\\}");
    private static final Pattern DEGREES =
            Pattern.compile("(?<=\\d)\\s?\\^\\s?(?:\\{\\s?\\\\?circ\\s?\\}|\\\\circ\\b)");
    private static final Pattern SIGN = Pattern.compile("\\\\([%&_#${}])");
    private static final Pattern LONG_DASH =
            Pattern.compile("(?<=[\\p{L}\\p{N} ])---(?=[\\p{L}\\p{N} ])");
    private static final Pattern DASH = Pattern.compile("(?<=[\\p{L}\\p{N}])--(?=[\\p{L}\\p{N}])");

    private PlainTex() {}

    static String readable(String text) {
        String read = DEGREES.matcher(text).replaceAll("°");
        if (read.indexOf('\\') >= 0) {
            read = FONT.matcher(read).replaceAll("$1");
            read = OLD_FONT.matcher(read).replaceAll("$1");
            read = Accents.inText(read);
            read = SIGN.matcher(read).replaceAll(sign -> Matcher.quoteReplacement(sign.group(1)));
        }
        read = read.replace("``", "“").replace("''", "”");
        return DASH.matcher(LONG_DASH.matcher(read).replaceAll("—")).replaceAll("–");
    }
}
