package org.broadsheet.reproductions.schroedinger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Table;
import org.broadsheet.methods.schroedinger.CanonicalCase;
import org.broadsheet.methods.schroedinger.Entropy;
import org.broadsheet.methods.schroedinger.Grid;
import org.broadsheet.methods.schroedinger.Integrator;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.broadsheet.methods.schroedinger.PhasePortrait;
import org.broadsheet.methods.schroedinger.Wave;

/// The paper's four cases: what is kept, how dense and how spread the waves are.
final class FourCases {
    private static final double END = 20;
    private static final int PORTRAIT_TIMES = 2001;
    private static final int MOST_COLUMNS = 256;
    private static final int MOST_ROWS = 400;

    /// Drifts of nothing are drawn at the rounding of doubles.
    private static final double ROUNDING = 1e-17;

    private final Scheme scheme;
    private final Grid grid;
    private final int snapshots;
    private final Bench bench;

    FourCases(Scheme scheme, Grid grid, int snapshots, Bench bench) {
        this.scheme = scheme;
        this.grid = grid;
        this.snapshots = snapshots;
        this.bench = bench;
    }

    /// As in `two-solitons`.
    static String word(CanonicalCase one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Follows one case and tells its metrics.
    Evolution follow(CanonicalCase one) {
        Evolution evolution = scheme.follow(one.start(grid), Integrator.times(END, snapshots));
        List<Wave> waves = evolution.waves();
        String word = word(one);
        bench.log(
                "%s: %,d steps, %,d rejected, %,d evaluations"
                        .formatted(
                                word,
                                evolution.steps(),
                                evolution.rejected(),
                                evolution.evaluations()));
        drifts(waves)
                .forEach((what, drift) ->
                        bench.metric(what.word() + "-drift-" + word, Series.most(drift)));
        bench.metric("mean-density-" + word, Series.densities(waves).average().orElseThrow());
        bench.metric("most-density-" + word, Series.densities(waves).max().orElseThrow());
        return evolution;
    }

    /// How evenly one case is spread, in time.
    void tellEntropies(CanonicalCase one, Evolution evolution) {
        double[] space = Series.each(evolution, wave -> Entropy.shannon(wave.densities()));
        double[] spectrum =
                Series.each(evolution, wave -> Entropy.shannon(Entropy.spectralWeights(wave)));
        String word = word(one);
        bench.metric("entropy-space-" + word, Series.mean(space));
        bench.metric("entropy-spectrum-" + word, Series.mean(spectrum));
        bench.metric("entropy-range-" + word, Series.range(space));
    }

    void showDensity(CanonicalCase one, Evolution evolution) {
        List<Wave> waves = evolution.waves();
        int rowsEach = ceilDivide(waves.size(), MOST_ROWS);
        int columnsEach = ceilDivide(grid.points(), MOST_COLUMNS);
        double[][] values = new double[ceilDivide(waves.size(), rowsEach)][];
        for (int row = 0; row < values.length; row++) {
            Wave wave = waves.get(row * rowsEach);
            values[row] = new double[grid.points() / columnsEach];
            for (int column = 0; column < values[row].length; column++) {
                values[row][column] = wave.density(column * columnsEach);
            }
        }
        double most = Series.densities(waves).max().orElseThrow();
        bench.show(
                new HeatMap(
                        "density-" + word(one),
                        new Caption(
                                "|ψ|² in space and time, " + word(one).replace('-', ' '),
                                "It is at most %s and keeps its mass to %s."
                                        .formatted(
                                                Figures.rounded(most, 6),
                                                Figures.rounded(
                                                        Series.most(drift(waves, Kept.MASS)), 2))),
                        Axis.linear("x"),
                        new double[] {grid.x(0), grid.x(0) + grid.length()},
                        Axis.linear("time"),
                        new double[] {0, END},
                        values,
                        new HeatMap.Shades("|ψ|²", HeatMap.Shades.Kind.FROM_LEAST)));
    }

    void showInvariants(CanonicalCase one, Evolution evolution) {
        Map<Kept, double[]> drifts = drifts(evolution.waves());
        double[] times = Series.times(evolution);
        List<Curve> curves = new ArrayList<>();
        drifts.forEach((what, drift) ->
                curves.add(
                        new Curve(
                                what.title(),
                                what.role(),
                                what.role() == Role.MEASURED ? Shape.LINE : Shape.DASHES,
                                times,
                                Series.atLeast(ROUNDING, drift))));
        bench.show(
                new Chart(
                        "invariants",
                        new Caption(
                                "What is kept: " + word(one).replace('-', ' '),
                                ("Computed spectrally, the energy drifts by %s; by the program's"
                                                + " differences it seems to drift by %s.")
                                        .formatted(
                                                Figures.rounded(
                                                        Series.most(
                                                                drift(
                                                                        evolution.waves(),
                                                                        Kept.ENERGY)),
                                                        2),
                                                Figures.rounded(
                                                        Series.most(
                                                                drift(
                                                                        evolution.waves(),
                                                                        Kept.REPORTED_ENERGY)),
                                                        2))),
                        Axis.linear("time"),
                        Axis.log("relative distance from the start"),
                        curves));
    }

    void showEntropies(CanonicalCase one, Evolution evolution) {
        double[] times = Series.times(evolution);
        double[] space = Series.each(evolution, wave -> Entropy.shannon(wave.densities()));
        bench.show(
                new Chart(
                        "entropy",
                        new Caption(
                                "How far " + word(one).replace('-', ' ') + " is spread",
                                "Shannon's entropy in space lies between %s and %s nats."
                                        .formatted(
                                                Figures.rounded(Series.least(space), 4),
                                                Figures.rounded(Series.most(space), 4))),
                        Axis.linear("time"),
                        Axis.linear("entropy, nats"),
                        List.of(
                                Series.line("Shannon, in space", times, space),
                                Series.line(
                                        "Shannon, in wave numbers",
                                        times,
                                        Series.each(
                                                evolution,
                                                wave ->
                                                        Entropy.shannon(
                                                                Entropy.spectralWeights(wave)))),
                                Series.line(
                                        "Rényi of order 2, in space",
                                        times,
                                        Series.each(
                                                evolution,
                                                wave -> Entropy.renyi(2, wave.densities()))),
                                Series.line(
                                        "Tsallis of order 2, in space",
                                        times,
                                        Series.each(
                                                evolution,
                                                wave -> Entropy.tsallis(2, wave.densities()))))));
    }

    /// The path of ψ at a place, followed anew with many times.
    void showPortrait(CanonicalCase one, double place) {
        List<Wave> waves =
                scheme.follow(one.start(grid), Integrator.times(END, PORTRAIT_TIMES)).waves();
        PhasePortrait portrait = PhasePortrait.at(place, waves);
        List<PhasePortrait.Point> points = portrait.points();
        double[] re = points.stream().mapToDouble(PhasePortrait.Point::re).toArray();
        double[] im = points.stream().mapToDouble(PhasePortrait.Point::im).toArray();
        double[] modulus = points.stream().mapToDouble(PhasePortrait.Point::modulus).toArray();
        double[] phase = points.stream().mapToDouble(PhasePortrait.Point::phase).toArray();
        String where = "ψ at x = " + Figures.rounded(portrait.x(), 4);
        String name = word(one).replace('-', ' ');
        bench.show(
                new Chart(
                        "phase-portrait",
                        new Caption(
                                where + " in the complex plane, " + name,
                                "|ψ| reaches %s there, and its phase runs through %s radians."
                                        .formatted(
                                                Figures.rounded(Series.most(modulus), 4),
                                                Figures.rounded(
                                                        phase[phase.length - 1] - phase[0], 4))),
                        Axis.linear("Re ψ"),
                        Axis.linear("Im ψ"),
                        List.of(Series.line(name, re, im))));
        bench.show(
                new Chart(
                        "modulus-and-phase",
                        new Caption(
                                where + " by its phase and modulus, " + name,
                                "The modulus lies between %s and %s."
                                        .formatted(
                                                Figures.rounded(Series.least(modulus), 3),
                                                Figures.rounded(Series.most(modulus), 4))),
                        Axis.linear("phase of ψ, radians"),
                        Axis.linear("|ψ|"),
                        List.of(Series.line(name, phase, modulus))));
    }

    void showDrifts(Map<CanonicalCase, Evolution> evolutions) {
        List<List<String>> rows = new ArrayList<>();
        evolutions.forEach((one, evolution) -> {
            List<String> row = new ArrayList<>();
            row.add(word(one).replace('-', ' '));
            row.add(String.format(Locale.ROOT, "%,d", evolution.evaluations()));
            drifts(evolution.waves())
                    .values()
                    .forEach(drift -> row.add(Figures.rounded(Series.most(drift), 2)));
            rows.add(row);
        });
        List<String> heads = new ArrayList<>(List.of("case", "evaluations"));
        for (Kept kept : Kept.values()) {
            heads.add(kept.title());
        }
        bench.show(
                new Table(
                        "drifts",
                        new Caption(
                                "The largest relative distance from the start",
                                "The energy drifts by up to %s, the filtered energy by up to %s."
                                        .formatted(
                                                Figures.rounded(most(evolutions, Kept.ENERGY), 2),
                                                Figures.rounded(
                                                        most(evolutions, Kept.FILTERED_ENERGY),
                                                        2))),
                        heads,
                        rows));
    }

    private double most(Map<CanonicalCase, Evolution> evolutions, Kept kept) {
        return evolutions.values().stream()
                .mapToDouble(evolution -> Series.most(drift(evolution.waves(), kept)))
                .max()
                .orElseThrow();
    }

    private Map<Kept, double[]> drifts(List<Wave> waves) {
        Map<Kept, double[]> drifts = new EnumMap<>(Kept.class);
        for (Kept kept : Kept.values()) {
            drifts.put(kept, drift(waves, kept));
        }
        return drifts;
    }

    private double[] drift(List<Wave> waves, Kept kept) {
        return Series.drift(waves, wave -> kept.of(wave, scheme.filter()));
    }

    private static int ceilDivide(int many, int each) {
        return (many + each - 1) / each;
    }
}
