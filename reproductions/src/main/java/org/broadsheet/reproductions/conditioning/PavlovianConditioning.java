package org.broadsheet.reproductions.conditioning;

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
import org.broadsheet.methods.conditioning.LearningRule;
import org.broadsheet.paper.PaperId;

/// This is the reproduction of "Understanding Transformers through the Lens of Pavlovian
/// Conditioning": what linear attention holds, what depth costs and heads give back, and what an
/// error-correcting rule adds.
public final class PavlovianConditioning implements Reproduction {
    private static final Stated IN_THE_ABSTRACT = new Stated.Words("the abstract");

    @Override
    public PaperId paper() {
        return PaperId.of("2508.08289");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Understanding Transformers through the Lens of Pavlovian Conditioning",
                Abstract.Family.ATTENTION_AND_LEARNING,
                1,
                "Linear attention as a Hebbian memory of stimuli and outcomes; both of its capacity"
                        + " laws; how errors grow with depth and what redundant heads restore; the"
                        + " delta rule with the classical conditioning experiments; and a trained"
                        + " head laid over the theory.",
                "The heads of pretrained transformers, whose weights do not come along. How width trades"
                        + " against depth and heads, which the abstract names: width is not"
                        + " measured.",
                "Of the paper only the abstract and public summaries could be read: the orders √d"
                        + " and d are theirs, all constants and the formulas for depth and"
                        + " heads are derived here, and say so. The first version’s abstract says"
                        + " √d, other listings print d, perhaps without its root sign: both are"
                        + " measured. Keys are random unit vectors,"
                        + " outcomes random signs, unless a knob says otherwise.",
                "The three lines of the first chart are one memory judged by three standards: a"
                        + " guarantee costs a square root, a good average does not. Then raise the"
                        + " correlation of the keys, or the learning rate towards 1, and watch what"
                        + " breaks first.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob(
                                "largest-dimension",
                                "Largest dimension",
                                "",
                                "up to which the capacity is measured, from 16 by factors of 2"),
                        64,
                        2_048,
                        new Start<>(256L, 1_024L, 2_048L)),
                new Parameter.Whole(
                        new Knob("outcome-size", "Signs of an outcome"), 1, 512, Start.always(64L)),
                new Parameter.Whole(
                        new Knob(
                                "memories",
                                "Memories",
                                "",
                                "filled until the first error, for each dimension and repetition"),
                        1,
                        1_000,
                        new Start<>(20L, 60L, 200L)),
                new Parameter.Real(
                        new Knob(
                                "correlation",
                                "Correlation of the keys",
                                "",
                                "in the capacity measurement; 0 is the paper's case"),
                        0,
                        0.9,
                        Start.always(0.0)),
                new Parameter.Choice(
                        new Knob(
                                "rule",
                                "Learning rule",
                                "",
                                "of the memory whose average capacity is measured"),
                        List.of("hebb", "fading", "oja", "delta"),
                        Start.always("hebb")),
                new Parameter.Real(
                        new Knob(
                                "rate",
                                "Learning rate",
                                "",
                                "of conditioning, and of the rules oja and delta; over 1 two cues together diverge"),
                        0.001,
                        3,
                        Start.always(0.2)),
                new Parameter.Real(
                        new Knob("keep", "What is kept", "", "at each step of the fading rule"),
                        0,
                        1,
                        Start.always(0.99)),
                new Parameter.Whole(
                        new Knob("trials", "Trials", "", "in each phase of conditioning"),
                        2,
                        500,
                        Start.always(20L)),
                new Parameter.Whole(
                        new Knob(
                                "symbols",
                                "Symbols",
                                "",
                                "in each memory of a stack, 16 numbers a key"),
                        2,
                        128,
                        Start.always(16L)),
                new Parameter.Whole(
                        new Knob("heads", "Heads", "", "in each layer, at most"),
                        1,
                        12,
                        Start.always(5L)),
                new Parameter.Whole(new Knob("depth", "Layers"), 3, 48, Start.always(12L)),
                new Parameter.Whole(
                        new Knob(
                                "largest-trained",
                                "Largest trained head",
                                "",
                                "numbers of a key up to which heads are trained, from 8 by factors of 2"),
                        32,
                        128,
                        new Start<>(64L, 64L, 128L)),
                new Parameter.Whole(
                        new Knob("training-steps", "Training steps"),
                        1,
                        50_000,
                        new Start<>(600L, 2_000L, 10_000L)),
                new Parameter.Real(
                        new Knob("training-rate", "Training rate"), 1e-6, 1, Start.always(0.01)),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions", "", "with everything drawn anew"),
                        1,
                        50,
                        new Start<>(5L, 10L, 20L)),
                new Parameter.Whole(
                        new Knob("training-repetitions", "Repetitions of the training"),
                        1,
                        50,
                        new Start<>(4L, 10L, 20L)));
    }

    /// The rule of the average capacity.
    static LearningRule rule(Setting setting) {
        return switch (setting.choice("rule")) {
            case "fading" -> new LearningRule.Fading(1, setting.real("keep"));
            case "oja" -> new LearningRule.Oja(setting.real("rate"));
            case "delta" -> new LearningRule.Delta(setting.real("rate"));
            default -> new LearningRule.Hebb(1);
        };
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                equality(),
                guaranteed(),
                random(),
                average(),
                errors(),
                redundancy(),
                rules(),
                trained(),
                new Claim(
                        "pretrained-heads",
                        "The heads of pretrained transformers work within these limits.",
                        new Stated.Nowhere(),
                        List.of(),
                        "Not run: it needs the weights of a pretrained transformer, which do not"
                                + " come along."));
    }

    private static Claim equality() {
        return new Claim(
                "equals-linear-attention",
                "Keys are conditioned stimuli, values what they announce, queries test stimuli: a"
                        + " memory that learns by Hebb’s rule answers as linear attention does.",
                IN_THE_ABSTRACT,
                List.of(
                        new Check(
                                Equality.DIFFERENCE,
                                "largest difference of an answer from linear attention",
                                "",
                                Rule.atMost(1e-12),
                                "the same 100 products near 1, summed in another order"),
                        new Check(
                                Equality.CONTROL,
                                "the same from softmax attention",
                                "",
                                Rule.atLeast(1e-3),
                                "the control: it is the linear form that is the memory")));
    }

    private static Claim guaranteed() {
        return new Claim(
                "guaranteed-capacity",
                "Of the order of √d associations can be stored.",
                new Stated.Words("the abstract, without a constant"),
                List.of(
                        new Check(
                                Capacity.GUARANTEED,
                                "power of d in the pairs that are safe from any outcomes",
                                "",
                                Rule.near(0.5, 0.1),
                                "the law’s power; the slow growth of the largest of n sums, and"
                                        + " whole numbers of pairs, move a fit over 16 to 1,024"
                                        + " dimensions by a few hundredths")),
                "For any outcomes, without an error, is our reading: the abstract does not say by"
                        + " which standard. Safe means that the overlaps of every key with all"
                        + " others sum to less than 1.");
    }

    private static Claim random() {
        return new Claim(
                "random-pairs-capacity",
                "Random associations are not limited to the order of √d: their number before the"
                        + " first error grows as d / (2 ln(n·signs)).",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                Capacity.RANDOM,
                                "power of d in the random pairs before the first wrong sign",
                                "",
                                Rule.atLeast(0.6),
                                "what the claim above leaves room for as √d ends at 0.6"),
                        new Check(
                                Capacity.RANDOM_OVER_LAW,
                                "that power less the one of the law, over the same dimensions",
                                "",
                                Rule.near(0, 0.1),
                                "the room of the claim above")),
                "Our test: the abstract does not say for which associations its order holds."
                        + " Whether it holds for random ones too was asked first, and it does not."
                        + " If the interferences of random signs add up as a random walk, half of"
                        + " all memories err first at so many pairs (dashes in the chart).");
    }

    private static Claim average() {
        return new Claim(
                "average-capacity",
                "On average, answers stay good up to a number of associations of the order of d.",
                new Stated.Words("a public summary of the second version"),
                List.of(
                        new Check(
                                Capacity.AVERAGE,
                                "power of d in the pairs at a mean cosine of 0.71",
                                "",
                                Rule.near(1, 0.1),
                                "1 + d pairs give that cosine, whose fitted power is 0.98 to 0.99"),
                        new Check(
                                Fidelity.FROM_LAW,
                                "largest distance of the mean cosine from 1 / √(1 + (n - 1) / d)",
                                "",
                                Rule.atMost(0.03),
                                "outcomes of 64 signs overlap with themselves by chance, which"
                                        + " moves a cosine by up to 1/64, and a mean of 128 answers"
                                        + " has a spread of some 0.01")));
    }

    private static Claim errors() {
        return new Claim(
                "depth-costs",
                "Errors propagate over layers so that reliability falls exponentially with depth.",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                Depth.LINE,
                                "R² of a line through ln(share still right) over the layers",
                                "",
                                Rule.atLeast(0.98),
                                "shares of some 2,000 symbols scatter by 0.01, over a range of"
                                        + " ln 4"),
                        new Check(
                                Depth.FROM_POWER,
                                "largest distance of that share from (1 - e)^L, with e from other stacks",
                                "",
                                Rule.atMost(0.05),
                                "three standard errors of a share of some 2,000 symbols of 120"
                                        + " stacks"),
                        new Check(
                                Depth.CHAIN,
                                "largest distance of a chain’s cosine from its law",
                                "",
                                Rule.atMost(0.05),
                                "the law is for mean squares; the mean of a quotient differs from"
                                        + " the quotient of means by some n/d of its size")),
                "Our model of the argument: the abstract says that depth, width and the redundancy"
                        + " of heads trade off, not how. Its formulas could not be read.");
    }

    private static Claim redundancy() {
        return new Claim(
                "redundancy-restores",
                "Redundant heads restore the reliability that depth costs.",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                Depth.RESTORED,
                                "share of the losses of one head that the most heads, summed, take away",
                                "",
                                Rule.atLeast(0.5),
                                "to restore is to take away more than half; holds for the"
                                        + " parameters at their start"),
                        new Check(
                                Depth.FROM_ANY,
                                "largest distance from (1 - e^H)^L of the share for which in each layer one head was right",
                                "",
                                Rule.atMost(0.05),
                                "three standard errors, as for one head")),
                "The abstract names head redundancy as one side of a trade-off, no more."
                        + " (1 - e^H)^L is our model of the argument: a layer errs only if all heads do. It"
                        + " needs somebody who knows which head is right; sums and votes need nobody.");
    }

    private static Claim rules() {
        return new Claim(
                "error-correction",
                "A rule that learns from errors separates similar keys better than Hebb’s, and"
                        + " shows blocking.",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                Fidelity.LEAD,
                                "mean cosine of the delta rule over Hebb’s, keys correlated by 0.5",
                                "",
                                Rule.atLeast(0.2),
                                "half as many pairs as dimensions can be answered exactly, and"
                                        + " Hebb’s law gives 0.24: 0.2 is a plain lead"),
                        new Check(
                                Blocking.DELTA,
                                "what a blocked cue learned by the delta rule, as a share of its control",
                                "",
                                Rule.between(-0.25, 0.25),
                                "0 for cues that do not overlap; random ones overlap by 0.06 of 1,"
                                        + " which is 0.12 of the control’s half"),
                        new Check(
                                Blocking.HEBB,
                                "the same by Hebb’s rule",
                                "",
                                Rule.atLeast(0.75),
                                "the control: 1 for cues that do not overlap"),
                        new Check(
                                Blocking.EXTINCT_DELTA,
                                "strength after as many trials without reward, delta rule",
                                "",
                                Rule.atMost(0.05),
                                "(1 - rate)^trials, 0.012 at the start"),
                        new Check(
                                Blocking.EXTINCT_HEBB,
                                "the same by Hebb’s rule",
                                "",
                                Rule.atLeast(0.95),
                                "the control: without an outcome Hebb’s rule changes nothing")),
                "The abstract says that biologically plausible rules could enhance attention; which"
                        + " ones could not be read: the delta rule and the"
                        + " experiments are the classical ones.");
    }

    private static Claim trained() {
        return new Claim(
                "trained-head",
                "The theory holds for a head that was trained.",
                new Stated.Nowhere(),
                List.of(
                        new Check(
                                Recall.FROM_LAW,
                                "largest distance of the accuracy from the law, keys left random",
                                "",
                                Rule.atMost(0.03),
                                "four standard errors of 6,000 answers; overlaps of one drawing of"
                                        + " 64 keys differ from 1/d by some 2 %"),
                        new Check(
                                Recall.OVERLAP,
                                "squared overlap of learned keys over the least possible",
                                "",
                                Rule.between(1 - 1e-3, 1.1),
                                "Welch’s bound cannot be undercut but by rounding, and a tenth"
                                        + " over it is close"),
                        new Check(
                                Recall.GAIN,
                                "pairs held with learned keys over those with random ones",
                                "",
                                Rule.atLeast(1),
                                "learning must not lose"),
                        new Check(
                                Recall.EXPONENT,
                                "power of d in the pairs held with learned keys",
                                "",
                                Rule.near(1, 0.1),
                                "the average law’s power")),
                "Our test: the paper is about theory.");
    }

    @Override
    public void run(Setting setting, Bench bench) {
        List<Part> parts =
                List.of(
                        new Capacity(),
                        new Fidelity(),
                        new Recall(),
                        new Blocking(),
                        new Depth(),
                        new Equality());
        for (Part part : parts) {
            part.run(setting, bench);
        }
    }

    /// One of the measurements.
    interface Part {
        void run(Setting setting, Bench bench);
    }
}
