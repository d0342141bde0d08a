package org.broadsheet.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.search.Hit.Mark;
import org.broadsheet.search.Hit.Piece;
import org.broadsheet.search.analysis.Token;

/// Marks the found words in a text and picks its most telling passage. Formulas and LaTeX commands
/// with their argument stay in one piece: a word found inside marks the whole of it.
final class Passages {
    /// About three lines on a page.
    static final int SNIPPET = 280;

    private static final Pattern WHOLE =
            Pattern.compile(
                    "\\$\\$[^$]{1,500}\\$\\$|\\$[^$]{1,500}\\$|\\\\\\(.{1,500}?\\\\\\)"
                            + "|\\\\\\[.{1,500}?\\\\]|\\\\[A-Za-z]+\\{[^{}]{0,200}\\}");

    private Passages() {}

    /// The whole text in pieces.
    static List<Piece> marked(SearchedText searched) {
        String text = searched.text();
        return pieces(text, 0, text.length(), marks(searched, wholes(text)));
    }

    /// The passage with the most different found words, the earliest of several; the start of the
    /// text when none is found. What is left out is marked by `…`.
    static List<Piece> snippet(SearchedText searched) {
        String text = searched.text();
        if (text.length() <= SNIPPET) {
            return marked(searched);
        }
        List<Span> wholes = wholes(text);
        List<Span> marks = marks(searched, wholes);
        int from = start(text, marks, wholes);
        int to = end(text, from, wholes);
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("… ", Mark.PLAIN));
        }
        pieces.addAll(pieces(text, from, to, marks));
        if (to < text.length()) {
            pieces.add(new Piece(" …", Mark.PLAIN));
        }
        return pieces;
    }

    /// From one character to before another, and the term found there.
    private record Span(int start, int end, String term) {
        boolean touches(Span other) {
            return start < other.end && other.start < end;
        }
    }

    private static List<Span> marks(SearchedText searched, List<Span> wholes) {
        List<Span> marks = new ArrayList<>();
        for (Token token : searched.found()) {
            add(marks, widened(new Span(token.start(), token.end(), token.term()), wholes));
        }
        return marks;
    }

    /// Adds a mark behind the last; those that overlap become one.
    private static void add(List<Span> marks, Span mark) {
        Span joined = mark;
        while (!marks.isEmpty() && marks.getLast().touches(joined)) {
            Span last = marks.removeLast();
            joined =
                    new Span(
                            Math.min(last.start, joined.start),
                            Math.max(last.end, joined.end),
                            last.term);
        }
        marks.add(joined);
    }

    private static Span widened(Span mark, List<Span> wholes) {
        Span wide = mark;
        for (Span whole : wholes) {
            if (whole.touches(wide)) {
                wide =
                        new Span(
                                Math.min(whole.start, wide.start),
                                Math.max(whole.end, wide.end),
                                mark.term);
            }
        }
        return wide;
    }

    private static List<Span> wholes(String text) {
        List<Span> wholes = new ArrayList<>();
        if (text.indexOf('$') >= 0 || text.indexOf('\\') >= 0) {
            for (Matcher matcher = WHOLE.matcher(text); matcher.find(); ) {
                wholes.add(new Span(matcher.start(), matcher.end(), ""));
            }
        }
        return wholes;
    }

    private static int start(String text, List<Span> marks, List<Span> wholes) {
        int best = 0;
        int most = 0;
        for (Span mark : marks) {
            int different = termsWithin(marks, mark.start, mark.start + SNIPPET - 60);
            if (different > most) {
                most = different;
                best = mark.start;
            }
        }
        return best < SNIPPET / 2 && termsWithin(marks, 0, SNIPPET) >= most
                ? 0
                : wordStart(text, best, wholes);
    }

    private static int termsWithin(List<Span> marks, int from, int to) {
        Set<String> terms = new HashSet<>();
        for (Span mark : marks) {
            if (mark.start >= from && mark.end <= to) {
                terms.add(mark.term);
            }
        }
        return terms.size();
    }

    /// The start of the sentence if it is near, else of a word a little before.
    private static int wordStart(String text, int at, List<Span> wholes) {
        int sentence = Math.max(text.lastIndexOf(". ", at), text.lastIndexOf("\n", at));
        int near =
                sentence >= 0 && at - sentence < 90
                        ? after(text, sentence)
                        : blankAfter(text, at - 40);
        int outside = outside(wholes, Math.max(0, Math.min(near, at)));
        return Math.min(outside, at);
    }

    private static int after(String text, int sentence) {
        int i = sentence + 1;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int blankAfter(String text, int at) {
        int blank = at <= 0 ? -1 : text.indexOf(' ', at);
        return blank + 1;
    }

    private static int end(String text, int from, List<Span> wholes) {
        int limit = Math.min(text.length(), from + SNIPPET);
        if (limit == text.length()) {
            return limit;
        }
        int blank = text.lastIndexOf(' ', limit);
        int cut = outside(wholes, blank > from ? blank : limit);
        if (cut <= from) {
            cut = endOfWhole(text, from, wholes);
        }
        return surrogateSafe(text, cut);
    }

    private static int surrogateSafe(String text, int cut) {
        return cut < text.length() && Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }

    /// The place itself, or the start of the formula that it is in.
    private static int outside(List<Span> wholes, int at) {
        for (Span whole : wholes) {
            if (whole.start < at && at < whole.end) {
                return whole.start;
            }
        }
        return at;
    }

    private static int endOfWhole(String text, int at, List<Span> wholes) {
        return wholes.stream()
                .filter(whole -> whole.start <= at && at < whole.end)
                .mapToInt(Span::end)
                .findFirst()
                .orElse(text.length());
    }

    private static List<Piece> pieces(String text, int from, int to, List<Span> marks) {
        List<Piece> pieces = new ArrayList<>();
        int done = from;
        for (Span mark : marks) {
            if (mark.start >= done && mark.end <= to) {
                addPiece(pieces, text.substring(done, mark.start), Mark.PLAIN);
                addPiece(pieces, text.substring(mark.start, mark.end), Mark.FOUND);
                done = mark.end;
            }
        }
        addPiece(pieces, text.substring(done, to), Mark.PLAIN);
        return pieces;
    }

    private static void addPiece(List<Piece> pieces, String text, Mark mark) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, mark));
        }
    }
}
