package org.broadsheet.server.sources.citation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.server.text.Accents;

/// Makes the texts of citations those of papers: BibTeX's braces and other formats' tags off,
/// formulas as they are.
final class Texts {
    private static final Pattern COMMAND_BEFORE = Pattern.compile("\\\\[A-Za-z]+\\*?\\s*$");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#39);");
    private static final Pattern PARAGRAPH = Pattern.compile("(?i)</(?:jats:)?(?:p|title|sec)>");

    private Texts() {}

    /// A BibTeX value without the braces that only keep capitals, its accents letters.
    static String ofBibtex(String value) {
        if (value.indexOf('{') < 0 && value.indexOf('\\') < 0) {
            return value;
        }
        return unbraced(Accents.inText(value)).replace("\\&", "&").replace("\\_", "_");
    }

    /// Braces outside formulas that are no command's argument fall away.
    private static String unbraced(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Deque<Boolean> kept = new ArrayDeque<>();
        boolean isFormula = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isEscaped = i > 0 && text.charAt(i - 1) == '\\';
            if (letter == '$' && !isEscaped) {
                isFormula = !isFormula;
            }
            if (letter == '{' && !isEscaped) {
                boolean isKept = isFormula || isArgument(bare);
                kept.push(isKept);
                bare.append(isKept ? "{" : "");
            } else if (letter == '}' && !isEscaped) {
                boolean isKept = kept.isEmpty() || kept.pop();
                bare.append(isKept ? "}" : "");
            } else {
                bare.append(letter);
            }
        }
        return bare.toString();
    }

    private static boolean isArgument(StringBuilder before) {
        int length = before.length();
        boolean isNext = length > 0 && before.charAt(length - 1) == '}';
        int from = Math.max(0, length - 40);
        return isNext || COMMAND_BEFORE.matcher(before.substring(from)).find();
    }

    /// Text without the tags of HTML or JATS; the ends of paragraphs stay.
    static String untagged(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        String bare = PARAGRAPH.matcher(text).replaceAll("\n\n");
        bare = TAG.matcher(bare).replaceAll("");
        return ENTITY.matcher(bare)
                .replaceAll(found -> Matcher.quoteReplacement(sign(found.group(1))));
    }

    private static String sign(String entity) {
        return switch (entity) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "nbsp" -> " ";
            default -> "'";
        };
    }

    /// The parts between separators outside of braces, tidy, blank ones left out.
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (letter == separator && depth <= 0) {
                add(parts, part);
            } else {
                part.append(letter);
            }
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        String tidy = part.toString().strip();
        if (!tidy.isEmpty()) {
            parts.add(tidy);
        }
        part.setLength(0);
    }

    static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /// How many braces more are opened than closed.
    static int depth(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return depth;
    }
}
