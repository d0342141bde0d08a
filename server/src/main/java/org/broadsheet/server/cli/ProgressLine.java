package org.broadsheet.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far a long step is: on a terminal one line that is drawn over, with a bar, the rate and the
/// time left; elsewhere a plain line every few seconds.
final class ProgressLine {
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final int MOST_BAR = 30;
    private static final int LEAST_BAR = 5;

    private final @Nullable PrintWriter out;
    private final int width;
    private final Clock clock;
    private String what = "";
    private Instant begun = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;
    private int drawn;

    /// @param out where to; absent: nowhere
    /// @param width the columns of the terminal; 0 where it is none
    ProgressLine(@Nullable PrintWriter out, int width, Clock clock) {
        this.out = out;
        this.width = width;
        this.clock = clock;
    }

    /// Shows nothing.
    static ProgressLine silent() {
        return new ProgressLine(null, 0, Clock.systemUTC());
    }

    static ProgressLine on(PrintWriter out, boolean isTerminal) {
        return new ProgressLine(out, isTerminal ? columns() : 0, Clock.systemUTC());
    }

    /// Shows the step, unless it did just now.
    ///
    /// @param step what is being done; another one begins anew
    /// @param done how many of the `total`, which is 0 while unknown
    void show(String step, long done, long total) {
        Instant now = clock.instant();
        if (!step.equals(what)) {
            what = step;
            begun = now;
            shown = width > 0 ? Instant.EPOCH : now;
        }
        Duration pause = width > 0 ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        if (out != null && !now.isBefore(shown.plus(pause))) {
            shown = now;
            draw(out, new Figures(done, total, Duration.between(begun, now)));
        }
    }

    /// Takes the line off the terminal, so that something else can be printed.
    void clear() {
        if (out != null && drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
            drawn = 0;
        }
    }

    private void draw(PrintWriter to, Figures figures) {
        if (width == 0) {
            to.println(what + figures);
        } else {
            String line = fitted(figures);
            to.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            drawn = line.length();
        }
        to.flush();
    }

    /// The last column stays free: many terminals wrap when it is written.
    private String fitted(Figures figures) {
        int room = width - 1;
        int bar = Math.min(MOST_BAR, room - what.length() - figures.toString().length() - 3);
        String line =
                bar >= LEAST_BAR && figures.total > 0
                        ? what + " " + figures.bar(bar) + figures
                        : what + figures;
        return line.length() <= room ? line : line.substring(0, Math.max(0, room));
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
    }

    /// How far, how fast and how long.
    private record Figures(long done, long total, Duration since) {
        String bar(int cells) {
            int full = (int) Math.min(cells, cells * done / total);
            return "[" + "#".repeat(full) + "-".repeat(cells - full) + "]";
        }

        @Override
        public String toString() {
            if (total <= 0) {
                return String.format(Locale.ROOT, " %,d", done);
            }
            return " " + Math.min(100, 100 * done / total) + " %" + pace();
        }

        private String pace() {
            if (since.compareTo(SETTLING) < 0 || done <= 0 || done >= total) {
                return "";
            }
            double perSecond = done / (since.toMillis() / 1000.0);
            long left = Math.round((total - done) / perSecond);
            return ", " + inShort(perSecond) + "/s, " + inWords(left) + " left";
        }

        private static String inShort(double number) {
            return number < 10_000
                    ? "%.0f".formatted(number)
                    : number < 10_000_000
                            ? "%.0f k".formatted(number / 1_000)
                            : "%.0f M".formatted(number / 1_000_000);
        }

        private static String inWords(long seconds) {
            return seconds < 60
                    ? seconds + " s"
                    : seconds < 3600
                            ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                            : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
        }
    }
}
