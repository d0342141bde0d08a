package org.broadsheet.reproductions.shift;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.lab.Abstract;
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
import org.broadsheet.paper.PaperId;

/// This is the reproduction of "Accuracy on the Curve": how the accuracies of 500 models on a
/// majority and on a minority relate, with and without a spurious correlation.
public final class AccuracyOnTheCurve implements Reproduction {
    private static final Stated IN_THE_ABSTRACT = new Stated.Words("the abstract");

    @Override
    public PaperId paper() {
        return PaperId.of("2305.02995");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Accuracy on the Curve: On the Nonlinear Correlation of ML Performance Between Data"
                        + " Subpopulations",
                Abstract.Family.ATTENTION_AND_LEARNING,
                1,
                "500 models of five architectures, five learning rates, four batch sizes and five"
                        + " lengths of training on a made majority and minority; the shape of their"
                        + " two accuracies, raw and on probit axes; the sweep of the spurious"
                        + " correlation; a rare kind without a shortcut; mixtures of models; and a"
                        + " core that is as easy as the shortcut.",
                "The paper’s six image sets (MetaShift, Waterbirds, two of Modified-CIFAR4, PACS,"
                        + " OfficeHome), which cannot be shipped, and its image networks.",
                "Examples are 11 numbers: a pair whose product is the label, one spurious feature,"
                        + " and noise. Networks are small and fully connected; lengths of training"
                        + " are read along one training, not trained anew. The grid has four batch"
                        + " sizes by five lengths (1, 2, 4, 8 and 16 epochs), where the authors’"
                        + " code has five by four (1, 5, 10 and 25 epochs). The rare kind has its"
                        + " pair turned by 45°. Models within 0.05 of"
                        + " guessing on both groups are left out of the fits.",
                "Each point of the first chart is a trained model: follow them along the moon from"
                        + " the shortcut to the core. Then set the strength to 0.5, the core to"
                        + " linear, or reweighting on, and the moon is gone.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Real(
                        new Knob(
                                "strength",
                                "Share of the majority",
                                "",
                                "in training; 0.5 is no correlation"),
                        0.5,
                        0.99,
                        Start.always(0.9)),
                new Parameter.Choice(
                        new Knob(
                                "core",
                                "Core",
                                "",
                                "how the label can be read: from a pair, or by a line"),
                        List.of("pair", "linear"),
                        Start.always("pair")),
                new Parameter.Real(
                        new Knob("core-noise", "Noise of the core"), 0, 3, Start.always(0.35)),
                new Parameter.Real(
                        new Knob("group-noise", "Noise of the shortcut"), 0, 5, Start.always(0.6)),
                new Parameter.Real(
                        new Knob("wrong-labels", "Wrong labels", "", "share, in training"),
                        0,
                        0.5,
                        Start.always(0.0)),
                new Parameter.Switch(
                        new Knob(
                                "reweight",
                                "Reweighting",
                                "",
                                "lets both groups weigh the same in the loss"),
                        Start.always(false)),
                new Parameter.Whole(
                        new Knob("examples", "Training examples"),
                        40,
                        20_000,
                        new Start<>(1_500L, 2_000L, 10_000L)),
                new Parameter.Whole(
                        new Knob(
                                "batches",
                                "Batch sizes",
                                "",
                                "how many of 16, 32, 64, 128; each is 125 models"),
                        1,
                        4,
                        new Start<>(2L, 4L, 4L)),
                new Parameter.Real(
                        new Knob(
                                "rate-factor",
                                "Learning rates",
                                "",
                                "times those of the grid, 0.01 to 0.2"),
                        0.001,
                        1_000_000,
                        Start.always(1.0)),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions", "", "with data and weights drawn anew"),
                        1,
                        20,
                        new Start<>(3L, 6L, 10L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "moon",
                        "With a spurious correlation, accuracy on the minority is a convex, bent"
                                + " function of accuracy on the majority: a moon, not a line.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Strengths.GAIN,
                                        "what a parabola explains more than a line, gain in R²",
                                        "",
                                        Rule.atLeast(0.2),
                                        "a fifth of the variance cannot be overlooked in a"
                                                + " scatter plot"),
                                new Check(
                                        Strengths.PROBIT_GAIN,
                                        "the same on probit axes",
                                        "",
                                        Rule.atLeast(0.2),
                                        "the same: probit axes straighten what a mere scale"
                                                + " would bend"),
                                new Check(
                                        Strengths.BEND,
                                        "lower end of the bootstrap interval of the parabola’s bend, probit axes",
                                        "",
                                        Rule.atLeast(0),
                                        "over 0 is convex"))),
                new Claim(
                        "not-without",
                        "Without the spurious correlation the two accuracies lie on a line.",
                        new Stated.Nowhere(),
                        List.of(
                                new Check(
                                        Strengths.NONE_GAIN,
                                        "gain in R² of the parabola without correlation",
                                        "",
                                        Rule.atMost(0.1),
                                        "half of what a moon must have; a finite training set"
                                                + " correlates a little by chance"),
                                new Check(
                                        Strengths.NONE_PROBIT_GAIN,
                                        "the same on probit axes",
                                        "",
                                        Rule.atMost(0.1),
                                        "the same"),
                                new Check(
                                        Strengths.OVER_NONE,
                                        "gain with correlation over that without, same repetition, probit axes",
                                        "",
                                        Rule.atLeast(0.2),
                                        "the moon must come from the correlation")),
                        "Our control. Raw axes bend this cloud too, as accuracies crowd below 1;"
                                + " probit axes straighten it. Training groups drawn at random, not"
                                + " exactly balanced, were tried as well."),
                new Claim(
                        "strength",
                        "The nonlinearity grows with the spurious correlation.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Strengths.RISE,
                                        "rank correlation of the gain on probit axes with the share of the majority",
                                        "",
                                        Rule.atLeast(0.8),
                                        "1 is growth at every step; 0.8 forgives that neighbours"
                                                + " change places"))),
                new Claim(
                        "rare-kinds",
                        "For a rare subpopulation without a spurious correlation the bend is subtle.",
                        new Stated.Nowhere(),
                        List.of(
                                new Check(
                                        Strengths.RARE,
                                        "gain for a rare kind as a share of the moon’s, probit axes",
                                        "",
                                        Rule.atMost(0.5),
                                        "subtle is less than half")),
                        "Our test: the authors’ code has such sets, the abstract says nothing of"
                                + " them."),
                new Claim(
                        "all-kinds",
                        "The shape holds over architectures, learning rates and lengths of"
                                + " training.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Strengths.LEAST_KIND,
                                        "the least gain within one architecture, probit axes",
                                        "",
                                        Rule.atLeast(0.2),
                                        "each must have a moon of its own"),
                                new Check(
                                        Strengths.LEAST_RATE,
                                        "the same within one learning rate",
                                        "",
                                        Rule.atLeast(0.2),
                                        "the same"),
                                new Check(
                                        Strengths.LEAST_LENGTH,
                                        "the same within one length of training",
                                        "",
                                        Rule.atLeast(0.2),
                                        "the same")),
                        "Of those with 20 models or more that do better than guess. What learns fast, a wide network or a large rate, has left the shortcut"
                                + " before it is first judged, and shows one arm of the moon only:"
                                + " see the bars by rate."),
                new Claim(
                        "mixtures",
                        "Answering at random by one of two models gives the straight line between"
                                + " their points, so the measure itself does not force the shape.",
                        new Stated.Words("a figure’s caption"),
                        List.of(
                                new Check(
                                        Mixtures.OFF_LINE,
                                        "largest distance of a mixture’s accuracies from the line",
                                        "",
                                        Rule.atMost(0.045),
                                        "four standard errors of an accuracy over 2,000 examples"),
                                new Check(
                                        Mixtures.ABOVE,
                                        "share over the fitted curve of mixtures of a model of the worst third on the minority with one of the best",
                                        "",
                                        Rule.atLeast(0.6),
                                        "chords of a convex curve lie over it; of the models"
                                                + " themselves about half do")),
                        "Mixtures of any two models were tried first: about half of them lie over"
                                + " the curve, as most pairs come from one part of it, where chord and"
                                + " curve are one."),
                new Claim(
                        "easy-core",
                        "Where the core is learned as easily as the shortcut, hardly any bend is left.",
                        new Stated.Nowhere(),
                        List.of(
                                new Check(
                                        Strengths.LINEAR,
                                        "gain in R² with a linear core, probit axes",
                                        "",
                                        Rule.atMost(0.1),
                                        "half of what a moon must have"),
                                new Check(
                                        Strengths.LINEAR_SHARE,
                                        "the same as a share of the moon’s",
                                        "",
                                        Rule.atMost(0.5),
                                        "hardly any is less than half")),
                        "Our control: the paper’s sets have no such twin."),
                new Claim(
                        "image-sets",
                        "The moon is found on MetaShift, Waterbirds and Modified-CIFAR4.",
                        new Stated.Nowhere(),
                        List.of(),
                        "The sets are those of the authors’ code. Not run: these image sets cannot be shipped."));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        double strength = setting.real("strength");
        Strengths strengths = new Strengths(setting, bench);
        Drawings drawings = new Drawings(bench, strength);
        List<Strengths.Outcome> outcomes = new ArrayList<>();
        for (int seed = 0; seed < setting.count("seeds"); seed++) {
            Strengths.Outcome outcome = strengths.run(seed);
            outcomes.add(outcome);
            if (seed == 0) {
                drawings.clouds(outcome);
            }
            drawings.strengths(outcomes);
            Mixtures.run(outcome.at(strength), seed, setting, bench);
        }
    }
}
