package org.broadsheet.lab.chart;

import java.util.Locale;
import java.util.regex.Pattern;

/// Writes SVG elements; the only place that escapes. Coordinates keep one digit after the point.
final class Svg {
    /// XML 1.0 has no such characters, not even escaped.
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder out = new StringBuilder();

    /// Where a text stands from its anchor.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    static String escape(String text) {
        return IMPOSSIBLE
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    Svg path(String classes, String commands) {
        return raw("<path class=\"%s\" d=\"%s\"/>\n".formatted(classes, commands));
    }

    Svg line(String classes, double x1, double y1, double x2, double y2) {
        return path(
                classes, "M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2)));
    }

    Svg rect(String classes, double x, double y, double width, double height) {
        return raw(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                        .formatted(classes, number(x), number(y), number(width), number(height)));
    }

    Svg circle(String classes, double x, double y, double radius) {
        return raw(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                        .formatted(classes, number(x), number(y), number(radius)));
    }

    Svg text(String classes, double x, double y, Anchor anchor, String text) {
        return raw(
                "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(
                                classes,
                                number(x),
                                number(y),
                                anchor.name().toLowerCase(Locale.ROOT),
                                escape(text)));
    }

    /// A PNG, stretched over the rectangle without smoothing.
    Svg image(String classes, double x, double y, double width, double height, byte[] png) {
        return raw(
                "<image class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,%s\"/>\n"
                        .formatted(
                                classes,
                                number(x),
                                number(y),
                                number(width),
                                number(height),
                                java.util.Base64.getEncoder().encodeToString(png)));
    }

    private Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
