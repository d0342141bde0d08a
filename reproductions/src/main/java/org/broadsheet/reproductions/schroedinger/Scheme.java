package org.broadsheet.reproductions.schroedinger;

import java.util.List;
import java.util.Locale;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.schroedinger.DormandPrince853;
import org.broadsheet.methods.schroedinger.Filter;
import org.broadsheet.methods.schroedinger.Integrator;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.broadsheet.methods.schroedinger.NonlinearSchroedinger;
import org.broadsheet.methods.schroedinger.SplitStep;
import org.broadsheet.methods.schroedinger.Splitting;
import org.broadsheet.methods.schroedinger.Wave;

/// How waves are followed in a run: the filter and the integrator that the reader chose.
record Scheme(Filter filter, Integrator integrator) {
    static final String DORMAND_PRINCE = "dormand-prince";
    static final List<String> INTEGRATORS =
            List.of(
                    DORMAND_PRINCE,
                    "strang",
                    "yoshida",
                    "blanes-moan-4",
                    "blanes-moan-6",
                    "kahan-li");
    static final double LEAST_TOLERANCE = 3e-14;

    /// The paper's ratio of the relative to the absolute tolerance, and its longest step.
    private static final double ABSOLUTE_SHARE = 0.01;

    private static final double LONGEST_STEP = 0.1;

    static Scheme of(Setting setting) {
        var filter =
                new Filter(
                        Filter.Shape.valueOf(setting.choice("filter").toUpperCase(Locale.ROOT)),
                        setting.real("fraction"));
        String integrator = setting.choice("integrator");
        if (integrator.equals(DORMAND_PRINCE)) {
            return new Scheme(filter, dormandPrince(setting.real("tolerance")));
        }
        if (filter.shape() != Filter.Shape.NONE) {
            throw new IllegalArgumentException(
                    "integrator %s with filter %s: a splitting needs filter none"
                            .formatted(integrator, setting.choice("filter")));
        }
        var splitting = Splitting.valueOf(integrator.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Scheme(filter, new SplitStep(splitting, setting.real("step")));
    }

    static DormandPrince853 dormandPrince(double tolerance) {
        return new DormandPrince853(tolerance, ABSOLUTE_SHARE * tolerance, LONGEST_STEP);
    }

    Scheme unfiltered() {
        return new Scheme(Filter.none(), integrator);
    }

    /// With a tolerance or a step that leaves no doubt that the integrator is exact enough.
    Scheme finer() {
        return new Scheme(
                filter,
                switch (integrator) {
                    case DormandPrince853 pair ->
                            dormandPrince(Math.max(pair.relative() / 1000, LEAST_TOLERANCE));
                    case SplitStep split ->
                            new SplitStep(split.splitting(), split.longestStep() / 4);
                    default -> throw new IllegalStateException("unknown: " + integrator);
                });
    }

    Evolution follow(Wave start, double... times) {
        return integrator.evolve(new NonlinearSchroedinger(start.grid(), filter), start, times);
    }
}
