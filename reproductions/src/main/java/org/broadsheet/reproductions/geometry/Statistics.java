package org.broadsheet.reproductions.geometry;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.reproductions.geometry.Trial.Measures;

/// Means over repetitions, and curves of them.
final class Statistics {
    private Statistics() {}

    static double mean(List<Measures> all, ToDoubleFunction<Measures> measure) {
        return all.stream().mapToDouble(measure).sum() / all.size();
    }

    /// The mean over the repetitions, and between which values they lie.
    ///
    /// @param groups for each x the measures of all repetitions
    static Curve curve(
            String name,
            Role role,
            double[] x,
            List<List<Measures>> groups,
            ToDoubleFunction<Measures> measure) {
        double[] middle = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            List<Measures> group = groups.get(i);
            middle[i] = mean(group, measure);
            low[i] = group.stream().mapToDouble(measure).min().orElseThrow();
            high[i] = group.stream().mapToDouble(measure).max().orElseThrow();
        }
        return new Curve(name, role, Shape.DOTTED_LINE, x, middle, low, high);
    }
}
