package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.PatternSource;
import org.broadsheet.methods.hopfield.Patterns;
import org.broadsheet.methods.hopfield.Retrieval;
import org.broadsheet.methods.hopfield.Stopping;

/// This follows the energy from disturbed queries to where they come to rest.
final class Descent implements HopfieldNetworks.Part {
    static final String RISE = "energy-rise";
    static final String CONVERGED = "converged-share";

    private static final int QUERIES = 10;

    /// The values of beta in units of the one that is set.
    private static final double[] FACTORS = {0.2, 0.4, 1, 4};

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        Stopping stopping = new Stopping(Stopping.WHEN_STABLE.change(), setting.count("steps"));
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("energy, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            int size = setting.count("dimension");
            var source = new PatternSource(setting.random("energy", seed));
            Patterns patterns =
                    source.onSphere(setting.count("patterns"), size, Math.sqrt(size - 1));
            List<Chart.Curve> traces = new ArrayList<>();
            double rise = 0;
            int converged = 0;
            for (double factor : FACTORS) {
                var network = new ModernHopfield(patterns, factor * setting.real("beta"));
                for (int query = 0; query < QUERIES; query++) {
                    double[] start =
                            source.noisy(
                                    patterns.pattern(query % patterns.count()),
                                    setting.real("noise"));
                    Retrieval retrieval = network.retrieve(start, stopping);
                    rise = Math.max(rise, largestRise(retrieval, patterns.largestNorm()));
                    converged += retrieval.converged() ? 1 : 0;
                    if (query == 0) {
                        traces.add(trace(network, retrieval));
                    }
                }
            }
            bench.metric(RISE, rise);
            bench.metric(CONVERGED, (double) converged / (FACTORS.length * QUERIES));
            if (seed == 0) {
                show(traces, rise, bench);
            }
        }
    }

    private static double largestRise(Retrieval retrieval, double norm) {
        double largest = 0;
        List<Double> energies = retrieval.energies();
        for (int step = 1; step < energies.size(); step++) {
            double rise = energies.get(step) - energies.get(step - 1);
            largest = Math.max(largest, rise / (2 * norm * norm));
        }
        return largest;
    }

    private static Chart.Curve trace(ModernHopfield network, Retrieval retrieval) {
        int shown = Math.min(retrieval.energies().size(), 40);
        return new Chart.Curve(
                "beta " + Figures.rounded(network.beta(), 3),
                Exhibit.Role.MEASURED,
                Chart.Shape.DOTTED_LINE,
                IntStream.range(0, shown).asDoubleStream().toArray(),
                retrieval.energies().stream().limit(shown).mapToDouble(v -> v).toArray());
    }

    private static void show(List<Chart.Curve> traces, double rise, Bench bench) {
        bench.show(
                new Chart(
                        "energy",
                        new Exhibit.Caption(
                                "The energy on the way from a disturbed query to rest",
                                "Its largest rise in %d retrievals is %s of its range, 2M²."
                                        .formatted(
                                                FACTORS.length * QUERIES,
                                                Figures.rounded(rise, 2))),
                        Exhibit.Axis.linear("update"),
                        Exhibit.Axis.linear("energy"),
                        traces));
    }
}
