package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.hopfield.Distance;
import org.broadsheet.methods.hopfield.FixedPointKind;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.Patterns;
import org.broadsheet.methods.hopfield.Retrieval;
import org.broadsheet.methods.hopfield.Stopping;

/// This draws the energy over the plane for seven patterns, three of them close together, and the
/// ways of states from a circle around them.
final class Landscape implements HopfieldNetworks.Part {
    private static final double BETA = 6;
    private static final double EDGE = 1.6;
    private static final int CELLS = 120;
    private static final int WAYS = 10;
    private static final Patterns PATTERNS =
            Patterns.of(
                    new double[] {1.0, 0.3},
                    new double[] {1.1, 0.1},
                    new double[] {0.9, 0.05},
                    new double[] {-0.2, 1.1},
                    new double[] {-1.1, 0.2},
                    new double[] {-0.7, -0.9},
                    new double[] {0.5, -1.1});

    @Override
    public void run(Setting setting, Bench bench) {
        bench.progress("energy landscape", 0, 1);
        var network = new ModernHopfield(PATTERNS, BETA);
        bench.show(heights(network));
        bench.show(ways(network));
    }

    private static HeatMap heights(ModernHopfield network) {
        double[][] values = new double[CELLS][CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                values[row][column] = network.energy(new double[] {at(column), at(row)});
            }
        }
        return new HeatMap(
                "landscape",
                new Exhibit.Caption(
                        "The energy over the plane for seven patterns at beta 6",
                        "Started at them, the seven patterns come to rest in %d different places."
                                .formatted(valleys(network))),
                Exhibit.Axis.linear("first element"),
                new double[] {-EDGE, EDGE},
                Exhibit.Axis.linear("second element"),
                new double[] {-EDGE, EDGE},
                values,
                new HeatMap.Shades("energy", HeatMap.Shades.Kind.FROM_LEAST));
    }

    /// How many different fixed points the patterns run into.
    private static int valleys(ModernHopfield network) {
        List<double[]> ends = new ArrayList<>();
        for (int i = 0; i < PATTERNS.count(); i++) {
            double[] end = network.fixedPointOf(i);
            if (ends.stream().noneMatch(other -> Distance.between(end, other) < 0.01)) {
                ends.add(end);
            }
        }
        return ends.size();
    }

    private static double at(int cell) {
        return EDGE * (2 * (cell + 0.5) / CELLS - 1);
    }

    private static Chart ways(ModernHopfield network) {
        List<Chart.Curve> curves = new ArrayList<>();
        int metastable = 0;
        for (int way = 0; way < WAYS; way++) {
            double angle = 2 * Math.PI * way / WAYS;
            double[] start = {1.5 * Math.cos(angle), 1.5 * Math.sin(angle)};
            Retrieval retrieval = network.retrieve(start, Stopping.WHEN_STABLE);
            FixedPointKind kind = FixedPointKind.of(network.associations(retrieval.state()));
            metastable += kind == FixedPointKind.METASTABLE ? 1 : 0;
            curves.add(
                    new Chart.Curve(
                            "way " + (way + 1),
                            Exhibit.Role.MEASURED,
                            Chart.Shape.DOTTED_LINE,
                            elements(retrieval.states(), 0),
                            elements(retrieval.states(), 1)));
        }
        curves.add(
                new Chart.Curve(
                        "patterns",
                        Exhibit.Role.THEORY,
                        Chart.Shape.DOTS,
                        elements(rows(), 0),
                        elements(rows(), 1)));
        return new Chart(
                "ways",
                new Exhibit.Caption(
                        "The ways of ten states over that landscape",
                        "%d of %d come to rest between patterns, in a metastable state; each dot is an update."
                                .formatted(metastable, WAYS)),
                Exhibit.Axis.linear("first element"),
                Exhibit.Axis.linear("second element"),
                curves);
    }

    private static List<double[]> rows() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < PATTERNS.count(); i++) {
            rows.add(PATTERNS.pattern(i));
        }
        return rows;
    }

    private static double[] elements(List<double[]> states, int element) {
        return states.stream().mapToDouble(state -> state[element]).toArray();
    }
}
