package org.broadsheet.reproductions.geometry;

import java.util.Arrays;
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
import org.broadsheet.methods.geometry.Activation;
import org.broadsheet.paper.PaperId;

/// This is the reproduction of "Task structure and nonlinearity jointly determine learned
/// representational geometry": which geometry the hidden layers of tanh and ReLU networks take,
/// over a family of tasks, and why.
public final class LearnedGeometry implements Reproduction {
    private static final Stated IN_THE_ABSTRACT = new Stated.Words("the abstract");
    private static final Stated IN_THE_REVIEWS = new Stated.Words("the paper’s public reviews");

    @Override
    public PaperId paper() {
        return PaperId.of("2401.13558");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Task structure and nonlinearity jointly determine learned representational"
                        + " geometry",
                Abstract.Family.ATTENTION_AND_LEARNING,
                2,
                "Networks with one hidden layer of tanh or ReLU learn exclusive ors that are nudged"
                        + " towards separability, twisted cubes, parities and random conditions;"
                        + " the geometry of their hidden layers is measured by kernel alignment,"
                        + " parallelism, decoders and dimensions, and the cause is looked for in"
                        + " six other activations, in single neurons and in the flow of weights.",
                "The convolutional networks on photographs, which do not come along.",
                "Families, losses and sizes are those of the first author’s early programs, not"
                        + " certified as the paper’s final ones: 100 hidden neurons, batches of 64,"
                        + " noise of 0.1. Inputs have 50 dimensions instead of some hundred, the"
                        + " rate of Adam is 0.001 instead of 0.0001, with fewer steps for it."
                        + " Decoders are ridge regressions, which discount directions of much noise."
                        + " A bit of the cube is plus or minus one direction instead of one of two"
                        + " unit vectors in a block of its own, and the means of random conditions"
                        + " are divided by the root of the number of inputs.",
                "Turn the nudge and see tanh jump onto the labels’ geometry while ReLU stays with"
                        + " the inputs’; without any nudge the order flips. Then set the activation"
                        + " to half-tanh or clipped-relu to see which half of ReLU is to blame.");
    }

    @Override
    public List<Parameter> parameters() {
        List<String> activations =
                Arrays.stream(Activation.values()).map(Activation::title).toList();
        return List.of(
                new Parameter.Choice(
                        new Knob("activation", "Activation", "", "drawn in colour"),
                        activations,
                        Start.always("tanh")),
                new Parameter.Choice(
                        new Knob(
                                "against",
                                "Against",
                                "",
                                "the activation that it is compared with"),
                        activations,
                        Start.always("relu")),
                new Parameter.Real(
                        new Knob(
                                "nudge",
                                "Nudge",
                                "",
                                "how separable the exclusive or is whose learning is watched; 0 for"
                                        + " not at all"),
                        0,
                        2,
                        Start.always(0.5)),
                new Parameter.Real(
                        new Knob("noise", "Noise", "", "standard deviation of each input"),
                        0.001,
                        1,
                        Start.always(0.1)),
                new Parameter.Whole(
                        new Knob(
                                "nudge-steps",
                                "Steps of the nudge",
                                "",
                                "from 0 to 0.5, and on to 1"),
                        1,
                        10,
                        new Start<>(1L, 3L, 5L)),
                new Parameter.Whole(
                        new Knob("noises", "Noises", "", "from the noise to eight times as much"),
                        1,
                        8,
                        new Start<>(2L, 4L, 6L)),
                new Parameter.Whole(
                        new Knob("inputs", "Inputs", "", "dimensions of a sample"),
                        5,
                        500,
                        new Start<>(50L, 50L, 300L)),
                new Parameter.Whole(
                        new Knob("hidden", "Hidden neurons", "", "of each hidden layer"),
                        2,
                        1_000,
                        Start.always(100L)),
                new Parameter.Whole(
                        new Knob("layers", "Hidden layers", "", "of the deeper networks"),
                        2,
                        6,
                        new Start<>(2L, 3L, 3L)),
                new Parameter.Whole(
                        new Knob("samples", "Samples", "", "of each condition to learn from"),
                        10,
                        10_000,
                        new Start<>(200L, 400L, 800L)),
                new Parameter.Real(
                        new Knob("rate", "Learning rate", "", "of Adam"),
                        1e-5,
                        1,
                        new Start<>(1e-3, 1e-3, 1e-4)),
                new Parameter.Whole(
                        new Knob("batch", "Batch", "", "samples of a step"),
                        1,
                        1_000,
                        Start.always(64L)),
                new Parameter.Whole(
                        new Knob("steps", "Steps", "", "of learning"),
                        10,
                        200_000,
                        new Start<>(1_500L, 3_000L, 50_000L)),
                new Parameter.Real(
                        new Knob(
                                "scale",
                                "Scale of the start",
                                "",
                                "of the hidden weights, over the usual"),
                        0.01,
                        20,
                        Start.always(1.0)),
                new Parameter.Real(
                        new Knob("ridge", "Ridge", "", "of decoders, over the mean variance"),
                        1e-6,
                        10,
                        Start.always(0.01)),
                new Parameter.Whole(
                        new Knob(
                                "seeds",
                                "Repetitions",
                                "",
                                "with tasks, samples and weights drawn anew"),
                        1,
                        50,
                        new Start<>(3L, 6L, 20L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "tanh-takes-target",
                        "Tanh networks take the geometry of the target outputs.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Sweep.TARGET,
                                        "alignment of a tanh layer with the labels, nudge 0.5",
                                        "",
                                        Rule.atLeast(0.95),
                                        "an independent program of ours gave 1.00 beforehand; 1 is"
                                                + " the labels’ own geometry"),
                                new Check(
                                        Sweep.OTHER_TARGET,
                                        "the same of a ReLU layer",
                                        "",
                                        Rule.atMost(0.75),
                                        "the control: it gave 0.61; the limit is seven tenths of"
                                                + " the way from the inputs’ own 0.17 to 1"),
                                new Check(
                                        Sweep.PARALLELISM_LEAD,
                                        "parallelism score of tanh over that of ReLU",
                                        "",
                                        Rule.atLeast(0.6),
                                        "it gave 1.00 and 0.04; 0.6 leaves the other repetitions"
                                                + " room"))),
                new Claim(
                        "relu-keeps-input",
                        "ReLU networks retain more of the structure of the inputs.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Sweep.INPUT_LEAD,
                                        "alignment with the inputs, ReLU over tanh, nudge 0.5",
                                        "",
                                        Rule.atLeast(0.3),
                                        "an independent program of ours gave 0.89 and 0.17"),
                                new Check(
                                        Families.SHATTERING_LEAD,
                                        "right answers over all dichotomies, ReLU over tanh, mean"
                                                + " over the tasks",
                                        "",
                                        Rule.atLeast(0.02),
                                        "to retain more is to let more be decoded: two answers more"
                                                + " in a hundred, as equality would be no lead"))),
                new Claim(
                        "across-tasks",
                        "The difference is there across a broad class of tasks, in which the"
                                + " alignment of inputs and labels is varied.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Families.TARGET,
                                        "share of tasks with tanh at least as close to the labels",
                                        "",
                                        Rule.atLeast(0.9),
                                        "consistently: in all but at most one of the thirteen tasks"
                                                + " whose inputs tell of the labels at all"),
                                new Check(
                                        Families.INPUT,
                                        "share of them with ReLU at least as close to the inputs",
                                        "",
                                        Rule.atLeast(0.9),
                                        "as above")),
                        "Where inputs and labels are closely aligned, both activations end near the"
                                + " labels, and hundredths decide: the table of all tasks has the"
                                + " figures. The parity of three bits is in no check: its inputs say"
                                + " nothing of the labels, and it is no exclusive or of two bits."),
                new Claim(
                        "order-flips",
                        "The difference vanishes or flips where the inputs force an exclusive or,"
                                + " and at high noise.",
                        IN_THE_REVIEWS,
                        List.of(
                                new Check(
                                        Sweep.LEAD_WITHOUT_NUDGE,
                                        "alignment with the labels, tanh over ReLU, without a nudge",
                                        "",
                                        Rule.atMost(0),
                                        "vanished or flipped: not above 0"),
                                new Check(
                                        Families.FORCED_LEAD,
                                        "the largest such lead of the three tasks that force an"
                                                + " exclusive or of two bits",
                                        "",
                                        Rule.atMost(0),
                                        "as above, whatever forces it"),
                                new Check(
                                        Sweep.NOISY_LEAD,
                                        "the lead at nudge 0.5 with eight times the noise, over"
                                                + " that without",
                                        "",
                                        Rule.atMost(0.5),
                                        "to vanish is to fall by more than half"))),
                new Claim(
                        "one-sided-flatness",
                        "The cause is how the activation ends: ReLU is flat on one side only, so"
                                + " its neurons specialise for regions of the inputs, while those of"
                                + " tanh inherit the labels.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Activations.LEAD,
                                        "alignment with the labels of activations flat on both"
                                                + " sides over the others, means",
                                        "",
                                        Rule.atLeast(0.1),
                                        "a cause must show in the mean of either kind; repetitions"
                                                + " spread by some 0.03"),
                                new Check(
                                        Activations.STRICT_LEAD,
                                        "the least aligned of those flat on both sides, over the"
                                                + " most aligned of the others",
                                        "",
                                        Rule.atLeast(0),
                                        "were it the only cause, no activation would be an"
                                                + " exception"),
                                new Check(
                                        Activations.NEAR_TANH,
                                        "alignment of tanh shifted up to be nowhere negative",
                                        "",
                                        Rule.atLeast(0.95),
                                        "as of tanh: it has the same ends and ReLU’s sign"),
                                new Check(
                                        Activations.CLIPPING,
                                        "alignment that ReLU gains when it is clipped at 1",
                                        "",
                                        Rule.atLeast(0.1),
                                        "a second flat side alone must bring it closer to the"
                                                + " labels"),
                                new Check(
                                        Neurons.SPECIALISED_LEAD,
                                        "share of neurons that answer to one condition alone, ReLU"
                                                + " over tanh",
                                        "",
                                        Rule.atLeast(0.3),
                                        "a difference of kind and not of a few neurons"),
                                new Check(
                                        Neurons.LABEL_SHARE_LEAD,
                                        "share of the weights’ squares along the label, tanh over"
                                                + " ReLU",
                                        "",
                                        Rule.atLeast(0.3),
                                        "as above"),
                                new Check(
                                        Neurons.FLOW,
                                        "that share at the end of the early flow of weights, tanh",
                                        "",
                                        Rule.atLeast(0.9),
                                        "small tanh weights flow along the label alone, and grow"
                                                + " tenfold in the time given"),
                                new Check(
                                        Neurons.OTHER_FLOW,
                                        "the same, ReLU",
                                        "",
                                        Rule.atMost(0.5),
                                        "along a single condition it is nudge² / (2 + nudge²) ="
                                                + " 0.11; half is no longer the label’s")),
                        "Six other activations, beside the paper’s two, tell how far this cause"
                                + " goes. Softplus is the one to look at: it is ReLU without the"
                                + " kink, and as flat on one side only."),
                new Claim(
                        "disentangled",
                        "When the outputs are of low dimension, tanh representations are more"
                                + " disentangled than those of ReLU.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Outputs.FEW,
                                        "parallelism of one and two outputs over eight random"
                                                + " conditions, tanh over ReLU",
                                        "",
                                        Rule.atLeast(0.1),
                                        "repetitions differ by about that much"),
                                new Check(
                                        Outputs.DIMENSIONS,
                                        "dimensions of these representations, ReLU over tanh",
                                        "",
                                        Rule.atLeast(0.1),
                                        "disentangled ones need fewer: by a tenth of a dimension,"
                                                + " as equality would be no lead"),
                                new Check(
                                        Sweep.CROSS_LEAD,
                                        "right answers about conditions that were left out, tanh"
                                                + " over ReLU, nudge 0.5",
                                        "",
                                        Rule.atLeast(0.2),
                                        "chance is a half, so a fifth is two fifths of what there"
                                                + " is to gain"))),
                new Claim(
                        "deeper-networks",
                        "The difference is there in the first layer of networks with more hidden"
                                + " layers, too.",
                        IN_THE_REVIEWS,
                        List.of(
                                new Check(
                                        Layers.FIRST_LEAD,
                                        "first of several layers: alignment with the labels, tanh"
                                                + " over ReLU",
                                        "",
                                        Rule.atLeast(0.1),
                                        "repetitions spread by some 0.03"),
                                new Check(
                                        Layers.INPUT_LEAD,
                                        "the same layer: alignment with the inputs, ReLU over tanh",
                                        "",
                                        Rule.atLeast(0.1),
                                        "as above")),
                        "Later layers are in the chart and in no check."),
                new Claim(
                        "convolutional-networks",
                        "It carries over to convolutional networks on photographs.",
                        IN_THE_REVIEWS,
                        List.of(),
                        "Not run: the photographs cannot be shipped."));
    }

    /// The activation of the setting (0), or the one that it is compared with (1).
    static Activation activation(int which, Setting setting) {
        return Activation.of(setting.choice(which == 0 ? "activation" : "against"));
    }

    /// Whether the two activations are the ones that the checks speak of: tanh against ReLU.
    static boolean comparesTanhWithRelu(Setting setting) {
        return activation(0, setting) == Activation.TANH
                && activation(1, setting) == Activation.RELU;
    }

    @Override
    public void run(Setting setting, Bench bench) {
        if (!comparesTanhWithRelu(setting)) {
            bench.log(
                    "The checks speak of tanh against ReLU; %s against %s is drawn, and of the checks only those over all activations are measured."
                            .formatted(
                                    activation(0, setting).title(),
                                    activation(1, setting).title()));
        }
        List<Part> parts =
                List.of(
                        new Sweep(),
                        new LearningCourse(),
                        new Families(),
                        new Activations(),
                        new Neurons(),
                        new Outputs(),
                        new Layers());
        for (Part part : parts) {
            part.run(setting, bench);
        }
    }

    /// One of the measurements.
    interface Part {
        void run(Setting setting, Bench bench);
    }
}
