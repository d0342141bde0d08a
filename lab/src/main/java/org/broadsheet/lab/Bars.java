package org.broadsheet.lab;

import java.util.List;

/// A value for each of a few things.
public record Bars(String id, Caption caption, Axis y, List<Bar> bars, List<Chart.Mark> marks)
        implements Exhibit {
    public Bars {
        Texts.requireName("exhibit", id);
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
        Exhibit.requireSome("the bars of " + id, bars);
    }

    public Bars(String id, Caption caption, Axis y, List<Bar> bars) {
        this(id, caption, y, bars, List.of());
    }

    /// @param low the lower end of an interval; the value itself for none
    /// @param high its upper end, likewise
    public record Bar(String label, Role role, double value, double low, double high) {
        public Bar {
            Exhibit.requireFinite(label, new double[] {value, low, high});
        }

        public Bar(String label, Role role, double value) {
            this(label, role, value, value, value);
        }
    }
}
