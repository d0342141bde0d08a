package org.broadsheet.server.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The accents and letters that LaTeX spells with commands, in Unicode: `Poincar\'{e}` is Poincaré.
/// Commands that it does not know stay as they are.
public final class Accents {
    /// LaTeX's command and Unicode's combining mark.
    private static final Map<String, String> COMBINING =
            Map.ofEntries(
                    Map.entry("`", "\u0300"),
                    Map.entry("'", "\u0301"),
                    Map.entry("^", "\u0302"),
                    Map.entry("~", "\u0303"),
                    Map.entry("=", "\u0304"),
                    Map.entry("u", "\u0306"),
                    Map.entry(".", "\u0307"),
                    Map.entry("\"", "\u0308"),
                    Map.entry("r", "\u030A"),
                    Map.entry("H", "\u030B"),
                    Map.entry("v", "\u030C"),
                    Map.entry("d", "\u0323"),
                    Map.entry("c", "\u0327"),
                    Map.entry("k", "\u0328"),
                    Map.entry("b", "\u0331"));

    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("ss", "ß"),
                    Map.entry("o", "ø"),
                    Map.entry("O", "Ø"),
                    Map.entry("l", "ł"),
                    Map.entry("L", "Ł"),
                    Map.entry("ae", "æ"),
                    Map.entry("AE", "Æ"),
                    Map.entry("oe", "œ"),
                    Map.entry("OE", "Œ"),
                    Map.entry("aa", "å"),
                    Map.entry("AA", "Å"),
                    Map.entry("i", "i"),
                    Map.entry("j", "j"),
                    Map.entry("dj", "đ"),
                    Map.entry("DJ", "Đ"),
                    Map.entry("dh", "ð"),
                    Map.entry("DH", "Ð"),
                    Map.entry("th", "þ"),
                    Map.entry("TH", "Þ"));

    private static final String BASE =
            "\\s*(?:\\{\\s*(?:\\\\([ij])\\b\\s*|(\\p{L}))\\s*}|\\\\([ij])(?!\\p{L})|(\\p{L}))";
    private static final Pattern SIGN = alsoInBraces("\\\\([`'^~=.\"])" + BASE);
    private static final Pattern WORD =
            alsoInBraces("\\\\([uvHrdckb])(?=\\s*\\{|\\s+\\p{L}|\\\\[ij])" + BASE);
    private static final Pattern LETTER =
            alsoInBraces(
                    "\\\\(ss|ae|AE|oe|OE|aa|AA|dj|DJ|dh|DH|th|TH|[oOlLij])(?![A-Za-z])(?:\\{}|\\s(?=\\p{Ll}))?");
    private static final Pattern GROUP = Pattern.compile("\\{([^{}\\\\]*)}");

    private Accents() {}

    /// Running text: nothing but accents and letters changes.
    public static String inText(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String read = SIGN.matcher(text).replaceAll(Accents::accented);
        read = WORD.matcher(read).replaceAll(Accents::accented);
        return LETTER.matcher(read).replaceAll(found -> LETTERS.get(parts(found)));
    }

    /// A person's name: ties are spaces, and braces around a part of it fall away.
    public static String inName(String name) {
        if (name.indexOf('\\') < 0 && name.indexOf('{') < 0 && name.indexOf('~') < 0) {
            return name;
        }
        String read = inText(name).replace("\\ ", " ").replace("\\&", "&").replace('~', ' ');
        read = GROUP.matcher(read).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
        return Normalizer.normalize(read, Normalizer.Form.NFC);
    }

    private static String accented(MatchResult found) {
        String parts = parts(found);
        String mark = COMBINING.getOrDefault(parts.substring(0, 1), "");
        return Normalizer.normalize(parts.substring(1) + mark, Normalizer.Form.NFC);
    }

    /// The command, and the letter under an accent.
    private static String parts(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(part -> part != null)
                .collect(Collectors.joining());
    }

    /// Braces around the whole go with it, as in `{\'e}`.
    private static Pattern alsoInBraces(String command) {
        return Pattern.compile("\\{" + command + "\\s*}|" + command);
    }
}
