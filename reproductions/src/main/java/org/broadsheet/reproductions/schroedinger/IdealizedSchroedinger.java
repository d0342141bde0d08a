package org.broadsheet.reproductions.schroedinger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Start;
import org.broadsheet.methods.schroedinger.CanonicalCase;
import org.broadsheet.methods.schroedinger.Grid;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.broadsheet.methods.schroedinger.Soliton;
import org.broadsheet.paper.PaperId;

/// The solver of the one-dimensional nonlinear Schrödinger equation of arXiv 2509.05901, in its
/// four cases and beside exact solutions.
public final class IdealizedSchroedinger implements Reproduction {
    @Override
    public PaperId paper() {
        return PaperId.of("2509.05901");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "simple-idealized-1d-nlse: Pseudo-Spectral Solver for the 1D Nonlinear Schrödinger"
                        + " Equation",
                Abstract.Family.EQUATIONS_AND_DYNAMICS,
                1,
                "The pseudo-spectral solver with its filter and its adaptive Runge-Kutta method of"
                        + " order 8; the four cases with invariants, entropies and phase portraits.",
                "The NetCDF files and the animations of the program: they hold the same numbers.",
                "The equations, grid, filter, tolerances and times are those of the authors’ program."
                        + " Energy and momentum are computed spectrally; the program takes"
                        + " differences, which is shown beside it. Solitons, the breather of"
                        + " Akhmediev and the instability of a plane wave are added, because they"
                        + " have exact solutions: the paper’s breather and modulation instability are"
                        + " other starts of those names.",
                "Look at the invariants: the drift of 13 to 17 % that the program reports is that of"
                        + " its own differences. Then switch the filter off and see the soliton become"
                        + " a hundred thousand times more exact.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Choice(
                        new Knob("case", "Case", "", "which of the four is drawn in detail"),
                        Arrays.stream(CanonicalCase.values()).map(FourCases::word).toList(),
                        Start.always("two-solitons")),
                new Parameter.Whole(
                        new Knob("points", "Points", "", "a power of two"),
                        64,
                        4096,
                        Start.always(512L)),
                new Parameter.Real(
                        new Knob(
                                "length", "Length of the interval", "", "waves come back round it"),
                        20,
                        200,
                        Start.always(50.0)),
                new Parameter.Choice(
                        new Knob("filter", "Filter", "", "smooth is the paper’s; cut is sharp"),
                        List.of("smooth", "cut", "none"),
                        Start.always("smooth")),
                new Parameter.Real(
                        new Knob(
                                "fraction",
                                "Where the filter falls",
                                "of the largest wave number",
                                "2/3 is the paper’s; a product of three needs 1/2"),
                        0.05,
                        1,
                        Start.always(2.0 / 3)),
                new Parameter.Choice(
                        new Knob(
                                "integrator",
                                "Integrator",
                                "",
                                "dormand-prince is the paper’s; the others need filter none"),
                        Scheme.INTEGRATORS,
                        Start.always(Scheme.DORMAND_PRINCE)),
                new Parameter.Real(
                        new Knob(
                                "tolerance",
                                "Relative tolerance",
                                "",
                                "of dormand-prince; the absolute one is a hundredth of it"),
                        Scheme.LEAST_TOLERANCE,
                        1e-2,
                        Start.always(1e-9)),
                new Parameter.Real(
                        new Knob("step", "Step", "", "of the other integrators"),
                        1e-4,
                        0.1,
                        Start.always(0.005)),
                new Parameter.Real(
                        new Knob("amplitude", "Amplitude A of the soliton"),
                        0.5,
                        4,
                        Start.always(2.0)),
                new Parameter.Real(
                        new Knob("velocity", "Velocity v of the soliton"),
                        -4,
                        4,
                        Start.always(1.0)),
                new Parameter.Real(
                        new Knob("separation", "Separation of the two solitons that meet"),
                        16,
                        60,
                        Start.always(20.0)),
                new Parameter.Real(
                        new Knob("a", "Parameter a of the breather of Akhmediev"),
                        0.05,
                        0.45,
                        Start.always(0.25)),
                new Parameter.Real(
                        new Knob(
                                "wavenumber",
                                "Wave number k of the modulation that is drawn",
                                "",
                                "the fastest is √2; from 2 on nothing grows"),
                        0.7,
                        1.98,
                        Start.always(Math.sqrt(2))),
                new Parameter.Whole(
                        new Knob("modes", "Wave numbers on the dispersion curve"),
                        2,
                        100,
                        new Start<>(8L, 24L, 48L)),
                new Parameter.Whole(
                        new Knob("snapshots", "Times kept", "", "the statistics are over these"),
                        2,
                        1000,
                        Start.always(100L)),
                new Parameter.Real(
                        new Knob("place", "Place of the phase portrait", "", "x"),
                        -100,
                        100,
                        Start.always(0.0)),
                new Parameter.Whole(
                        new Knob("runs", "Runs of each integrator on the chart of work"),
                        2,
                        5,
                        new Start<>(3L, 5L, 5L)));
    }

    @Override
    public List<Claim> claims() {
        return WaveClaims.all();
    }

    @Override
    public void run(Setting setting, Bench bench) {
        Scheme scheme = Scheme.of(setting);
        var grid = new Grid(setting.real("length"), setting.count("points"));
        grid.nearest(setting.real("place"));
        new Course(setting, bench, scheme, grid).run();
    }

    /// The parts of a run, one after the other.
    private record Course(Setting setting, Bench bench, Scheme scheme, Grid grid) {
        private static final int PARTS = 10;

        void run() {
            CanonicalCase drawn =
                    Arrays.stream(CanonicalCase.values())
                            .filter(one -> FourCases.word(one).equals(setting.choice("case")))
                            .findFirst()
                            .orElseThrow();
            fourCases(drawn);
            exactSolutions();
            growth();
            bench.progress("done", PARTS, PARTS);
        }

        private void fourCases(CanonicalCase drawn) {
            var cases = new FourCases(scheme, grid, setting.count("snapshots"), bench);
            Map<CanonicalCase, Evolution> evolutions = new EnumMap<>(CanonicalCase.class);
            bench.progress(FourCases.word(drawn), 0, PARTS);
            Evolution evolution = cases.follow(drawn);
            evolutions.put(drawn, evolution);
            cases.showDensity(drawn, evolution);
            cases.showInvariants(drawn, evolution);
            cases.showEntropies(drawn, evolution);
            bench.progress("phase portrait", 1, PARTS);
            cases.showPortrait(drawn, setting.real("place"));
            for (CanonicalCase other : CanonicalCase.values()) {
                if (other != drawn) {
                    bench.progress(FourCases.word(other), 1 + evolutions.size(), PARTS);
                    Evolution next = cases.follow(other);
                    evolutions.put(other, next);
                    cases.showDensity(other, next);
                }
            }
            evolutions.forEach(cases::tellEntropies);
            cases.showDrifts(evolutions);
        }

        private void exactSolutions() {
            var exact = new ExactSolutions(scheme, bench);
            bench.progress("one soliton beside the exact one", 5, PARTS);
            exact.soliton(
                    new Soliton(setting.real("amplitude"), setting.real("velocity"), -10), grid);
            bench.progress("two solitons that meet", 6, PARTS);
            exact.twoSolitons(setting.real("separation"));
            bench.progress("the breather of Akhmediev", 7, PARTS);
            exact.breather(setting.real("a"));
            bench.progress("integrators", 8, PARTS);
            exact.integrators(setting.count("runs"));
        }

        private void growth() {
            var growth = new Growth(scheme, bench);
            bench.progress("growth rates", 9, PARTS);
            growth.dispersion(setting.count("modes"));
            growth.oneMode(setting.real("wavenumber"));
        }
    }
}
