package org.broadsheet.server.sources.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The entries of a BibTeX file, split without being parsed, so that a bad one spoils no other.
/// What stands between entries is comment, as in BibTeX.
///
/// An entry whose closing brace is missing ends where the next one begins on a line of its own.
final class BibtexEntries {
    private static final Pattern BEGINNING = Pattern.compile("@\\s*([A-Za-z]+)\\s*([{(])");
    private static final Pattern BEGINNING_OF_LINE = Pattern.compile("^\\s*@\\s*[A-Za-z]+\\s*[{(]");
    private static final int LONGEST = 8 << 20;

    private final AnyEncoding lines;
    private String rest = "";
    private int number;

    /// @param text with its closing brace, if it has one; of one that is too long the first part
    record Entry(String place, String type, String text, Shape shape) {}

    enum Shape {
        WHOLE,
        UNCLOSED,
        TOO_LONG
    }

    BibtexEntries(AnyEncoding lines) {
        this.lines = lines;
    }

    /// The next entry, or null after the last.
    @Nullable Entry next() {
        Matcher beginning = BEGINNING.matcher(rest);
        while (!beginning.find()) {
            String line = lines.line();
            if (line == null) {
                return null;
            }
            rest = line;
            beginning = BEGINNING.matcher(rest);
        }
        number++;
        String place = "entry %d (line %d)".formatted(number, lines.number());
        String type = beginning.group(1);
        boolean isRound = beginning.group(2).equals("(");
        Scan scan = new Scan(isRound);
        String part = rest.substring(beginning.start());
        int from = beginning.end() - 1 - beginning.start();
        while (true) {
            int end = scan.through(part, from);
            if (end >= 0) {
                rest = part.substring(end);
                return new Entry(place, type, scan.text(), Shape.WHOLE);
            }
            String line = lines.line();
            if (line == null || BEGINNING_OF_LINE.matcher(line).find()) {
                rest = line == null ? "" : line;
                return new Entry(place, type, scan.text(), Shape.UNCLOSED);
            }
            if (scan.text.length() > LONGEST) {
                rest = "";
                return new Entry(place, type, scan.text(), Shape.TOO_LONG);
            }
            part = line;
            from = 0;
        }
    }

    /// Follows the braces of one entry.
    private static final class Scan {
        private final StringBuilder text = new StringBuilder();
        private final boolean isRound;
        private int depth;

        Scan(boolean isRound) {
            this.isRound = isRound;
        }

        /// Takes a line.
        ///
        /// @return where the entry ends in it, or -1 when it goes on
        int through(String line, int from) {
            text.append(text.isEmpty() ? "" : "\n");
            for (int i = from; i < line.length(); i++) {
                char letter = line.charAt(i);
                boolean isRoundEnd = isRound && depth == 1 && letter == ')';
                depth += letter == '{' || isRound && depth == 0 ? 1 : 0;
                depth -= letter == '}' || isRoundEnd ? 1 : 0;
                if (depth <= 0) {
                    text.append(line, 0, i + 1);
                    return i + 1;
                }
            }
            text.append(line);
            return -1;
        }

        String text() {
            return text.toString();
        }
    }
}
