package org.broadsheet.server.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.paper.Text;
import org.broadsheet.server.text.Accents;
import tools.jackson.databind.JsonNode;

/// Reads the authors that arXiv keeps as one text: `A. Author (1), B. Author, Jr. (2) and C. Author
/// for the X Collaboration ((1) Here, (2) There)` is A. Author, B. Author Jr., C. Author and the X
/// Collaboration. Accents in LaTeX become letters.
final class AuthorNames {
    private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");
    private static final Pattern FOR_A_GROUP =
            Pattern.compile(
                    "(?i)\\s*\\b(?:for|on behalf of|representing)(?: the)? (?=.*\\b(?:collaborations?|group|team|consortium|project|experiment)\\b)");
    private static final Pattern GROUP_IN_FRONT =
            Pattern.compile("(?i)\\b(collaborations?|group|team|consortium|authors):");
    private static final Pattern BRACKET = Pattern.compile("[()]");
    private static final Pattern COLON_BEHIND = Pattern.compile("\\s*:$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[,;]\\s*(?:and\\s+|&\\s+)?|\\s+(?:and|&)\\s+");
    private static final Pattern SUFFIX =
            Pattern.compile("(?i)(?:jr|sr|ii|iii|iv|ph\\.?\\s?d|m\\.?d)\\.?");
    private static final Pattern IN_FRONT = Pattern.compile("(?i)^(?:and|with|by|the)\\s+(?=\\S)");
    private static final Pattern AND_OTHERS =
            Pattern.compile("(?i)(?:^|\\s+)(?:et\\.?\\s+al\\.?|(?:and\\s+)?others)$");

    private AuthorNames() {}

    /// The names in their order.
    static List<String> of(String authors) {
        String bare = withoutAsides(Accents.inName(Text.oneLine(authors)));
        bare = FOR_A_GROUP.matcher(bare).replaceAll(", ");
        bare = GROUP_IN_FRONT.matcher(bare).replaceAll("$1,");
        List<String> names = new ArrayList<>();
        for (String part : BETWEEN.split(bare)) {
            String name = AND_OTHERS.matcher(tidy(part)).replaceFirst("");
            if (SUFFIX.matcher(name).matches() && !names.isEmpty()) {
                names.add(names.removeLast() + " " + name);
            } else if (hasLetter(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /// The names of `authors_parsed`: arrays of last name, first names, suffix, affiliations.
    static List<String> parsed(JsonNode array) {
        List<String> names = new ArrayList<>();
        for (JsonNode author : array) {
            if (author.isArray()) {
                String name =
                        Stream.of(1, 0, 2)
                                .map(part -> author.path(part).asString("").strip())
                                .filter(part -> !part.isEmpty())
                                .reduce((front, back) -> front + " " + back)
                                .orElse("");
                names.add(Accents.inName(name));
            } else {
                names.add(Accents.inName(author.asString("")));
            }
        }
        return names;
    }

    private static String withoutAsides(String text) {
        if (text.indexOf('(') < 0 && text.indexOf(')') < 0) {
            return text;
        }
        String bare = text;
        Matcher aside = INNERMOST.matcher(bare);
        while (aside.find()) {
            bare = aside.replaceAll(" ");
            aside = INNERMOST.matcher(bare);
        }
        return BRACKET.matcher(bare).replaceAll(" ");
    }

    private static String tidy(String part) {
        String name = COLON_BEHIND.matcher(part.strip()).replaceFirst("");
        String bare = IN_FRONT.matcher(name).replaceFirst("");
        return BLANKS.matcher(bare).replaceAll(" ").strip();
    }

    private static boolean hasLetter(String name) {
        return name.codePoints().anyMatch(Character::isLetter);
    }
}
