package org.broadsheet.benchmarks.schroedinger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.methods.schroedinger.CanonicalCase;
import org.broadsheet.methods.schroedinger.DormandPrince853;
import org.broadsheet.methods.schroedinger.Filter;
import org.broadsheet.methods.schroedinger.Grid;
import org.broadsheet.methods.schroedinger.Integrator;
import org.broadsheet.methods.schroedinger.NonlinearSchroedinger;
import org.broadsheet.methods.schroedinger.SplitStep;
import org.broadsheet.methods.schroedinger.Splitting;
import org.broadsheet.methods.schroedinger.Wave;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The four cases of the paper by its method, by a splitting and by the same method in Python, in
/// turns, with the error of each beside its time.
@Command(
        name = "schroedinger",
        description = "The four cases of arXiv 2509.05901 beside numpy and scipy: time and error.",
        mixinStandardHelpOptions = true)
public final class SchroedingerBenchmark implements Callable<Integer> {
    private static final double END = 20;

    /// Of Blanes and Moan, order 4: the first that is as exact as the paper's method in all cases.
    private static final Integrator SPLIT = new SplitStep(Splitting.BLANES_MOAN_4, END / 2000);

    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    private enum Way {
        PAPER("Dormand-Prince, the paper's filter", Filter.ofPaper(), DormandPrince853.ofPaper()),
        SPLIT_STEP("split step, order 4, no filter", Filter.none(), SPLIT);

        private final String title;
        private final Filter filter;
        private final Integrator integrator;

        Way(String title, Filter filter, Integrator integrator) {
            this.title = title;
            this.filter = filter;
            this.integrator = integrator;
        }

        Integrator.Evolution follow(CanonicalCase one) {
            var grid = CanonicalCase.grid();
            return integrator.evolve(
                    new NonlinearSchroedinger(grid, filter),
                    one.start(grid),
                    CanonicalCase.times());
        }
    }

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run schroedinger");
        var peer = new Peer(checkout.peer("schroedinger.py"));
        Map<CanonicalCase, Map<Way, List<Double>>> times = new EnumMap<>(CanonicalCase.class);
        Map<CanonicalCase, List<Double>> peers = new EnumMap<>(CanonicalCase.class);
        for (int round = 0; round <= rounds; round++) {
            report.progress("round %d of %d, the first is to warm up ...", round, rounds);
            boolean counts = round > 0;
            for (CanonicalCase one : CanonicalCase.values()) {
                for (Way way : Way.values()) {
                    double seconds = seconds(way, one);
                    if (counts) {
                        times.computeIfAbsent(one, _ -> new EnumMap<>(Way.class))
                                .computeIfAbsent(way, _ -> new ArrayList<>())
                                .add(seconds);
                    }
                }
            }
            if (counts) {
                peer.seconds()
                        .forEach((one, seconds) ->
                                peers.computeIfAbsent(one, _ -> new ArrayList<>()).add(seconds));
            }
        }
        report.result(table(times, peers), remarks());
        return 0;
    }

    private static double seconds(Way way, CanonicalCase one) {
        long began = System.nanoTime();
        Wave last = way.follow(one).last();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!(last.density(0) >= 0)) {
            throw new IllegalStateException("never: the wave is finite");
        }
        return seconds;
    }

    private static Table table(
            Map<CanonicalCase, Map<Way, List<Double>>> times,
            Map<CanonicalCase, List<Double>> peers) {
        var table =
                new Table(
                        "case",
                        "way",
                        "time, median",
                        "least to most",
                        "peer / this",
                        "evaluations",
                        "error at t = 20");
        times.forEach((one, ways) -> {
            var reference = new Reference(one);
            Samples peer = Samples.of(peers.getOrDefault(one, List.of()));
            ways.forEach((way, seconds) -> {
                Samples ours = Samples.of(seconds);
                Integrator.Evolution evolution = way.follow(one);
                table.row(
                        word(one),
                        way.title,
                        Report.format("%.3f s", ours.median()),
                        Report.format("%.3f to %.3f s", ours.least(), ours.most()),
                        Report.format("%.1f", peer.median() / ours.median()),
                        Report.format("%,d", evolution.evaluations()),
                        Report.format("%.1e", reference.distance(evolution.last())));
            });
            table.row(
                    word(one),
                    "numpy and scipy, as the first",
                    Report.format("%.3f s", peer.median()),
                    Report.format("%.3f to %.3f s", peer.least(), peer.most()),
                    "1",
                    "",
                    "as the first");
        });
        return table;
    }

    private static String[] remarks() {
        return new String[] {
            "Time of one thread from the start's transform to the last of 100 waves; the peer is our own"
                    + " program in numpy and scipy, the same method. The error is the",
            "largest distance from the equation's solution (the split step of order 8, 4,000 steps, twice"
                    + " the points, no filter); that of the paper's method is its filter's."
        };
    }

    private static String word(CanonicalCase one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The solution at the end, on twice the points.
    private static final class Reference {
        private static final int FINER = 2;

        private final Wave solution;

        Reference(CanonicalCase one) {
            Wave start = refined(one.start(CanonicalCase.grid()));
            solution =
                    new SplitStep(Splitting.KAHAN_LI, END / 4000)
                            .evolve(
                                    new NonlinearSchroedinger(start.grid(), Filter.none()),
                                    start,
                                    new double[] {0, END})
                            .last();
        }

        double distance(Wave wave) {
            double most = 0;
            for (int j = 0; j < wave.grid().points(); j++) {
                most =
                        Math.max(
                                most,
                                Math.hypot(
                                        wave.re(j) - solution.re(FINER * j),
                                        wave.im(j) - solution.im(FINER * j)));
            }
            return most;
        }

        /// The same trigonometric polynomial on more points.
        private static Wave refined(Wave wave) {
            int coarse = wave.grid().points();
            int fine = FINER * coarse;
            double[] spectrum = wave.spectrum();
            double[] wider = new double[2 * fine];
            for (int m = 0; m < coarse; m++) {
                int to = m < coarse / 2 ? m : fine - coarse + m;
                wider[to] = FINER * spectrum[m];
                wider[fine + to] = FINER * spectrum[coarse + m];
            }
            return Wave.ofSpectrum(new Grid(wave.grid().length(), fine), wider);
        }
    }
}
