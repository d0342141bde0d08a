package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

/// This is the reproduction of "In-Context Linear Regression Demystified": the full layer with all
/// its matrices, trained on fresh prompts, and what its heads have become.
public final class InContextRegression implements Reproduction {
    private static final Stated IN_THE_PAPER = new Stated.Words("the paper");

    @Override
    public PaperId paper() {
        return PaperId.of("2503.12734");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "In-Context Linear Regression Demystified",
                Abstract.Family.ATTENTION_AND_LEARNING,
                2,
                "One layer of softmax attention with one, two and more heads and all its matrices,"
                        + " trained by Adam on fresh prompts: the patterns of its heads as they"
                        + " emerge, its equality with debiased gradient descent, longer prompts,"
                        + " correlated inputs, and two tasks at once.",
                "The theorems on the gradient flow of the reduced model, which are proofs; its loss"
                        + " is shown as a landscape only.",
                "A rate of 0.005 that falls to nothing over the second half takes the place of the"
                        + " authors’ 500,000 steps at 0.001, which are the size “paper”. Linear"
                        + " attention, the control for longer prompts, has its scores divided by"
                        + " the length in training.",
                "Watch noise turn into two diagonals of opposite sign, and the loss of two heads fall"
                        + " to what one cannot reach. Then raise the correlation of the inputs, or"
                        + " give it prompts of ten examples.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("dimension", "Dimension", "", "of an input, the paper's d"),
                        2,
                        12,
                        Start.always(5L)),
                new Parameter.Whole(
                        new Knob("length", "Examples in a prompt", "", "the paper's L"),
                        8,
                        200,
                        Start.always(40L)),
                new Parameter.Real(
                        new Knob("noise", "Noise", "", "variance of y about the line"),
                        0,
                        2,
                        Start.always(0.1)),
                new Parameter.Whole(
                        new Knob(
                                "heads",
                                "More heads",
                                "",
                                "of the third layer, beside those of one and of two"),
                        3,
                        8,
                        Start.always(4L)),
                new Parameter.Real(
                        new Knob(
                                "correlation",
                                "Correlation",
                                "",
                                "of neighbouring coordinates, where inputs are correlated"),
                        0,
                        0.95,
                        Start.always(0.6)),
                new Parameter.Real(
                        new Knob("rate", "Rate", "", "of Adam"),
                        1e-5,
                        0.1,
                        new Start<>(0.005, 0.005, 0.001)),
                new Parameter.Switch(
                        new Knob("decay", "Decay", "", "the rate falls over the second half"),
                        new Start<>(true, true, false)),
                new Parameter.Whole(
                        new Knob("steps", "Steps", "", "of training"),
                        50,
                        500_000,
                        new Start<>(2_500L, 8_000L, 500_000L)),
                new Parameter.Choice(
                        new Knob("batch", "Batch", "prompts", "fresh at every step"),
                        List.of("64", "128", "256", "512"),
                        Start.always("256")),
                new Parameter.Whole(
                        new Knob("seeds", "Repetitions", "", "weights and prompts drawn anew"),
                        1,
                        20,
                        new Start<>(3L, 4L, 5L)),
                new Parameter.Whole(
                        new Knob("evaluation", "Prompts for each figure", "", "in units of 3,200"),
                        1,
                        20,
                        new Start<>(3L, 10L, 10L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "diagonal-patterns",
                        "The K and Q of each of two heads come to multiply the inputs by one number,"
                                + " and their O and V to pass on y alone.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Patterns.STRAY,
                                        "largest element off the diagonal of KᵀQ, as a share of the"
                                                + " diagonal, of two heads",
                                        "",
                                        Rule.atMost(0.08),
                                        "an independent program reached 0.05 in 12,000 steps; the"
                                                + " theory's is 0, where training never ends"),
                                new Check(
                                        Patterns.SPREAD,
                                        "standard deviation along the diagonal, as a share",
                                        "",
                                        Rule.atMost(0.08),
                                        "as for the elements off it"),
                                new Check(
                                        Patterns.LEAK,
                                        "largest weight of O V on an input, as a share of that on y",
                                        "",
                                        Rule.atMost(0.08),
                                        "as for the elements off the diagonal"),
                                new Check(
                                        Patterns.STRAY_AT_START,
                                        "the first of these before training",
                                        "",
                                        Rule.atLeast(1),
                                        "the control: random matrices have no pattern"))),
                new Claim(
                        "opposite-heads",
                        "Two heads score with opposite numbers, and what all heads pass on sums to"
                                + " zero.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Patterns.OPPOSED,
                                        "sum of the two scores, as a share of their sizes",
                                        "",
                                        Rule.atMost(0.1),
                                        "opposite numbers give 0, numbers of one sign 1"),
                                new Check(
                                        Patterns.ZERO_SUM,
                                        "sum of the two outputs, as a share of their sizes",
                                        "",
                                        Rule.atMost(0.1),
                                        "as for the scores"),
                                new Check(
                                        Patterns.ZERO_SUM_MORE,
                                        "the same for more heads",
                                        "",
                                        Rule.atMost(0.1),
                                        "as for the scores"))),
                new Claim(
                        "copies-and-dummies",
                        "Further heads pass on nothing, or score with the same number as the first,"
                                + " up to its sign.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Patterns.COPIES,
                                        "spread of the scores' sizes over more than two heads, as a"
                                                + " share, weighted by what they pass on",
                                        "",
                                        Rule.atMost(0.2),
                                        "copies give 0; a fifth is left for what training has not finished"))),
                new Claim(
                        "more-heads",
                        "Two heads predict better than one, and more than two no better.",
                        new Stated.Figure(
                                "a loss of about 0.38 with one head and of about 0.23 with two, four"
                                        + " and eight",
                                "the authors’ logs"),
                        List.of(
                                new Check(
                                        Lengths.ONE_OVER_TWO,
                                        "loss of one head over that of two",
                                        "",
                                        Rule.atLeast(1.3),
                                        "the authors’ logs give about 1.65; 1.3 is half the gap"),
                                new Check(
                                        Lengths.MORE_OVER_TWO,
                                        "loss of more heads over that of two",
                                        "",
                                        Rule.near(1, 0.05),
                                        "equal within the noise that a rate leaves"),
                                new Check(
                                        Lengths.TWO_OVER_STEP,
                                        "loss of two heads over that of the best debiased step",
                                        "",
                                        Rule.near(1, 0.05),
                                        "equal, as for more heads; on the same prompts"),
                                new Check(
                                        Lengths.ONE_OVER_THEORY,
                                        "loss of one head over the reduced model's",
                                        "",
                                        Rule.between(0.9, 1.1),
                                        "the reduced model leaves out terms of the order of one"
                                                + " over the length"))),
                new Claim(
                        "debiased-descent",
                        "The trained layer predicts what one step of debiased gradient descent"
                                + " predicts.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Agreement.NEAR,
                                        "squared distance of the predictions, as a share of their"
                                                + " size",
                                        "",
                                        Rule.atMost(0.1),
                                        "the scores are small, not zero: their square, times the"
                                                + " dimension, is left over"),
                                new Check(
                                        Agreement.SHIFTED,
                                        "the same for examples moved by an offset, never seen in"
                                                + " training",
                                        "",
                                        Rule.atMost(0.15),
                                        "debiasing means that an offset changes nothing; a half more"
                                                + " for what is left of the patterns"),
                                new Check(
                                        Agreement.SHIFTED_LEAD,
                                        "there, how much farther plain descent is",
                                        "",
                                        Rule.atLeast(0.3),
                                        "the control: the step without the correction for the"
                                                + " mean"))),
                new Claim(
                        "longer-prompts",
                        "Trained at one length, softmax attention predicts better from longer prompts;"
                                + " linear attention does not carry over.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Lengths.LONGER,
                                        "loss of two heads at 2.5 times the length over that at it",
                                        "",
                                        Rule.atMost(0.9),
                                        "more examples must help; descent with the same step gains"
                                                + " more than a tenth"),
                                new Check(
                                        Lengths.LONGER_LINEAR,
                                        "the same for linear attention",
                                        "",
                                        Rule.atLeast(1.5),
                                        "the control, by construction: its sums, and so its answers,"
                                                + " grow with the length"))),
                new Claim(
                        "correlated-inputs",
                        "With correlated inputs it becomes descent with a preconditioner.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        Correlated.OVER_PRECONDITIONED,
                                        "loss of two heads over that of the best preconditioned step",
                                        "",
                                        Rule.between(0.95, 1.15),
                                        "down to 5 %, as for independent inputs; up to three times"
                                                + " that, as a whole matrix is to be found and not"
                                                + " one number"),
                                new Check(
                                        Correlated.STEP_OVER_IT,
                                        "loss of the best step with one length over that of two"
                                                + " heads",
                                        "",
                                        Rule.atLeast(1.02),
                                        "the control: without a preconditioner it must be worse"),
                                new Check(
                                        Correlated.ALIGNED,
                                        "cosine between the heads' matrix and the fitted"
                                                + " preconditioner",
                                        "",
                                        Rule.atLeast(0.95),
                                        "18 degrees, where the identity is farther away")),
                        "A layer whose two heads still score with one sign when training ends has not"
                                + " come that far, and one such run widens all three intervals: so it is"
                                + " in our full run, and was in one at three times the rate."),
                new Claim(
                        "superposition",
                        "With two tasks, three heads share a head between them; four heads make a pair"
                                + " for each.",
                        IN_THE_PAPER,
                        List.of(
                                new Check(
                                        TwoTasks.SHARED,
                                        "of three heads' effects, the larger task's share in the most"
                                                + " even head",
                                        "",
                                        Rule.atMost(0.75),
                                        "an even head has 0.5, a head of one task 1"),
                                new Check(
                                        TwoTasks.OWN,
                                        "of the other two heads' effects, the share for a task of"
                                                + " their own each, mean",
                                        "",
                                        Rule.atLeast(0.85),
                                        "a task each would be 1; windows overlap by half, so a head"
                                                + " of one task touches the other"),
                                new Check(
                                        TwoTasks.OWN_AT_START,
                                        "the same before training",
                                        "",
                                        Rule.atMost(0.85),
                                        "the control: random heads have no task of their own and"
                                                + " must not pass the rule above"),
                                new Check(
                                        TwoTasks.PAIRS,
                                        "of four heads' effects, the larger task's share, mean",
                                        "",
                                        Rule.atLeast(0.85),
                                        "a pair for each would be 1; the windows' overlap as above"),
                                new Check(
                                        TwoTasks.OPPOSED_PAIRS,
                                        "share of runs in which two of four heads, of opposite"
                                                + " scores, serve each task",
                                        "",
                                        Rule.atLeast(1),
                                        "a pair for each, without exception"),
                                new Check(
                                        TwoTasks.TWO_OVER_THREE,
                                        "loss of two heads over that of three",
                                        "",
                                        Rule.atLeast(1.05),
                                        "the control: two heads have no room for two tasks")),
                        "In our full run, and in one at three times the rate, some layers of four"
                                + " heads have not parted into pairs when training ends: all four"
                                + " serve both tasks."));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        Work work = new Work(bench, 3L * seeds * setting.count("steps"));
        // The longest first, so that two cores finish together.
        List<Runnable> jobs = new ArrayList<>();
        MainRun[] main = new MainRun[seeds];
        TwoTasks[] tasks = new TwoTasks[seeds];
        Correlated[] correlated = new Correlated[seeds];
        for (int s = 0; s < seeds; s++) {
            int seed = s;
            jobs.add(() -> main[seed] = MainRun.of(seed, setting, work));
            jobs.add(() -> tasks[seed] = TwoTasks.of(seed, setting, work));
            jobs.add(() -> correlated[seed] = Correlated.of(seed, setting, work));
        }
        IntStream.range(0, jobs.size()).parallel().forEach(job -> jobs.get(job).run());
        Patterns.show(List.of(main), setting, bench);
        Lengths.show(List.of(main), setting, bench);
        Agreement.show(List.of(main), setting, bench);
        Correlated.show(List.of(correlated), setting, bench);
        TwoTasks.show(List.of(tasks), bench);
        Landscape.show(main[0], setting, bench);
    }
}
