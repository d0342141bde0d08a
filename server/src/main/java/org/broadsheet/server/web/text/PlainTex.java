package org.broadsheet.server.web.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the LaTeX that stands outside formulas readable: accents, emphasis, quotation marks,
/// dashes, escaped signs, and the degree sign after digits.
final class PlainTex {
    private static final Pattern ACCENT =
            Pattern.compile(
                    "\\{?\\\\([\"'`^~=.]|[cvuHkr](?![a-zA-Z]))\\s*\\{?(\\\\[ij]|\\p{L})\\}?\\}?");
    private static final Map<String, String> MARKS =
            Map.ofEntries(
                    Map.entry("\"", "\u0308"),
                    Map.entry("'", "\u0301"),
                    Map.entry("`", "\u0300"),
                    Map.entry("^", "\u0302"),
                    Map.entry("~", "\u0303"),
                    Map.entry("=", "\u0304"),
                    Map.entry(".", "\u0307"),
                    Map.entry("c", "\u0327"),
                    Map.entry("v", "\u030C"),
                    Map.entry("u", "\u0306"),
                    Map.entry("H", "\u030B"),
                    Map.entry("k", "\u0328"),
                    Map.entry("r", "\u030A"));
    private static final Pattern LETTER =
            Pattern.compile("\\{?\\\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L)(?:\\{\\}|\\b ?)\\}?");
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("ss", "ß"),
                    Map.entry("ae", "æ"),
                    Map.entry("AE", "Æ"),
                    Map.entry("oe", "œ"),
                    Map.entry("OE", "Œ"),
                    Map.entry("aa", "å"),
                    Map.entry("AA", "Å"),
                    Map.entry("o", "ø"),
                    Map.entry("O", "Ø"),
                    Map.entry("l", "ł"),
                    Map.entry("L", "Ł"));
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
            read = ACCENT.matcher(read).replaceAll(PlainTex::accented);
            read =
                    LETTER.matcher(read)
                            .replaceAll(letter -> LETTERS.getOrDefault(letter.group(1), ""));
            read = SIGN.matcher(read).replaceAll(sign -> Matcher.quoteReplacement(sign.group(1)));
        }
        read = read.replace("``", "“").replace("''", "”");
        return DASH.matcher(LONG_DASH.matcher(read).replaceAll("—")).replaceAll("–");
    }

    private static String accented(java.util.regex.MatchResult accent) {
        String base = accent.group(2).replace("\\", "");
        String mark = MARKS.getOrDefault(accent.group(1), "");
        return Normalizer.normalize(base + mark, Normalizer.Form.NFC);
    }
}
