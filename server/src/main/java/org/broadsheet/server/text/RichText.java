package org.broadsheet.server.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Hit.Mark;
import org.broadsheet.search.Hit.Piece;

/// Text as its authors wrote it, cut into the runs that a page sets.
public record RichText(List<Span> spans) {
    public static final RichText NONE = new RichText(List.of());

    private static final Pattern DEGREES =
            Pattern.compile("(\\d*(?:\\.\\d+)?)\\s*\\^\\s*(?:\\\\circ|\\{\\s*\\\\circ\\s*\\})");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\s*(?:\\\\%)?");
    private static final Pattern HYPHENATED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}-])(?=[\\p{L}\\p{N}-]{3,16}(?![\\p{L}\\p{N}-]))"
                            + "[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)+");

    public RichText {
        spans = List.copyOf(spans);
    }

    public static RichText of(String text) {
        return of(List.of(new Piece(text, Mark.PLAIN)));
    }

    /// The text of pieces; a formula that a search found in part is found.
    public static RichText of(List<Piece> pieces) {
        String text = pieces.stream().map(Piece::text).collect(Collectors.joining());
        List<Span> spans = new ArrayList<>();
        int done = 0;
        for (Formulas.Formula formula : Formulas.in(text)) {
            words(pieces, done, formula.start(), spans);
            spans.add(set(formula, markOf(pieces, formula.start(), formula.end())));
            done = formula.end();
        }
        words(pieces, done, text.length(), spans);
        return new RichText(spans);
    }

    /// The same with short hyphenated words kept together, for headlines.
    public RichText unbroken() {
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Span.Words words) {
                keepTogether(words, kept);
            } else {
                kept.add(span);
            }
        }
        return new RichText(kept);
    }

    /// The whole text in Unicode, for titles of pages, mail and labels.
    public String readable() {
        return spans.stream().map(Span::readable).collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    private static void words(List<Piece> pieces, int from, int to, List<Span> spans) {
        int start = 0;
        for (Hit.Piece piece : pieces) {
            int end = start + piece.text().length();
            int first = Math.max(start, from);
            int last = Math.min(end, to);
            if (first < last) {
                String part = piece.text().substring(first - start, last - start);
                spans.add(new Span.Words(PlainTex.readable(part), piece.mark()));
            }
            start = end;
        }
    }

    private static Span set(Formulas.Formula formula, Mark mark) {
        Matcher degrees = DEGREES.matcher(formula.latex().strip());
        if (degrees.matches()) {
            return new Span.Words(degrees.group(1) + "°", mark);
        }
        String readable = ReadableMaths.of(formula.latex());
        if (readable.isEmpty() || NUMBER.matcher(formula.latex()).matches()) {
            return new Span.Words(readable, mark);
        }
        return new Span.Maths(readable, formula.latex(), formula.setting(), mark);
    }

    private static Mark markOf(List<Piece> pieces, int from, int to) {
        int start = 0;
        for (Piece piece : pieces) {
            int end = start + piece.text().length();
            if (piece.mark() == Mark.FOUND && start < to && from < end) {
                return Mark.FOUND;
            }
            start = end;
        }
        return Mark.PLAIN;
    }

    private static void keepTogether(Span.Words words, List<Span> kept) {
        Matcher hyphenated = HYPHENATED.matcher(words.readable());
        int done = 0;
        while (hyphenated.find()) {
            add(words.readable().substring(done, hyphenated.start()), words.mark(), kept);
            kept.add(new Span.Unbroken(hyphenated.group(), words.mark()));
            done = hyphenated.end();
        }
        add(words.readable().substring(done), words.mark(), kept);
    }

    private static void add(String text, Mark mark, List<Span> kept) {
        if (!text.isEmpty()) {
            kept.add(new Span.Words(text, mark));
        }
    }
}
