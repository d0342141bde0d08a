package org.broadsheet.enrichment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the addresses of code in a text: at GitHub, GitLab (also a house's own), Hugging Face,
/// Bitbucket and Codeberg, with or without `https://`, in a LaTeX command or bare, with the
/// punctuation of the sentence left behind.
final class CodeLinks {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(?<![\\w./@-])(?:https?://)?(?:www\\.)?"
                            + "(github\\.com|bitbucket\\.org|codeberg\\.org|huggingface\\.co"
                            + "|gitlab(?:\\.[a-z0-9-]+){1,4})"
                            + "(/(?:[^\\s\\p{Cntrl}{}<>\"\\\\$^`|]|\\\\[_%#&~-])+)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([_%#&~-])");
    private static final String ENDINGS = ".,;:!?'\"”’*)]/";

    private CodeLinks() {}

    /// Each once, in the order of the text.
    static List<String> in(String text) {
        SequencedSet<String> found = new LinkedHashSet<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            String path = bare(ESCAPED.matcher(matcher.group(2)).replaceAll("$1"));
            if (path.length() > 1) {
                found.add("https://" + matcher.group(1).toLowerCase(Locale.ROOT) + path);
            }
        }
        return new ArrayList<>(found);
    }

    /// Without what belongs to the sentence. A closing bracket stays where its opening one is.
    private static String bare(String path) {
        int end = path.length();
        while (end > 0 && ENDINGS.indexOf(path.charAt(end - 1)) >= 0 && !closes(path, end)) {
            end--;
        }
        return path.substring(0, end);
    }

    private static boolean closes(String path, int end) {
        char last = path.charAt(end - 1);
        char opening = last == ')' ? '(' : last == ']' ? '[' : 0;
        String before = path.substring(0, end);
        return opening != 0
                && before.chars().filter(c -> c == opening).count()
                        >= before.chars().filter(c -> c == last).count();
    }
}
