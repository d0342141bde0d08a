package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.hopfield.FixedPointKind;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.PatternSource;
import org.broadsheet.methods.hopfield.Patterns;
import org.broadsheet.methods.hopfield.Stopping;

/// This sweeps beta over clustered patterns, and over patterns without clusters as the control, and
/// sorts the fixed points that the patterns run into.
final class Regimes implements HopfieldNetworks.Part {
    static final String GLOBAL = "global-share";
    static final String METASTABLE = "metastable-share";
    static final String SINGLE = "single-share";
    static final String CONTROL = "metastable-share-without-clusters";

    private static final int CLUSTERS = 8;
    private static final int MEMBERS = 8;
    private static final double JITTER = 0.3;
    private static final double[] BETAS =
            IntStream.rangeClosed(0, 36).mapToDouble(i -> Math.pow(10, -2.5 + i / 12.0)).toArray();

    private final Shares clustered = new Shares();
    private final Shares scattered = new Shares();

    /// For each kind its share at each beta, summed over the repetitions.
    private static final class Shares {
        private final double[][] values = new double[FixedPointKind.values().length][BETAS.length];

        double[] of(FixedPointKind kind) {
            return values[kind.ordinal()];
        }

        double largest(FixedPointKind kind) {
            return Arrays.stream(of(kind)).max().orElseThrow();
        }

        void add(Shares others) {
            for (int kind = 0; kind < values.length; kind++) {
                for (int i = 0; i < BETAS.length; i++) {
                    values[kind][i] += others.values[kind][i];
                }
            }
        }
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        int size = setting.count("dimension");
        double radius = Math.sqrt(size - 1);
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("beta, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            var source = new PatternSource(setting.random("clusters", seed));
            var shares = sweep(source.clustered(CLUSTERS, MEMBERS, size, radius, JITTER), setting);
            var control = sweep(source.onSphere(CLUSTERS * MEMBERS, size, radius), setting);
            bench.metric(GLOBAL, shares.largest(FixedPointKind.GLOBAL_AVERAGE));
            bench.metric(METASTABLE, shares.largest(FixedPointKind.METASTABLE));
            bench.metric(SINGLE, shares.largest(FixedPointKind.SINGLE_PATTERN));
            bench.metric(CONTROL, control.largest(FixedPointKind.METASTABLE));
            clustered.add(shares);
            scattered.add(control);
        }
        show(seeds, bench);
    }

    private static Shares sweep(Patterns patterns, Setting setting) {
        // Near a change of regime states crawl: 1e-6 keeps a slow one from passing for a fixed one.
        Stopping stopping = new Stopping(1e-6, setting.count("steps"));
        List<List<FixedPointKind>> kinds =
                IntStream.range(0, BETAS.length)
                        .parallel()
                        .mapToObj(i -> kinds(new ModernHopfield(patterns, BETAS[i]), stopping))
                        .toList();
        Shares shares = new Shares();
        for (int i = 0; i < BETAS.length; i++) {
            for (FixedPointKind kind : kinds.get(i)) {
                shares.of(kind)[i] += 1.0 / patterns.count();
            }
        }
        return shares;
    }

    private static List<FixedPointKind> kinds(ModernHopfield network, Stopping stopping) {
        List<FixedPointKind> kinds = new ArrayList<>();
        for (int i = 0; i < network.patterns().count(); i++) {
            double[] end = network.retrieve(network.patterns().pattern(i), stopping).state();
            kinds.add(FixedPointKind.of(network.associations(end)));
        }
        return kinds;
    }

    private void show(int seeds, Bench bench) {
        int best = 0;
        double[] metastable = clustered.of(FixedPointKind.METASTABLE);
        for (int i = 0; i < metastable.length; i++) {
            best = metastable[i] > metastable[best] ? i : best;
        }
        bench.show(
                new Chart(
                        "regimes",
                        new Exhibit.Caption(
                                "From one average over clusters to single patterns, as beta grows",
                                "With clusters, %s %% of the states are metastable at beta %s; without,"
                                                .formatted(
                                                        percent(metastable[best] / seeds),
                                                        Figures.rounded(BETAS[best], 2))
                                        + " never more than %s %%."
                                                .formatted(
                                                        percent(
                                                                scattered.largest(
                                                                                FixedPointKind
                                                                                        .METASTABLE)
                                                                        / seeds))),
                        Exhibit.Axis.log("beta"),
                        Exhibit.Axis.linear("share of fixed points"),
                        List.of(
                                curve(
                                        "average of all",
                                        clustered,
                                        FixedPointKind.GLOBAL_AVERAGE,
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DASHES,
                                        seeds),
                                curve(
                                        "metastable",
                                        clustered,
                                        FixedPointKind.METASTABLE,
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DOTTED_LINE,
                                        seeds),
                                curve(
                                        "single pattern",
                                        clustered,
                                        FixedPointKind.SINGLE_PATTERN,
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.LINE,
                                        seeds),
                                curve(
                                        "metastable without clusters",
                                        scattered,
                                        FixedPointKind.METASTABLE,
                                        Exhibit.Role.BASELINE,
                                        Chart.Shape.LINE,
                                        seeds))));
    }

    private static Chart.Curve curve(
            String name,
            Shares shares,
            FixedPointKind kind,
            Exhibit.Role role,
            Chart.Shape shape,
            int seeds) {
        double[] mean = shares.of(kind).clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= seeds;
        }
        return new Chart.Curve(name, role, shape, BETAS, mean);
    }

    private static String percent(double share) {
        return Figures.rounded(100 * share, 3);
    }
}
