package org.broadsheet.reproductions.schroedinger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.schroedinger.Grid;
import org.broadsheet.methods.schroedinger.Integrator;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.broadsheet.methods.schroedinger.PlaneWave;
import org.broadsheet.methods.schroedinger.Wave;

/// How fast small modulations of a plane wave grow, by wave number.
final class Growth {
    private static final PlaneWave PLANE = new PlaneWave(1);

    /// Of the grid, which is one period long: so no longer modulation grows out of rounding beside
    /// it.
    private static final int POINTS = 64;

    private static final double SEED_SIZE = 1e-8;

    /// Growths by e in which a rate is measured.
    private static final double GROWTHS = 2;

    /// The longest time for that: shorter modulations, which grow from rounding, stay small beside
    /// it.
    private static final double LONGEST = 8;

    /// A wave number beyond the edge 2, where nothing grows.
    private static final double STABLE = 2.2;

    private final Scheme scheme;
    private final Bench bench;

    Growth(Scheme scheme, Bench bench) {
        this.scheme = scheme;
        this.bench = bench;
    }

    void dispersion(int modes) {
        double[] wavenumbers = new double[modes];
        double[] rates = new double[modes];
        double worst = 0;
        var csv = new StringBuilder("wavenumber,measured,theory\n");
        for (int i = 0; i < modes; i++) {
            double k = PLANE.edge() * (i + 0.5) / modes;
            wavenumbers[i] = k;
            rates[i] = rate(k);
            double theory = PLANE.growthRate(k);
            worst = Math.max(worst, Math.abs(rates[i] / theory - 1));
            csv.append(k).append(',').append(rates[i]).append(',').append(theory).append('\n');
        }
        bench.metric("growth-error", worst);
        double fastest = rate(PLANE.fastest());
        bench.metric("growth-fastest", fastest);
        bench.metric("growth-beyond", growthBeyond());
        bench.file("growth.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        showDispersion(wavenumbers, rates, worst, fastest);
    }

    private double rate(double wavenumber) {
        double time = Math.min(GROWTHS / PLANE.growthRate(wavenumber), LONGEST);
        List<Wave> waves =
                scheme.follow(PLANE.modulated(grid(wavenumber), wavenumber, SEED_SIZE), 0, time)
                        .waves();
        return Math.log(modulation(waves.getLast()) / modulation(waves.getFirst())) / time;
    }

    /// The largest size of a stable modulation over its first.
    private double growthBeyond() {
        Grid grid = grid(STABLE);
        Wave start = Wave.of(grid, x -> 1 + SEED_SIZE * Math.cos(STABLE * x), _ -> 0);
        double[] sizes =
                Series.each(scheme.follow(start, Integrator.times(20, 101)), Growth::modulation);
        return Series.most(sizes) / sizes[0];
    }

    private static Grid grid(double wavenumber) {
        return new Grid(2 * Math.PI / wavenumber, POINTS);
    }

    private static double modulation(Wave wave) {
        double[] spectrum = wave.spectrum();
        return 2 * Math.hypot(spectrum[1], spectrum[POINTS + 1]) / POINTS;
    }

    private void showDispersion(
            double[] wavenumbers, double[] rates, double worst, double fastest) {
        int count = 240;
        double[] x = new double[count + 1];
        double[] theory = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            x[i] = 1.2 * PLANE.edge() * i / count;
            theory[i] = PLANE.growthRate(x[i]);
        }
        bench.show(
                new Chart(
                        "growth",
                        new Caption(
                                "How fast a modulation of a plane wave grows",
                                "Every measured rate is within a share of %s of theory; at √2 it is %s."
                                        .formatted(
                                                Figures.rounded(worst, 2),
                                                Figures.rounded(fastest, 9))),
                        Axis.linear("wave number k"),
                        Axis.linear("growth rate"),
                        List.of(
                                new Curve("(k/2) √(4 - k²)", Role.THEORY, Shape.LINE, x, theory),
                                new Curve(
                                        "measured", Role.MEASURED, Shape.DOTS, wavenumbers, rates)),
                        List.of(
                                new Chart.Mark(
                                        Chart.Mark.Direction.UPRIGHT,
                                        PLANE.edge(),
                                        "stable from here"))));
    }

    /// One modulation from its seed to where it is no longer small.
    void oneMode(double wavenumber) {
        double rate = PLANE.growthRate(wavenumber);
        double end = Math.log(1 / SEED_SIZE) / rate;
        Wave start = PLANE.modulated(grid(wavenumber), wavenumber, SEED_SIZE);
        Evolution evolution = scheme.follow(start, Integrator.times(end, 201));
        double[] times = Series.times(evolution);
        double[] sizes = Series.each(evolution, Growth::modulation);
        double[] theory = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            theory[i] = sizes[0] * Math.exp(rate * times[i]);
        }
        bench.show(
                new Chart(
                        "one-mode",
                        new Caption(
                                "A modulation of k = %s grows"
                                        .formatted(Figures.rounded(wavenumber, 4)),
                                "It follows e^(%s t) until it is no longer small, and then turns."
                                        .formatted(Figures.rounded(rate, 4))),
                        Axis.linear("time"),
                        Axis.log("size of the modulation"),
                        List.of(
                                Series.line("measured", times, sizes),
                                new Curve(
                                        "theory of small modulations",
                                        Role.THEORY,
                                        Shape.DASHES,
                                        times,
                                        theory))));
    }
}
