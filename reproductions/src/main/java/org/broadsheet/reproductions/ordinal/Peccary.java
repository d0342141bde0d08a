package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Abstract.Family;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Start;
import org.broadsheet.lab.Stated;
import org.broadsheet.methods.dynamics.HenonHeiles;
import org.broadsheet.methods.dynamics.LogarithmicPotential;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reproductions.ordinal.LabelledOrbits.Labelled;

/// PECCARY: chaos, order and noise by permutation entropy and complexity, with a sampling scheme
/// that is meant to make systems comparable.
public final class Peccary implements Reproduction {
    private static final double FLATTENING = 0.6;
    private static final double CORE = 0.1;
    private static final double LOGARITHMIC_ENERGY = -0.3;

    private static final String PROGRAM_AGREES = "half a unit of the last printed digit, twice";

    @Override
    public PaperId paper() {
        return PaperId.of("2407.11970");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "PECCARY: A novel approach for characterizing orbital complexity, stochasticity,"
                        + " and regularity",
                Family.EQUATIONS_AND_DYNAMICS,
                1,
                "The whole method: permutation entropy, Jensen-Shannon complexity, their plane with"
                        + " its limits, the sampling scheme; on the authors' maps, flows and noises,"
                        + " and on orbits whose nature a long integration tells.",
                "The paper's galaxy simulations: their data could not be read here. Speed, because a"
                        + " run does not look at the clock; docs/benchmarks.md has it.",
                "Orbits are those of a Hénon-Heiles and a flattened logarithmic potential, labelled"
                        + " by the alignment index SALI. The double pendulum is integrated to"
                        + " 1e-11, theirs to 1e-3. The Hénon map squares exactly rounded, theirs"
                        + " by the C library's power function, which is another orbit from iteration"
                        + " 2,601 on.",
                "Look at the plane first: which systems keep apart. Then at the windows and the"
                        + " ROC: how far the rule depends on the span of a window, and on how"
                        + " long an orbit is seen.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("order", "Order n", "", "values in a window"),
                        3,
                        7,
                        Start.always(5L)),
                new Parameter.Real(
                        new Knob(
                                "ratio",
                                "Pattern time in natural times",
                                "",
                                "the paper's ideal is 0.3 to 0.5"),
                        0.05,
                        1.5,
                        Start.always(0.4)),
                new Parameter.Real(
                        new Knob(
                                "noise",
                                "Noise on orbits",
                                "",
                                "in standard deviations of the orbit"),
                        0,
                        2,
                        Start.always(0.0)),
                new Parameter.Real(
                        new Knob(
                                "energy",
                                "Energy of the Hénon-Heiles orbits",
                                "",
                                "more of them are chaotic towards 1/6"),
                        0.11,
                        0.16,
                        Start.always(0.13)),
                new Parameter.Real(
                        new Knob(
                                "duration",
                                "Shortest duration in natural times",
                                "",
                                "the paper asks for at least 1.5"),
                        1,
                        20,
                        Start.always(1.5)),
                new Parameter.Whole(
                        new Knob(
                                "orbits",
                                "Orbits",
                                "",
                                "of each kind in each potential, for a repetition"),
                        4,
                        200,
                        new Start<>(8L, 40L, 100L)),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions"), 1, 50, new Start<>(3L, 10L, 20L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                referenceValues(),
                separation(),
                new Claim(
                        "cheap",
                        "The method is cheap to compute.",
                        new Stated.Words("the abstract"),
                        List.of(),
                        "A run must not look at the clock. docs/benchmarks.md has the time for a"
                                + " series, and that of the authors' program."),
                shortSeries(),
                longOrbits(),
                forbiddenPatterns(),
                samplingWindow());
    }

    private static Claim referenceValues() {
        return new Claim(
                "reference-values",
                "The method gives known series known places in the plane.",
                new Stated.Program(
                        "H = 0.67965271 and C = 0.39940290 for the logistic map, nine more rows"),
                List.of(
                        new Check(
                                "map-difference",
                                "largest difference, logistic and tent map",
                                "",
                                Rule.atMost(1e-8),
                                PROGRAM_AGREES),
                        new Check(
                                "sine-difference",
                                "largest difference, sine",
                                "",
                                Rule.atMost(1e-3),
                                "exact ties of a sine hang on its last bit; changing it moved H by 5e-4"),
                        new Check(
                                "scatter-distance",
                                "largest distance, Hénon map, Lorenz, pendulum, noise",
                                "standard deviations",
                                Rule.atMost(4),
                                "of twenty nearby series; eight figures lie within 4 by chance but for"
                                        + " one time in some hundreds")));
    }

    private static Claim separation() {
        return new Claim(
                "separation",
                "Regular, complex and stochastic series have places of their own in the plane.",
                new Stated.Words("the abstract"),
                List.of(
                        new Check(
                                "periodic-below-limit",
                                "share of periodic series below the periodic limit",
                                "",
                                Rule.atLeast(0.95),
                                "the limit is a bound for them; one in twenty for finite length"),
                        new Check(
                                "chaotic-above-limit",
                                "share of chaotic series above it",
                                "",
                                Rule.atLeast(0.9),
                                "places of their own: at most one in ten elsewhere"),
                        new Check(
                                "noise-by-complexity",
                                "area under the ROC of C, chaos against noise",
                                "",
                                Rule.atLeast(0.95),
                                "0.5 is guessing; at most one pair in twenty in the wrong order"),
                        new Check(
                                "nearest-neighbour",
                                "nature told by the nearest series of another system",
                                "",
                                Rule.atLeast(0.9),
                                "a third is guessing; at most one in ten wrong"),
                        new Check(
                                "shuffled-entropy",
                                "control: H of maps with their values shuffled",
                                "",
                                Rule.atLeast(0.99),
                                "without order nothing is left: noise of 4,096 samples has 0.997"),
                        new Check(
                                "gain-over-correlation",
                                "baseline: gain in ROC area over lag-1 correlation, logistic map"
                                        + " against white noise",
                                "",
                                Rule.atLeast(0.2),
                                "the map is uncorrelated, so the baseline can but guess (0.5)")));
    }

    private static Claim shortSeries() {
        return new Claim(
                "short-series",
                "One and a half natural times are enough to tell chaotic from regular orbits.",
                new Stated.Figure("1.5 natural times", "the authors' documents"),
                List.of(
                        new Check(
                                "roc-area-short",
                                "area under the ROC of H at the shortest duration",
                                "",
                                Rule.atLeast(0.8),
                                "0.5 is guessing; four pairs in five in the right order"),
                        new Check(
                                "rule-accuracy-short",
                                "balanced accuracy of \"H above the periodic limit\" there",
                                "",
                                Rule.atLeast(0.8),
                                "0.5 is guessing; four orbits in five right")),
                "The label is the alignment index after hundreds of swings. The chart has two"
                        + " baselines: the scatter of the maxima, and the Lyapunov exponent over the"
                        + " same short time, which knows the equations of motion.");
    }

    private static Claim longOrbits() {
        return new Claim(
                "long-orbits",
                "Chaotic and regular orbits separate in the plane.",
                new Stated.Words("the abstract"),
                List.of(
                        new Check(
                                "roc-area-long",
                                "area under the ROC of H at 50 natural times",
                                "",
                                Rule.atLeast(0.9),
                                "0.5 is guessing; nine pairs in ten in the right order"),
                        new Check(
                                "rule-accuracy-long",
                                "balanced accuracy of \"H above the periodic limit\" there",
                                "",
                                Rule.atLeast(0.8),
                                "0.5 is guessing; four orbits in five right")));
    }

    private static Claim forbiddenPatterns() {
        return new Claim(
                "forbidden-patterns",
                "Chaos shows itself by forbidden patterns, noise has none.",
                new Stated.Words("the abstract"),
                List.of(
                        new Check(
                                "forbidden-in-maps",
                                "patterns that every map leaves out, the fewest of them",
                                "",
                                Rule.atLeast(1),
                                "one forbidden pattern is enough for the claim"),
                        new Check(
                                "forbidden-in-white-noise",
                                "control: patterns that white noise leaves out",
                                "",
                                Rule.atMost(0.01),
                                "of 120 patterns at 4,096 samples, chance leaves out 1e-13"),
                        new Check(
                                "falling-in-logistic",
                                "windows of three falling values in the logistic map",
                                "",
                                Rule.atMost(0),
                                "x > f(x) > f(f(x)) has no solution at r = 4"),
                        new Check(
                                "area-at-256",
                                "area under the ROC of patterns left out, 256 samples, maps against"
                                        + " noise of all colours",
                                "",
                                Rule.atLeast(0.95),
                                "0.5 is guessing; at most one pair in twenty in the wrong order")),
                "Periodic series leave out still more patterns: this tells determinism from noise,"
                        + " not chaos from order. The control is meant for order 5.");
    }

    private static Claim samplingWindow() {
        return new Claim(
                "sampling-window",
                "A window of 0.3 to 0.5 natural times tells behaviour, whatever the system.",
                new Stated.Figure("0.3 to 0.5", "the authors' documents"),
                List.of(
                        new Check(
                                "accuracy-in-window",
                                "balanced accuracy of \"H above the periodic limit\", mean in the"
                                        + " window",
                                "",
                                Rule.atLeast(0.9),
                                "0.5 is guessing; at most one series in ten wrong"),
                        new Check(
                                "worst-in-window",
                                "the same, at the worst place in the window",
                                "",
                                Rule.atLeast(0.8),
                                "the claim is made for the whole window"),
                        new Check(
                                "gain-over-fixed-interval",
                                "baseline: gain over an interval of one sample",
                                "",
                                Rule.atLeast(0.2),
                                "an interval of one sample sees slopes only and guesses (0.5)")));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int order = setting.count("order");
        double ratio = setting.real("ratio");
        double noise = setting.real("noise");
        int seeds = setting.count("seeds");
        var separation = new Separation(bench, order, ratio);
        var window = new SamplingWindow(bench, order);
        var shortSeries = new ShortSeries(bench, order, ratio, noise, setting.real("duration"));
        var forbidden = new ForbiddenPatterns(bench, order);
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress(
                    "series, repetition %d of %d".formatted(seed + 1, seeds),
                    2L * seed,
                    2L * seeds);
            List<Labelled> orbits = orbits(setting, seed);
            List<Specimen> specimens =
                    new ArrayList<>(new Systems(setting.random("systems", seed)).all());
            var disturbance = setting.random("noise", seed);
            firstOfEachSystem(orbits).stream()
                    .map(orbit -> orbit.specimen(ShortSeries.LONGEST).disturbed(noise, disturbance))
                    .forEach(specimens::add);
            bench.progress(
                    "plane, repetition %d of %d".formatted(seed + 1, seeds),
                    2L * seed + 1,
                    2L * seeds);
            separation.measure(specimens, setting.random("shuffle", seed));
            separation.show();
            window.measure(specimens);
            window.show(specimens);
            shortSeries.measure(orbits, disturbance);
            shortSeries.show();
            forbidden.measure(specimens);
            forbidden.show();
        }
        new ReferenceValues(setting, bench).run();
        bench.progress("done", 2L * seeds, 2L * seeds);
    }

    /// As many of each as there are of the other systems, so that all count alike.
    private static List<Labelled> firstOfEachSystem(List<Labelled> orbits) {
        return orbits.stream()
                .collect(
                        Collectors.groupingBy(
                                Labelled::system, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(same -> same.stream().limit(Systems.EACH))
                .toList();
    }

    private static List<Labelled> orbits(Setting setting, int seed) {
        int each = setting.count("orbits");
        var henonHeiles =
                new LabelledOrbits(
                        "Hénon-Heiles", new HenonHeiles(), setting.real("energy"), 1, 0.05, 3_000);
        var logarithmic =
                new LabelledOrbits(
                        "logarithmic",
                        new LogarithmicPotential(1, CORE, FLATTENING),
                        LOGARITHMIC_ENERGY,
                        FLATTENING * Math.exp(LOGARITHMIC_ENERGY),
                        0.01,
                        1_000);
        List<Labelled> all =
                new ArrayList<>(henonHeiles.draw(each, setting.random("henon-heiles", seed)));
        all.addAll(logarithmic.draw(each, setting.random("logarithmic", seed)));
        return all;
    }
}
