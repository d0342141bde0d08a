package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Stated;

/// What is claimed and what decides it. The limits are for the paper's equations: turn a knob and
/// see which claims fall.
final class PinnClaims {
    private static final String EYE =
            "one part in a hundred of the solution’s size: two curves so near are one to the eye";
    private static final String DOUBLED =
            "0.3 powers of ten, a factor of two: less is what other weights at the start do";

    /// A residual of a series below which its solution is smooth.
    static final double FALLEN = 1e-5;

    private PinnClaims() {}

    static List<Claim> all() {
        return List.of(
                through(),
                nothingSpecial(),
                sonic(),
                startSpeed(),
                endLosses(),
                layers(),
                adaptive(),
                speeds(),
                notSmooth(),
                polished(),
                classical());
    }

    private static Claim through() {
        return new Claim(
                "through-singular-points",
                "Networks solve singular equations through their singular points, without series or"
                        + " special cases.",
                new Stated.Words("the abstract"),
                List.of(
                        error("legendre-error-trained", "Legendre’s equation"),
                        error("hypergeometric-error-trained", "the hypergeometric equation"),
                        error("hole-error-trained", "the black hole"),
                        error("flow-error-density-trained", "density of the flow"),
                        error("flow-error-speed-trained", "speed of the flow")),
                "With Adam and all layers trained, as far as the steps go; L-BFGS and adaptive weights"
                        + " were tried too and stand in the last table. For the black hole a small loss says little: near x"
                        + " = 0 its equation, multiplied through, vanishes as the ninth power of x"
                        + " whatever the solution.");
    }

    private static Check error(String metric, String what) {
        return new Check(metric, "largest error, " + what, "", Rule.atMost(0.01), EYE);
    }

    private static Claim nothingSpecial() {
        String reason =
                "1 if a singular point is like any other; 3 leaves room for where the bumps of an"
                        + " error happen to lie";
        return new Claim(
                "smooth-there",
                "The solution is as good at the singular points as elsewhere.",
                new Stated.Nowhere(),
                List.of(
                        excess("legendre-excess", "Legendre’s equation, both ends", reason),
                        excess("hypergeometric-excess", "the hypergeometric equation", reason),
                        excess("hole-excess", "the black hole", reason),
                        excess("flow-excess", "the flow at its sonic point", reason)),
                "Our test of the abstract’s word that the approximations are smooth: the largest error"
                        + " within a fiftieth of the interval around singular points, over the"
                        + " largest elsewhere.");
    }

    private static Check excess(String metric, String what, String reason) {
        return new Check(metric, "error there over elsewhere, " + what, "", Rule.atMost(3), reason);
    }

    private static Claim sonic() {
        return new Claim(
                "sonic-point",
                "The network’s accretion flow passes through the sonic point as the solution by"
                        + " classical means does.",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                "flow-sonic-radius-shift",
                                "sonic radius over the exact one, less 1",
                                "",
                                Rule.near(0, 0.01),
                                "a hundredth, as for the other errors"),
                        new Check(
                                "flow-flux-drift",
                                "largest relative change of the mass flux",
                                "",
                                Rule.atMost(0.02),
                                "density and speed may each be wrong by a hundredth"),
                        new Check(
                                "flow-energy-drift",
                                "largest relative change of the energy",
                                "",
                                Rule.atMost(1e-3),
                                "in the paper’s flow a hundredth of the speed changes it by less than"
                                        + " v² / 100, at most 4e-4; the density as much again")));
    }

    private static Claim startSpeed() {
        return new Claim(
                "speed-not-given",
                "With the density alone given at the outer radius, the network finds the speed.",
                new Stated.Figure(
                        "0.0286708 at r = 140.5",
                        "the value that the authors’ example notebook gives its flow"),
                List.of(
                        new Check(
                                "flow-start-speed-error",
                                "relative error of the speed at the outer radius",
                                "",
                                Rule.atMost(0.01),
                                "a hundredth, as for the other errors")),
                "Flows slower than sound everywhere are smooth solutions too, for any smaller speed:"
                        + " nothing but the start of the network chooses between them.");
    }

    private static Claim endLosses() {
        String reason =
                "ten times the figure: it is the loss of one step at points drawn at random, and"
                        + " swings by such a factor";
        return new Claim(
                "end-losses",
                "The losses at the end are those of the example notebooks.",
                new Stated.Figure(
                        "5.2e-6 (Legendre), 9.9e-7 (hypergeometric), 3.5e-11 (accretion)",
                        "the outputs of the authors’ example notebooks"),
                List.of(
                        new Check(
                                "legendre-loss-outer",
                                "Legendre, first and last layer trained",
                                "",
                                Rule.atMost(5.2e-5),
                                reason),
                        new Check(
                                "hypergeometric-loss-outer",
                                "hypergeometric, first and last layer trained",
                                "",
                                Rule.atMost(9.9e-6),
                                reason),
                        new Check(
                                "flow-loss-outer",
                                "accretion, first and last layer trained",
                                "",
                                Rule.atMost(3.5e-10),
                                reason)),
                "Their flow has networks of 256 units, which the size paper has too; how its second"
                        + " equation is scaled we could not read. No training here is the released"
                        + " one as a whole, with hidden layers that stay as drawn, weights of 1/2"
                        + " and 2/3 and a speed of e^-N: the one that is judged has the layers, with"
                        + " equal weights and a speed that starts at its given value.");
    }

    private static Claim layers() {
        return new Claim(
                "hidden-layers",
                "Training every layer gives smaller errors than training the first and the last.",
                new Stated.Nowhere(),
                List.of(
                        gain("legendre-gain-layers", "Legendre’s equation"),
                        gain("hypergeometric-gain-layers", "the hypergeometric equation"),
                        gain("hole-gain-layers", "the black hole"),
                        gain("flow-gain-layers", "speed of the flow")),
                "Neither in the abstract nor in the authors’ notebook, all of the paper that could be"
                        + " read. In the released program the hidden layers keep the values that they"
                        + " were drawn as; both variants have the same networks at the start and the"
                        + " same steps.");
    }

    private static Check gain(String metric, String what) {
        return new Check(metric, "powers of ten gained, " + what, "", Rule.atLeast(0.3), DOUBLED);
    }

    private static Claim adaptive() {
        return new Claim(
                "adaptive-weights",
                "Weights that adapt to the losses help where there are several equations.",
                new Stated.Words("the abstract"),
                List.of(
                        gain("flow-gain-adaptive", "over weights of 1/2 and 2/3"),
                        gain("flow-gain-adaptive-over-equal", "over equal weights")),
                "By relative changes of running means, at a temperature of 10, which in one trial"
                        + " beforehand gained more than 1. By the released program’s formula, absolute"
                        + " changes at a temperature of 1e-6, the weights stay at 1/2 and 2/3.");
    }

    private static Claim speeds() {
        List<Check> checks = new ArrayList<>();
        for (double speed : Limits.SPEEDS) {
            checks.add(
                    new Check(
                            "hole-residual-" + Limits.word(speed),
                            "residual of the longest series, c = " + Figures.exact(speed),
                            "",
                            Rule.atMost(FALLEN),
                            "where a solution is smooth it falls geometrically with the terms, and 24"
                                    + " are enough for 1e-5; where none is it stays"));
        }
        return new Claim(
                "speeds-of-the-hole",
                "The black hole’s equation has a smooth solution on 0 to 2 for each of the speeds.",
                new Stated.Figure("c = 0.2, 0.5, 1, 2 and 10", "the authors’ example notebook"),
                checks,
                "That these have one is our reading: the notebook runs them. At c = 2 and 10 a second"
                        + " singular point comes before x = 2, and the solution that is smooth at the"
                        + " first is not smooth there.");
    }

    private static Claim notSmooth() {
        return new Claim(
                "no-solution-is-seen",
                "Where no smooth solution exists, the loss tells.",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                "half-degree-loss",
                                "powers of ten between the losses at a broken and at whole degrees",
                                "",
                                Rule.atLeast(3),
                                "no smooth function comes much below 1 at a broken degree, and a network that has"
                                        + " learned a whole one is below 1e-3")),
                "Our control, neither in the abstract nor in the authors’ notebook: the degree slides from one whole number to"
                        + " the next.");
    }

    private static Claim polished() {
        return new Claim(
                "second-order",
                "A fifth of the steps and then L-BFGS give smaller errors than all steps of Adam.",
                new Stated.Nowhere(),
                List.of(
                        gain("legendre-gain-polish", "Legendre’s equation"),
                        gain("hypergeometric-gain-polish", "the hypergeometric equation"),
                        gain("hole-gain-polish", "the black hole"),
                        gain("flow-gain-polish", "speed of the flow")),
                "Neither in the abstract nor in the authors’ notebook.");
    }

    private static Claim classical() {
        String reason = "rounding, and room for the sums of forty terms";
        return new Claim(
                "classical-solver",
                "Chebyshev collocation of the same residuals finds the solutions to nearly all"
                        + " digits.",
                new Stated.Nowhere(),
                List.of(
                        collocation("legendre-error-collocation", "Legendre’s equation", reason),
                        collocation(
                                "hypergeometric-error-collocation",
                                "the hypergeometric equation",
                                reason),
                        collocation("flow-error-collocation", "speed of the flow", reason),
                        new Check(
                                "hole-error-collocation",
                                "largest error, the black hole",
                                "",
                                Rule.atMost(1e-3),
                                "its residual vanishes as the ninth power of x near 0: rounding there"
                                        + " hides a change of the solution of some 1e-4")),
                "The baseline, neither in the abstract nor in the authors’ notebook: forty polynomials for each function.");
    }

    private static Check collocation(String metric, String what, String reason) {
        return new Check(metric, "largest error, " + what, "", Rule.atMost(1e-9), reason);
    }
}
