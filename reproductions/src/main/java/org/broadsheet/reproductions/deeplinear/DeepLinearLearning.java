package org.broadsheet.reproductions.deeplinear;

import java.util.List;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Start;
import org.broadsheet.lab.Stated;
import org.broadsheet.paper.PaperId;

/// This is the reproduction of "Exact solutions to the nonlinear dynamics of learning in deep
/// linear neural networks": the closed courses of learning, its stages, how its time goes with
/// depth from different starts, what pretraining saves, and the edge of chaos.
public final class DeepLinearLearning implements Reproduction {
    private static final Stated IN_THE_ABSTRACT = new Stated.Words("the abstract");

    /// A start above this share of the weakest mode has no plateau to be measured.
    private static final double LARGEST_START = 0.05;

    @Override
    public PaperId paper() {
        return PaperId.of("1312.6120");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Exact solutions to the nonlinear dynamics of learning in deep linear neural"
                        + " networks",
                Abstract.Family.ATTENTION_AND_LEARNING,
                2,
                "Linear networks with one hidden layer, learning tasks of known modes from"
                        + " decoupled, unequal and small random starts, beside the closed formula;"
                        + " deep linear networks from decoupled, orthogonal, pretrained and"
                        + " Gaussian starts; pretraining on inputs that share the task’s structure"
                        + " or do not; and the Jacobians of deep tanh networks.",
                "The depth curves on handwritten digits, which do not come along: the task here is"
                        + " a random map to ten outputs. Nonlinear networks are not trained, only"
                        + " the gradients that they hand back are measured.",
                "Inputs are whitened, or have a given covariance, exactly and not by sampling. The"
                        + " formula of the unequal start is derived anew in another form and"
                        + " checked against a solver. Our text of the paper was its abstract: sizes"
                        + " and thresholds are our choice.",
                "The dots of each mode lie on its line although nothing is fitted, and the modes"
                        + " come one after another. Then see how the steps that Gaussian weights need run"
                        + " off with depth, while those of orthogonal ones rise over the first few"
                        + " matrices only.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("modes", "Modes", "", "of the task, of evenly spaced strengths"),
                        1,
                        8,
                        Start.always(4L)),
                new Parameter.Real(
                        new Knob("strongest", "Strongest mode", "", "its singular value s"),
                        0.5,
                        10,
                        Start.always(4.0)),
                new Parameter.Real(
                        new Knob(
                                "start",
                                "Start",
                                "",
                                "learned strength of a mode at the start; at most a twentieth of"
                                        + " the weakest mode"),
                        1e-9,
                        0.1,
                        Start.always(1e-4)),
                new Parameter.Real(
                        new Knob(
                                "imbalance",
                                "Imbalance",
                                "",
                                "how many times as much the first matrix has of a mode as the"
                                        + " second, for the unequal start"),
                        0.001,
                        1_000,
                        Start.always(20.0)),
                new Parameter.Real(
                        new Knob(
                                "step",
                                "Step",
                                "τ",
                                "the learning rate of the networks with one hidden layer; from 1/s"
                                        + " they diverge"),
                        0.001,
                        1,
                        Start.always(1e-3)),
                new Parameter.Whole(
                        new Knob("hidden", "Hidden neurons", "", "of the networks with one layer"),
                        8,
                        256,
                        Start.always(32L)),
                new Parameter.Whole(
                        new Knob("levels", "Levels of the tree", "", "of kinds within kinds"),
                        1,
                        5,
                        Start.always(3L)),
                new Parameter.Whole(
                        new Knob("largest-depth", "Largest depth", "", "in matrices, from 2"),
                        8,
                        128,
                        new Start<>(32L, 64L, 100L)),
                new Parameter.Whole(
                        new Knob("width", "Width", "", "neurons of a layer of the deep networks"),
                        10,
                        256,
                        new Start<>(32L, 32L, 100L)),
                new Parameter.Whole(
                        new Knob(
                                "most-steps",
                                "Steps granted",
                                "",
                                "to a deep network at each of 25 learning rates"),
                        50,
                        100_000,
                        new Start<>(300L, 500L, 2_000L)),
                new Parameter.Choice(
                        new Knob("nonlinearity", "Nonlinearity", "", "of the nonlinear networks"),
                        List.of("tanh", "relu"),
                        Start.always("tanh")),
                new Parameter.Whole(
                        new Knob("layers", "Layers", "", "that gradients are sent through"),
                        2,
                        500,
                        new Start<>(50L, 100L, 100L)),
                new Parameter.Whole(
                        new Knob(
                                "gradient-width",
                                "Width for gradients",
                                "",
                                "neurons of a layer that gradients are sent through"),
                        10,
                        500,
                        new Start<>(50L, 100L, 400L)),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions", "", "with tasks and weights drawn anew"),
                        1,
                        30,
                        new Start<>(4L, 8L, 10L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "exact-solution",
                        "The learning of a network with one hidden layer has an exact solution: each"
                                + " mode of the task follows a closed course.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Modes.DISTANCE,
                                        "largest distance of a mode from the formula, over its"
                                                + " strength",
                                        "",
                                        Rule.atMost(0.01),
                                        "the formula is for steps of 0; steps of 0.001 of an"
                                                + " exponential of rate 2s = 8 over the eleven"
                                                + " e-folds of the plateau are late by up to 1 %"),
                                new Check(
                                        Modes.ORDER,
                                        "order with which that distance falls with the step",
                                        "",
                                        Rule.near(1, 0.1),
                                        "Euler’s steps are of order 1, so the distance is theirs"
                                                + " and none remains"),
                                new Check(
                                        Modes.UNEQUAL,
                                        "the same distance where the two matrices start unequal",
                                        "",
                                        Rule.atMost(0.01),
                                        "as above"),
                                new Check(
                                        Modes.RANDOM,
                                        "from small random weights: by which share the time to half"
                                                + " a mode differs from the formula’s",
                                        "",
                                        Rule.atMost(0.05),
                                        "random modes overlap in 32 hidden neurons by 1/√32, and"
                                                + " modes learned before take that squared of a"
                                                + " start each: a tenth of it is 1 % of the time,"
                                                + " and a fivefold of that is allowed"))),
                new Claim(
                        "stages",
                        "Learning has long plateaus, each followed by a rapid transition to a lower"
                                + " error.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Modes.RISE,
                                        "a mode’s rise from 10 % to 90 %, over its wait until 10 %",
                                        "",
                                        Rule.atMost(1),
                                        "the transition must be shorter than the plateau before it"),
                                new Check(
                                        Modes.SHALLOW_RISE,
                                        "the same without a hidden layer",
                                        "",
                                        Rule.near(Math.log(9) / Math.log(10 / 9.0), 0.5),
                                        "the control: an exponential approach has ln 9 / ln(10/9) ="
                                                + " 20.9 and no plateau; steps of 0.001 read its"
                                                + " wait of 0.105 to 1 %"),
                                new Check(
                                        Modes.OVERLAP,
                                        "share of the next weaker mode when one is half learned",
                                        "",
                                        Rule.atMost(0.25),
                                        "stages that follow each other: the next has less than half"
                                                + " of what this one has"),
                                new Check(
                                        Tree.IN_ORDER,
                                        "share of the levels of a tree of kinds that are learned"
                                                + " after the broader one",
                                        "",
                                        Rule.atLeast(1),
                                        "broader kinds are stronger modes, without exception"))),
                new Claim(
                        "time-by-strength",
                        "The time to learn a mode goes as one over its strength.",
                        new Stated.Nowhere(),
                        List.of(
                                new Check(
                                        Modes.SLOPE,
                                        "exponent of the time to half a mode by its strength",
                                        "",
                                        Rule.near(-1, 0.2),
                                        "the formula is ln(s/u₀ - 1) / 2s: over a range of four the"
                                                + " logarithm takes 0.1 off the exponent -1, and"
                                                + " random starts as much again"),
                                new Check(
                                        Modes.SLOPE_EXCESS,
                                        "that exponent less the formula’s from the same weights",
                                        "",
                                        Rule.near(0, 0.05),
                                        "times within 5 % of the formula’s, over a range of four"))),
                new Claim(
                        "finite-at-infinite-depth",
                        "From a special class of starts, very deep networks are slower than shallow"
                                + " ones by a finite delay only, whatever their depth.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        InfiniteDepth.OVER_FORMULA,
                                        "largest share by which the time differs from the formula’s,"
                                                + " over all depths",
                                        "",
                                        Rule.atMost(0.02),
                                        "steps of 0.01 over the depth, of growth rates up to 1 for"
                                                + " times of 13: Euler is late by under 1 %"),
                                new Check(
                                        InfiniteDepth.OVER_LIMIT,
                                        "time of the deepest, times its depth, over the limit of"
                                                + " infinite depth",
                                        "",
                                        Rule.between(0.5, 1.05),
                                        "finite: at or below the limit, which deeper networks come"
                                                + " up to"))),
                new Claim(
                        "depth-independent-time",
                        "Random orthogonal weights, like unsupervised pretraining, learn in a time"
                                + " that does not depend on depth; scaled random Gaussian weights do"
                                + " not.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Depth.ORTHOGONAL,
                                        "orthogonal: steps of the deepest over those at a quarter"
                                                + " of its depth",
                                        "",
                                        Rule.atMost(1.5),
                                        "steps that grew as the root of the depth would double. A"
                                                + " rest of the finite delay is allowed: the"
                                                + " target’s strengths s lie a factor of 2 apart"
                                                + " and act as s to the power 2 - 2/D, for 1.32"
                                                + " times the steps from 4 to 16 matrices and less"
                                                + " beyond"),
                                new Check(
                                        Depth.PRETRAINED,
                                        "pretrained: the same",
                                        "",
                                        Rule.atMost(1.5),
                                        "as above"),
                                new Check(
                                        Depth.GAUSSIAN,
                                        "scaled Gaussian: steps of the deepest over those of two"
                                                + " matrices, at least",
                                        "",
                                        Rule.atLeast(5),
                                        "the control: twice the delay of the theory, 2.15, and more;"
                                                + " where no rate gets there, the steps granted are"
                                                + " counted")),
                        "The delay is finite, not nothing: the figures of the chart tell how many"
                                + " times the steps of two matrices deep networks need."),
                new Claim(
                        "pretraining-needs-structure",
                        "Greedy unsupervised pretraining speeds learning up, under conditions on the"
                                + " data: the task must share the structure of the inputs.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        SharedStructure.SHARED,
                                        "times as fast after pretraining, structure shared",
                                        "",
                                        Rule.atLeast(2),
                                        "from a first matrix at 1 the formula needs under half of"
                                                + " the time of a small start"),
                                new Check(
                                        SharedStructure.UNSHARED,
                                        "the same, structure not shared",
                                        "",
                                        Rule.atMost(1.1),
                                        "the control: nothing learned helps; a tenth for what the"
                                                + " random starts differ"))),
                new Claim(
                        "isometry",
                        "Orthogonal weights keep every direction through a deep linear network;"
                                + " Gaussian ones lose most.",
                        new Stated.Nowhere(),
                        List.of(
                                new Check(
                                        Isometry.ORTHOGONAL,
                                        "largest distance of a singular value from 1",
                                        "",
                                        Rule.atMost(1e-10),
                                        "rounding of a hundred products: true by construction, so"
                                                + " this checks the arithmetic"),
                                new Check(
                                        Isometry.GAUSSIAN_LOST,
                                        "share of directions of which under a thousandth is left,"
                                                + " Gaussian",
                                        "",
                                        Rule.atLeast(0.5),
                                        "the control: most is more than half"))),
                new Claim(
                        "edge-of-chaos",
                        "Orthogonal weights hand gradients back faithfully through deep nonlinear"
                                + " networks too, at the edge of chaos.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Isometry.AT_EDGE,
                                        "scale of a gradient at gain 1.05",
                                        "powers of ten",
                                        Rule.between(-1, 1),
                                        "faithful: within a factor of ten after all layers; 5 % a"
                                                + " layer would be 2.1 after 100"),
                                new Check(
                                        Isometry.BELOW,
                                        "the same at gain 0.9",
                                        "powers of ten",
                                        Rule.atMost(-2),
                                        "the control below: 0.9 to the power of 50 is -2.3, and"
                                                + " tanh only takes more"),
                                new Check(
                                        Isometry.ABOVE,
                                        "the same at gain 2",
                                        "powers of ten",
                                        Rule.atLeast(1),
                                        "the control above: beyond what is faithful"),
                                new Check(
                                        Isometry.KEPT,
                                        "share of directions within a factor of ten at gain 1.05",
                                        "",
                                        Rule.atLeast(0.5),
                                        "faithful along most directions, not in the mean alone"),
                                new Check(
                                        Isometry.GAUSSIAN_KEPT,
                                        "the same from Gaussian weights",
                                        "",
                                        Rule.atMost(0.25),
                                        "the control: at the same gain most directions are lost")),
                        "Gradients are measured; whether the networks learn as fast at every depth"
                                + " is not."),
                new Claim(
                        "digits",
                        "On real data, too, the time does not depend on depth from orthogonal"
                                + " weights.",
                        new Stated.Nowhere(),
                        List.of(),
                        "Not run: the handwritten digits cannot be shipped."));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        requireSmallStart(setting);
        List<Part> parts =
                List.of(
                        new Modes(),
                        new Depth(),
                        new Isometry(),
                        new Tree(),
                        new PhasePortrait(),
                        new InfiniteDepth(),
                        new SharedStructure());
        for (Part part : parts) {
            part.run(setting, bench);
        }
    }

    private static void requireSmallStart(Setting setting) {
        double weakest = setting.real("strongest") / setting.count("modes");
        if (setting.real("start") > LARGEST_START * weakest) {
            throw new IllegalArgumentException(
                    "start: accepted is at most a twentieth of the weakest mode, %s; given was %s"
                            .formatted(
                                    Figures.rounded(LARGEST_START * weakest, 3),
                                    Figures.exact(setting.real("start"))));
        }
    }

    /// One of the measurements.
    interface Part {
        void run(Setting setting, Bench bench);
    }
}
