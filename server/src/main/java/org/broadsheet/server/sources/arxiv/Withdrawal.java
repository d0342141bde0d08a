package org.broadsheet.server.sources.arxiv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.Text;

/// Tells withdrawn papers: arXiv keeps their records, and says it in the comments, or in place of
/// the abstract.
final class Withdrawal {
    private static final String WHAT =
            "(?:this|the|our)\\s+(?:\\w+\\s+)?"
                    + "(?:paper|article|submission|manuscript|work|preprint|e-?print|version|note|document)";
    private static final String IS =
            "\\s+(?:\\w+\\s+)?(?:has|have|had|is|was|were)\\s+(?:now\\s+)?(?:been\\s+)?";
    private static final Pattern IN_COMMENTS =
            Pattern.compile(
                    "(?i)\\b(?:"
                            + WHAT
                            + "[^.;]{0,80}?(?:has|is|was)\\b[^.;]{0,40}?"
                            + "\\bwithdrawn\\b"
                            + "|^\\s*(?:paper\\s+)?withdrawn\\b"
                            + "|\\bwithdrawn\\s+(?:by|from\\s+(?:the\\s+)?arxiv|due\\s+to|because))[^.]*\\.?");
    private static final Pattern AS_ABSTRACT =
            Pattern.compile(
                    "(?i)^\\s*\\W*(?:"
                            + WHAT
                            + IS
                            + "(?:\\w+\\s+)?withdrawn\\b|withdrawn\\b)[^.]*\\.?");
    private static final int LONGEST = 300;

    private Withdrawal() {}

    /// The sentence that says so, or nothing where the paper stands.
    static String reason(String comments, String abstractText) {
        if (!mentions(comments) && !mentions(abstractText)) {
            return "";
        }
        String said = first(IN_COMMENTS, Text.oneLine(comments));
        return said.isEmpty() ? first(AS_ABSTRACT, Text.oneLine(abstractText)) : said;
    }

    private static boolean mentions(String text) {
        return text.contains("ithdrawn") || text.contains("ITHDRAWN");
    }

    private static String first(Pattern pattern, String text) {
        Matcher said = pattern.matcher(text);
        if (!said.find()) {
            return "";
        }
        String sentence = said.group().strip();
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 3) + "...";
    }
}
