package org.broadsheet.reproductions.attentionsvm;

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

/// This is the reproduction of "Transformers as Support Vector Machines": the direction in which
/// gradient descent sends the weights of attention, against the two machines of the paper.
public final class AttentionMachines implements Reproduction {
    private static final Stated IN_THE_PAPER = new Stated.Words("the paper");

    @Override
    public PaperId paper() {
        return PaperId.of("2308.16898");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Transformers as Support Vector Machines",
                Abstract.Family.ATTENTION_AND_LEARNING,
                2,
                "One attention layer with a fixed head, trained by normalised gradient descent in W"
                        + " and in (K, Q); the attention SVMs of least Frobenius and of least nuclear"
                        + " norm, solved to a certified distance; globally and locally optimal"
                        + " tokens; ranks; and heads under which attention keeps several tokens.",
                "The regularisation path, the rates of the theorems, and attention over whole"
                        + " sequences, of which no experiment was described to us.",
                "Tokens, queries and head as in the authors’ generator, drawn by ours. The head"
                        + " with a hidden layer sums the ReLUs of as many units as the tokens have"
                        + " dimensions, with rows of unit length. Both machines are solved by code"
                        + " of our own, which an independent solver checks in the tests, where the"
                        + " authors use a general one.",
                "Watch each parametrisation turn to its own machine and away from the other's,"
                        + " though both read the same prompts. Then raise the ridge, or set the"
                        + " columns of K and Q to 1, and see where the second one stops.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("prompts", "Prompts", "", "the paper's n"),
                        1,
                        24,
                        Start.always(6L)),
                new Parameter.Whole(
                        new Knob("tokens", "Tokens in a prompt", "", "the paper's T"),
                        2,
                        24,
                        Start.always(8L)),
                new Parameter.Whole(
                        new Knob("dimension", "Dimension", "", "of a token, the paper's d"),
                        2,
                        32,
                        Start.always(10L)),
                new Parameter.Whole(
                        new Knob("columns", "Columns of K and Q", "", "the paper's m"),
                        1,
                        32,
                        Start.always(10L)),
                new Parameter.Choice(
                        new Knob(
                                "attention",
                                "Queries",
                                "",
                                "drawn (cross) or each prompt's first token (self)"),
                        List.of("cross", "self"),
                        Start.always("cross")),
                new Parameter.Choice(
                        new Knob("loss", "Loss", "", "of the margins"),
                        List.of("logistic", "exponential", "linear"),
                        Start.always("logistic")),
                new Parameter.Whole(
                        new Knob("steps", "Steps", "", "of normalised gradient descent"),
                        100,
                        50_000,
                        Start.always(2_000L)),
                new Parameter.Real(
                        new Knob("step-length", "Length of a step", "", "in the Frobenius norm"),
                        0.001,
                        10,
                        Start.always(0.1)),
                new Parameter.Real(
                        new Knob(
                                "ridge",
                                "Ridge",
                                "",
                                "on K and Q; the authors' is a rounding error"),
                        0,
                        1,
                        Start.always(2.22e-16)),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions", "", "prompts and starts drawn anew"),
                        1,
                        500,
                        new Start<>(30L, 100L, 100L)),
                new Parameter.Whole(
                        new Knob(
                                "instances",
                                "Problems for each point",
                                "",
                                "of the charts over the dimension"),
                        2,
                        200,
                        new Start<>(25L, 100L, 100L)),
                new Parameter.Whole(
                        new Knob(
                                "head-runs",
                                "Runs with a nonlinear head",
                                "",
                                "for each dimension; about a quarter settles and counts"),
                        10,
                        5_000,
                        new Start<>(150L, 1_000L, 2_000L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "joint-weights",
                        "Trained in W, the weights turn to the separator of least Frobenius norm.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Directions.W_FROBENIUS,
                                        "correlation of W with the Frobenius machine of its tokens",
                                        "",
                                        Rule.atLeast(0.99),
                                        "8 degrees in 100 dimensions, where two directions drawn"
                                                + " blindly are 90 ± 6 degrees apart; for the steps"
                                                + " at their start"),
                                new Check(
                                        Directions.W_LEAD,
                                        "by how much that is over the correlation with the nuclear"
                                                + " machine",
                                        "",
                                        Rule.atLeast(0.02),
                                        "the control: the same margins in the other norm; twice"
                                                + " what the rule above leaves open"),
                                new Check(
                                        Directions.W_LEFT,
                                        "of the misalignment after a tenth of the steps, what is"
                                                + " left at the end",
                                        "",
                                        Rule.atMost(0.5),
                                        "a direction that converges comes nearer, one that merely"
                                                + " happens to be near does not"),
                                new Check(
                                        Directions.W_OTHER,
                                        "correlation with the machine of other tokens, drawn"
                                                + " blindly",
                                        "",
                                        Rule.atMost(0.5),
                                        "the control: a machine for tokens that were not chosen"
                                                + " must point elsewhere"))),
                new Claim(
                        "factored-weights",
                        "Trained in K and Q, the product turns to the separator of least nuclear"
                                + " norm.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Directions.KQ_NUCLEAR,
                                        "correlation of K Qᵀ with the nuclear machine of its tokens",
                                        "",
                                        Rule.atLeast(0.99),
                                        "as for W"),
                                new Check(
                                        Directions.KQ_LEAD,
                                        "by how much that is over the correlation with the"
                                                + " Frobenius machine",
                                        "",
                                        Rule.atLeast(0.02),
                                        "the control: the same margins in the other norm; twice"
                                                + " what the rule above leaves open"))),
                new Claim(
                        "local-limits",
                        "Descent may settle on tokens that are only locally the best; the machine of"
                                + " those tokens is then its direction.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Directions.LOCAL_SHARE,
                                        "share of W runs that end on local optima",
                                        "",
                                        Rule.between(0.02, 0.98),
                                        "both kinds must be seen"),
                                new Check(
                                        Directions.LOCAL_OWN,
                                        "correlation of such runs with the machine of their tokens",
                                        "",
                                        Rule.atLeast(0.99),
                                        "as for all runs"),
                                new Check(
                                        Directions.LOCAL_LEAD,
                                        "by how much that is over the machine of the best tokens",
                                        "",
                                        Rule.atLeast(0.05),
                                        "the control: five times what the rule above leaves open"))),
                new Claim(
                        "dimension-helps",
                        "With more dimensions the best tokens become separable, and descent finds"
                                + " them more often.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Kinds.SEPARABLE,
                                        "share of problems whose best tokens are separable, from as"
                                                + " many dimensions as prompts and as other tokens",
                                        "",
                                        Rule.atLeast(1),
                                        "independent queries let W send each where it likes, and"
                                                + " independent differences let it go over all: no"
                                                + " exception for vectors drawn from the sphere"),
                                new Check(
                                        Kinds.SEPARABLE_BELOW,
                                        "the same in two dimensions",
                                        "",
                                        Rule.atMost(0.5),
                                        "the control: W has 4 elements for 6 prompts, at the start"
                                                + " of the parameters"),
                                new Check(
                                        Kinds.GLOBAL_GAIN,
                                        "share of runs that find the best tokens, in most dimensions"
                                                + " over in fewest",
                                        "",
                                        Rule.atLeast(0.2),
                                        "over twice the standard error of the difference for 100"
                                                + " problems, 0.07"))),
                new Claim(
                        "low-rank",
                        "The machine of (K, Q) has a low rank.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Ranks.SHARE,
                                        "rank of the nuclear machine over that of the Frobenius"
                                                + " machine, in 20 dimensions",
                                        "",
                                        Rule.atMost(0.8),
                                        "equal ranks would be 1; the control is the Frobenius"
                                                + " machine of the same margins"))),
                new Claim(
                        "nonlinear-heads",
                        "Under a nonlinear head attention keeps mixtures of tokens, and W becomes a"
                                + " finite part plus a multiple of a generalised machine.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        NonlinearHeads.CORRELATION,
                                        "correlation of W with that prediction, in runs that keep a"
                                                + " mixture",
                                        "",
                                        Rule.atLeast(0.95),
                                        "18 degrees; less strict than for one token, because kept"
                                                + " tokens still move when the run ends"),
                                new Check(
                                        NonlinearHeads.LEAD,
                                        "by how much that is over the machine of single tokens",
                                        "",
                                        Rule.atLeast(0.02),
                                        "the control: the theory of linear heads, which must do"
                                                + " visibly worse"),
                                new Check(
                                        NonlinearHeads.MIXED,
                                        "share of settled runs that keep a mixture",
                                        "",
                                        Rule.atLeast(0.02),
                                        "else nothing is tested")),
                        "Runs count when every share is over 1e-3 or under 1e-6, as in the authors’"
                                + " experiment. Where such a run keeps single tokens, the prediction"
                                + " is the machine of linear heads, so it is not counted for it."),
                new Claim(
                        "regularisation-path",
                        "The path of ever weaker constraints on the norm goes to the machine of the"
                                + " best tokens.",
                        IN_THE_PAPER,
                        List.of(),
                        "Not run: each of its points is a minimum over a ball that is not convex to"
                                + " find, and no program for it was described to us."));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        List<Part> parts =
                List.of(
                        new Directions(),
                        new Replay(),
                        new Kinds(),
                        new Ranks(),
                        new NonlinearHeads());
        for (Part part : parts) {
            part.run(setting, bench);
        }
    }

    /// One of the measurements.
    interface Part {
        void run(Setting setting, Bench bench);
    }
}
