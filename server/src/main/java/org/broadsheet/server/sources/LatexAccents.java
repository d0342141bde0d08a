package org.broadsheet.server.sources;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the accents and letters that LaTeX spells with commands into Unicode: `Poincar\'{e}` is
/// Poincaré. Commands that it does not know stay as they are.
final class LatexAccents {
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
    private static final Pattern SIGN = Pattern.compile("\\\\([`'^~=.\"])" + BASE);
    private static final Pattern WORD =
            Pattern.compile("\\\\([uvHrdckb])(?=\\s*\\{|\\s+\\p{L}|\\\\[ij])" + BASE);
    private static final Pattern LETTER =
            Pattern.compile(
                    "\\\\(ss|ae|AE|oe|OE|aa|AA|dj|DJ|dh|DH|th|TH|[oOlLij])(?![A-Za-z])(?:\\{}|\\s(?=\\p{Ll}))?");
    private static final Pattern GROUP = Pattern.compile("\\{([^{}\\\\]*)}");

    private LatexAccents() {}

    static String decode(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('~') < 0) {
            return text;
        }
        String decoded = SIGN.matcher(text).replaceAll(LatexAccents::accented);
        decoded = WORD.matcher(decoded).replaceAll(LatexAccents::accented);
        decoded = LETTER.matcher(decoded).replaceAll(match -> LETTERS.get(match.group(1)));
        decoded = decoded.replace("\\ ", " ").replace("\\&", "&").replace('~', ' ');
        decoded = GROUP.matcher(decoded).replaceAll(match -> quoted(match.group(1)));
        return Normalizer.normalize(decoded, Normalizer.Form.NFC);
    }

    private static String accented(MatchResult match) {
        StringBuilder letter = new StringBuilder();
        for (int group = 2; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                letter.append(match.group(group));
            }
        }
        return letter.append(COMBINING.getOrDefault(match.group(1), "")).toString();
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
