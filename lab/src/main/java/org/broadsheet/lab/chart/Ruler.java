package org.broadsheet.lab.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.lab.Exhibit.Scale;
import org.broadsheet.lab.Figures;

/// Maps values to places along one side of a chart, and chooses the ticks.
///
/// @param from the place of `least`
/// @param to the place of `most`
record Ruler(Scale scale, double least, double most, double from, double to) {
    /// At a value, with its text.
    record Tick(double value, String text) {}

    /// Covers all values, widened a little so that none sits on the edge; a single value gets room
    /// on both sides.
    static Ruler covering(Scale scale, double least, double most, double from, double to) {
        if (scale == Scale.LOG) {
            double wider = most > least ? Math.pow(most / least, 0.02) : 2;
            return new Ruler(scale, least / wider, most * wider, from, to);
        }
        if (most == least) {
            double room = Math.max(0.5, Math.abs(most) * 0.1);
            return new Ruler(scale, least - room, most + room, from, to);
        }
        double room = 0.03 * (most - least);
        double low = least >= 0 && least - room < 0 ? 0 : least - room;
        double high = most <= 0 && most + room > 0 ? 0 : most + room;
        return new Ruler(scale, low, high, from, to);
    }

    double at(double value) {
        return from + (to - from) * share(value);
    }

    private double share(double value) {
        return scale == Scale.LOG
                ? Math.log(value / least) / Math.log(most / least)
                : (value - least) / (most - least);
    }

    /// About so many ticks at round values.
    List<Tick> ticks(int about) {
        return scale == Scale.LOG && most / least >= 30 ? decades(about) : even(about);
    }

    private List<Tick> decades(int about) {
        int first = (int) Math.ceil(Math.log10(least) - 1e-9);
        int last = (int) Math.floor(Math.log10(most) + 1e-9);
        int step = Math.max(1, (int) Math.ceil((last - first + 1.0) / (about + 1)));
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            double value = Math.pow(10, power);
            ticks.add(
                    new Tick(value, power >= -3 && power <= 4 ? text(value, value) : "1e" + power));
        }
        return last - first < 2 ? ofOneTwoFive(first - 1, last) : ticks;
    }

    /// Where there are too few powers of ten, also twice and five times each.
    private List<Tick> ofOneTwoFive(int first, int last) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                double value = factor * Math.pow(10, power);
                if (value >= least && value <= most) {
                    ticks.add(new Tick(value, text(value, value)));
                }
            }
        }
        return ticks;
    }

    private List<Tick> even(int about) {
        double step = round((most - least) / about);
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + 1e-9 * step; i++) {
            ticks.add(new Tick(i * step, text(i * step, step)));
        }
        return ticks;
    }

    /// The next of 1, 2, 2.5, 5 times a power of ten.
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= step * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// As many digits as the step needs.
    private static String text(double value, double step) {
        double size = Math.max(Math.abs(value), step);
        if (size >= 1e6 || size < 1e-3) {
            return Figures.rounded(value, 3);
        }
        int digits = 0;
        for (double rest = step; digits < 6 && Math.abs(rest - Math.rint(rest)) > 1e-6; digits++) {
            rest *= 10;
        }
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return text.equals("-0") ? "0" : text;
    }
}
