package org.broadsheet.reproductions.pinn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.pinn.Accretion;
import org.broadsheet.methods.pinn.Candidate;
import org.broadsheet.methods.pinn.Collocation;
import org.broadsheet.methods.pinn.Marching;
import org.broadsheet.methods.pinn.MichelFlow;
import org.broadsheet.methods.pinn.Training;
import org.broadsheet.methods.pinn.Weighting;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// Gas that falls onto a black hole through its sonic point: two equations, two networks, and the
/// weights between them.
final class Flow {
    private static final double INNER = 20;
    private static final double OUTER = 140.5;
    private static final int GRID = 401;

    private static final double RATE = 3e-3;
    private static final int DEPTH = 3;
    private static final int TERMS = 40;
    private static final double MARCH_TOLERANCE = 1e-10;

    /// The authors' temperature.
    private static final double RELEASED_TEMPERATURE = 1e-6;

    /// Some twenty steps: what a draw of points changes from one step to the next is averaged out.
    private static final double SHARE = 0.05;

    private final Setting setting;
    private final Bench bench;
    private final MichelFlow exact;
    private final Accretion accretion;
    private final FlowMeasures measures;

    /// The trainings, in order.
    enum Kind {
        TRAINED("all layers trained", Role.MEASURED),
        ADAPTIVE("adaptive weights", Role.MEASURED),
        POLISHED("then by L-BFGS", Role.MEASURED),
        OUTER("first and last trained", Role.BASELINE),
        IN_TURN("weights 1/2 and 2/3", Role.BASELINE),
        UNSET("speed not given", Role.BASELINE);

        final String title;
        final Role role;

        Kind(String title, Role role) {
            this.title = title;
            this.role = role;
        }
    }

    Flow(Setting setting, Bench bench) {
        this.setting = setting;
        this.bench = bench;
        exact =
                new MichelFlow(
                        setting.real("exponent"),
                        setting.real("pressure"),
                        setting.real("sonic-radius"));
        measures = new FlowMeasures(exact, Curves.spread(INNER, OUTER, GRID));
        accretion = new Accretion(exact, INNER, OUTER, Accretion.Start.DENSITY_AND_SPEED);
    }

    /// @return a row of the table of errors
    List<String> run() {
        int seeds = setting.count("seeds");
        List<List<Learned>> learned =
                new Workload("accretion", setting, bench)
                        .run(Arrays.stream(Kind.values()).map(this::learning).toList(), seeds);
        for (int seed = 0; seed < seeds; seed++) {
            int repetition = seed;
            tell(
                    Arrays.stream(Kind.values())
                            .map(kind -> learned.get(kind.ordinal()).get(repetition))
                            .toList());
        }
        var collocated = new Collocation(TERMS, 100).solve(accretion).candidate();
        bench.metric("flow-error-collocation", measures.speedError(collocated));
        MichelFlow.State outer = exact.at(OUTER);
        Marching.Path march =
                Marching.march(
                        accretion::slopes,
                        OUTER,
                        new double[] {outer.density(), outer.speed()},
                        INNER,
                        MARCH_TOLERANCE);
        FlowCharts charts = new FlowCharts(bench, measures, accretion, learned);
        charts.show(collocated, march);
        return List.of(
                "Accretion, speed",
                charts.figure(Kind.TRAINED),
                charts.figure(Kind.POLISHED),
                charts.figure(Kind.OUTER),
                charts.figure(Kind.ADAPTIVE),
                Figures.rounded(measures.speedError(collocated), 2));
    }

    private Learning learning(Kind kind) {
        int steps = setting.count("flow-steps");
        double rate = RATE * setting.real("rate");
        int points = setting.count("flow-points");
        Training.Plan plan = new Training.Plan(steps, points, 1, rate, steps, 0);
        int few = Math.ceilDiv(steps, 5);
        Supplier<Weighting> weighting =
                switch (kind) {
                    case ADAPTIVE ->
                            () -> Weighting.softRelative(setting.real("temperature"), SHARE);
                    case IN_TURN -> () -> Weighting.softInTurn(RELEASED_TEMPERATURE);
                    case TRAINED, POLISHED, OUTER, UNSET -> Weighting::equal;
                };
        return new Learning(
                "accretion, " + kind.title,
                "flow",
                kind == Kind.UNSET
                        ? new Accretion(exact, INNER, OUTER, Accretion.Start.DENSITY)
                        : accretion,
                DEPTH,
                setting.count("flow-width"),
                kind == Kind.POLISHED
                        ? new Training.Plan(few, points, 1, rate, few, setting.count("polish"))
                        : plan,
                kind != Kind.OUTER,
                weighting);
    }

    private void tell(List<Learned> kinds) {
        double[] errors = new double[kinds.size()];
        for (Kind kind : Kind.values()) {
            Learned learned = kinds.get(kind.ordinal());
            errors[kind.ordinal()] = measures.speedError(learned.candidate());
            String word = word(kind);
            bench.metric("flow-error-speed-" + word, errors[kind.ordinal()]);
            bench.metric("flow-error-density-" + word, measures.densityError(learned.candidate()));
            bench.metric("flow-loss-" + word, learned.loss());
        }
        double trained = errors[Kind.TRAINED.ordinal()];
        Candidate candidate = kinds.get(Kind.TRAINED.ordinal()).candidate();
        measures.sonicRadius(candidate)
                .ifPresent(radius ->
                        bench.metric("flow-sonic-radius-shift", radius / exact.sonicRadius() - 1));
        bench.metric("flow-flux-drift", measures.drift(candidate, true));
        bench.metric("flow-energy-drift", measures.drift(candidate, false));
        measures.excess(candidate).ifPresent(excess -> bench.metric("flow-excess", excess));
        Candidate unset = kinds.get(Kind.UNSET.ordinal()).candidate();
        bench.metric("flow-start-speed", unset.at(new double[] {OUTER})[1][0]);
        bench.metric(
                "flow-start-speed-error",
                Math.abs(unset.at(new double[] {OUTER})[1][0] / exact.at(OUTER).speed() - 1));
        bench.metric("flow-gain-layers", Curves.decades(errors[Kind.OUTER.ordinal()], trained));
        bench.metric("flow-gain-polish", Curves.decades(trained, errors[Kind.POLISHED.ordinal()]));
        double adaptive = errors[Kind.ADAPTIVE.ordinal()];
        bench.metric(
                "flow-gain-adaptive", Curves.decades(errors[Kind.IN_TURN.ordinal()], adaptive));
        bench.metric("flow-gain-adaptive-over-equal", Curves.decades(trained, adaptive));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
