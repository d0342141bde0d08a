package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Start;
import org.broadsheet.lab.Table;
import org.broadsheet.methods.pinn.BlackHoleSolution;
import org.broadsheet.methods.pinn.Collocation;
import org.broadsheet.methods.pinn.Hypergeometric;
import org.broadsheet.methods.pinn.Legendre;
import org.broadsheet.methods.pinn.LorentzBlackHole;
import org.broadsheet.methods.pinn.Marching;
import org.broadsheet.methods.pinn.NormalForm;
import org.broadsheet.methods.pinn.SingularProblem;
import org.broadsheet.paper.PaperId;

/// Networks that solve differential equations through singular points (arXiv 2409.20150), beside
/// exact solutions, a classical solver and a marching one.
public final class SingularEquations implements Reproduction {
    private static final double MARCH_TOLERANCE = 1e-10;

    /// A march cannot leave a singular start: so far beside it, it is given the exact values.
    private static final double BESIDE = 0.01;

    private static final int TERMS = 40;

    @Override
    public PaperId paper() {
        return PaperId.of("2409.20150");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Deep Learning solutions to singular ordinary differential equations: from special"
                        + " functions to spherical accretion",
                Abstract.Family.EQUATIONS_AND_DYNAMICS,
                1,
                "Networks with the start value built in, on Legendre’s and the hypergeometric"
                        + " equation, the black hole that violates Lorentz symmetry and the fall of a"
                        + " gas through its sonic point; with all layers trained and with the first"
                        + " and the last alone, with constant and with adaptive weights.",
                "The authors’ table of the flow by finite differences: its constants are those of the"
                        + " algebraic flow, which is exact. Their black hole at speeds 2 and 10 is"
                        + " looked at by series alone.",
                "Of the paper only the abstract and the authors’ example notebook could be read. Full"
                        + " runs have 10,000 steps for each equation, where the examples have 25,000, 100,000"
                        + " for the black hole and 10,000 for the flow; the"
                        + " flow’s networks have 3 layers of 32 and 100 points, where the example has"
                        + " 3 of 256 and 1,000 (size paper). Networks see the interval as -1 to 1."
                        + " The flow’s density is ρ₁ (1 + z e^-N) with z = (r₁ - r)/r, where the"
                        + " example has ρ₁ + z e^-N, and its speed grows from its start value in the"
                        + " same way. Where the speed is not given its first guess is e^-N/10, near"
                        + " the sought flow: that picks the branch. Points are drawn anew every"
                        + " step, which the example does every so many. The first cosine of the learning"
                        + " rate takes two fifths of the steps, the flow’s all of them: the"
                        + " example’s 10,000 at its number of steps, but for the black hole, where"
                        + " they are a tenth. Training"
                        + " by L-BFGS, collocation, marches, broken degrees and the equation in"
                        + " its textbook form are added.",
                "Follow the network through the sonic point in the first picture: the marching solver,"
                        + " which starts with the exact values, cannot get through. Then look at the"
                        + " errors: the classical solver beats every network by many powers of ten, wherever"
                        + " the solution is smooth.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Real(
                        new Knob(
                                "degree",
                                "Degree l of Legendre’s equation",
                                "",
                                "slide it from 3 to 3.5: no smooth solution is left"),
                        0,
                        10,
                        Start.always(3.0)),
                new Parameter.Real(
                        new Knob(
                                "a",
                                "a of the hypergeometric equation",
                                "",
                                "a or b must be 0, -1, -2, …"),
                        -8,
                        8,
                        Start.always(-2.0)),
                new Parameter.Real(
                        new Knob("b", "b of the hypergeometric equation"),
                        -8,
                        8,
                        Start.always(1.0)),
                new Parameter.Real(
                        new Knob("c", "c of the hypergeometric equation"),
                        0.1,
                        8,
                        Start.always(1.0)),
                new Parameter.Real(
                        new Knob(
                                "hole-speed",
                                "Speed c of the black hole’s waves",
                                "",
                                "with a large one the smooth solution ends early"),
                        0.2,
                        10,
                        Start.always(0.5)),
                new Parameter.Real(
                        new Knob("hole-end", "End of the black hole’s interval"),
                        0.5,
                        2.5,
                        Start.always(2.0)),
                new Parameter.Real(
                        new Knob(
                                "sonic-radius",
                                "Sonic radius of the flow",
                                "masses",
                                "inside 20 to 140.5 the flow passes through it"),
                        10,
                        200,
                        Start.always(40.5)),
                new Parameter.Real(
                        new Knob("exponent", "Exponent Γ of the gas", "", "of p = k ρ^Γ"),
                        1.05,
                        1.65,
                        Start.always(4.0 / 3)),
                new Parameter.Real(
                        new Knob("pressure", "k of the gas"), 0.001, 10, Start.always(0.1)),
                new Parameter.Real(
                        new Knob(
                                "temperature",
                                "Temperature of the adaptive weights",
                                "",
                                "0 keeps them equal"),
                        0,
                        1000,
                        Start.always(10.0)),
                new Parameter.Real(
                        new Knob(
                                "rate",
                                "Learning rates",
                                "times the paper’s",
                                "try 100: a run that learns nothing says so"),
                        0.001,
                        1e6,
                        Start.always(1.0)),
                new Parameter.Whole(
                        new Knob("steps", "Steps of Adam", "", "of the first two equations"),
                        10,
                        1_000_000,
                        new Start<>(2_000L, 10_000L, 25_000L)),
                new Parameter.Whole(
                        new Knob("hole-steps", "Steps for the black hole"),
                        10,
                        1_000_000,
                        new Start<>(1_500L, 10_000L, 100_000L)),
                new Parameter.Whole(
                        new Knob("flow-steps", "Steps for the flow"),
                        10,
                        1_000_000,
                        new Start<>(1_500L, 10_000L, 10_000L)),
                new Parameter.Whole(
                        new Knob(
                                "polish",
                                "Iterations of L-BFGS",
                                "",
                                "after a fifth of the steps of Adam"),
                        1,
                        100_000,
                        new Start<>(150L, 500L, 2_000L)),
                new Parameter.Whole(
                        new Knob("flow-points", "Points of the flow"),
                        10,
                        10_000,
                        new Start<>(100L, 100L, 1_000L)),
                new Parameter.Whole(
                        new Knob("flow-width", "Units of a layer, for the flow"),
                        1,
                        512,
                        new Start<>(32L, 32L, 256L)),
                new Parameter.Whole(
                        new Knob("degrees", "Degrees between two whole ones", "", "ends included"),
                        3,
                        101,
                        new Start<>(5L, 9L, 21L)),
                new Parameter.Whole(
                        new Knob(
                                "terms",
                                "Terms of the longest series",
                                "",
                                "that looks for the black hole’s solution"),
                        16,
                        80,
                        new Start<>(24L, 48L, 64L)),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions", "", "with weights and points drawn anew"),
                        1,
                        30,
                        new Start<>(2L, 3L, 5L)));
    }

    @Override
    public List<Claim> claims() {
        return PinnClaims.all();
    }

    @Override
    public void run(Setting setting, Bench bench) {
        // Made first: what has no solution is refused before anything is learned.
        Flow flow = new Flow(setting, bench);
        Scalar legendre = legendre(setting, bench);
        Scalar hypergeometric = hypergeometric(setting, bench);
        Scalar hole = hole(setting, bench);
        List<List<String>> rows = new ArrayList<>();
        List<String> accretion = flow.run();
        SingularProblem equation = new Legendre(setting.real("degree"));
        Optional<Scalar.Extra> textbook =
                Optional.of(
                        new Scalar.Extra(
                                "textbook form",
                                new NormalForm(equation, x -> x.square().negate().plus(1))));
        rows.add(legendre.run(setting.count("steps"), textbook));
        rows.add(hypergeometric.run(setting.count("steps"), Optional.empty()));
        rows.add(hole.run(setting.count("hole-steps"), Optional.empty()));
        rows.add(accretion);
        Limits limits = new Limits(setting, bench);
        limits.degrees();
        limits.speeds();
        bench.show(summary(rows, setting.count("seeds")));
    }

    private static Table summary(List<List<String>> rows, int seeds) {
        return new Table(
                "summary",
                new Caption(
                        "The largest error of every method",
                        "Of the solution’s size (of the flow: of the speed where it is), medians of"
                                + " %d repetitions.".formatted(seeds)),
                List.of(
                        "equation",
                        Variant.TRAINED.title(),
                        Variant.POLISHED.title(),
                        Variant.OUTER.title(),
                        "adaptive weights",
                        "Chebyshev collocation"),
                rows);
    }

    private static Scalar legendre(Setting setting, Bench bench) {
        Legendre equation = new Legendre(setting.real("degree"));
        double start = -1 + BESIDE;
        double h = 1e-5;
        double slope = (equation.exact(start + h) - equation.exact(start - h)) / (2 * h);
        // A broken degree is infinite at 1.
        double end = equation.isSmooth() ? 1 : 0.999;
        Marching.Path march =
                Marching.march(
                        equation::slopes,
                        start,
                        new double[] {equation.exact(start), slope},
                        end,
                        MARCH_TOLERANCE);
        return new Scalar(
                new Scalar.Equation(
                        "legendre",
                        "Legendre’s equation",
                        equation,
                        x -> Curves.each(x, equation::exact),
                        end,
                        equation.singularPoints(),
                        new Scalar.Network(4, 32),
                        1e-3,
                        50,
                        collocated(equation),
                        Optional.of(march)),
                setting,
                bench);
    }

    private static Scalar hypergeometric(Setting setting, Bench bench) {
        Hypergeometric equation =
                new Hypergeometric(setting.real("a"), setting.real("b"), setting.real("c"));
        double h = 1e-5;
        double slope = (equation.exact(BESIDE + h) - equation.exact(BESIDE - h)) / (2 * h);
        Marching.Path march =
                Marching.march(
                        equation::slopes,
                        BESIDE,
                        new double[] {equation.exact(BESIDE), slope},
                        equation.to(),
                        MARCH_TOLERANCE);
        return new Scalar(
                new Scalar.Equation(
                        "hypergeometric",
                        "The hypergeometric equation",
                        equation,
                        x -> Curves.each(x, equation::exact),
                        equation.to(),
                        equation.singularPoints(),
                        new Scalar.Network(2, 64),
                        3e-4,
                        50,
                        collocated(equation),
                        Optional.of(march)),
                setting,
                bench);
    }

    private static Scalar hole(Setting setting, Bench bench) {
        LorentzBlackHole equation =
                new LorentzBlackHole(setting.real("hole-speed"), setting.real("hole-end"));
        BlackHoleSolution solution = BlackHoleSolution.of(equation, TERMS);
        List<Double> singular =
                DoubleStream.concat(DoubleStream.of(0), solution.horizon().stream())
                        .boxed()
                        .toList();
        return new Scalar(
                new Scalar.Equation(
                        "hole",
                        "The black hole",
                        equation,
                        solution::at,
                        equation.to(),
                        singular,
                        new Scalar.Network(2, 32),
                        1e-3,
                        100,
                        collocated(equation),
                        Optional.empty()),
                setting,
                bench);
    }

    private static UnaryOperator<double[]> collocated(SingularProblem equation) {
        var candidate = new Collocation(TERMS, 100).solve(equation).candidate();
        return x -> candidate.at(x)[0];
    }
}
