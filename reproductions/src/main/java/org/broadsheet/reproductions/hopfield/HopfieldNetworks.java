package org.broadsheet.reproductions.hopfield;

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

/// This is the reproduction of "Hopfield Networks is All You Need": capacity, one-step retrieval,
/// kinds of fixed points, equality with attention, and learning from bags.
public final class HopfieldNetworks implements Reproduction {
    private static final Stated IN_THE_ABSTRACT = new Stated.Words("the abstract");

    @Override
    public PaperId paper() {
        return PaperId.of("2008.02217");
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "Hopfield Networks is All You Need",
                Abstract.Family.ATTENTION_AND_LEARNING,
                1,
                "The modern Hopfield network with its energy, update, error bound and capacity; the"
                        + " three kinds of its fixed points; its equality with attention; and the"
                        + " pooling layer built on it, on bags made for the purpose.",
                "The benchmarks: immune repertoires, tiger, fox, elephant and UCSB bags, the UCI"
                        + " collection and the drug sets, which cannot be shipped; and the heads of"
                        + " trained transformers.",
                "Random patterns in 4 to 24 dimensions for the capacity, in 64 for retrieval. The"
                        + " binary networks are asked with a tenth of the elements turned, where"
                        + " the modern one gets Gaussian noise. Bags of bit patterns as the"
                        + " authors’ examples make them, drawn by our own generator; every way of"
                        + " pooling follows an embedding, has about as many weights and is trained with the same optimiser, rate and number of"
                        + " epochs, without a search for the best of each.",
                "Each added dimension multiplies what the network holds, so the capacities lie on a"
                        + " line over a logarithmic axis. Then turn beta down and watch single"
                        + " patterns melt into clusters, and clusters into one average.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("patterns", "Stored patterns", "", "for energy and retrieval"),
                        2,
                        65_536,
                        new Start<>(1024L, 1024L, 16_384L)),
                new Parameter.Whole(
                        new Knob("dimension", "Dimension", "", "elements of a pattern"),
                        2,
                        512,
                        Start.always(64L)),
                new Parameter.Real(
                        new Knob("beta", "Inverse temperature", "", "for energy and retrieval"),
                        0.001,
                        100,
                        Start.always(0.25)),
                new Parameter.Real(
                        new Knob(
                                "noise",
                                "Noise",
                                "",
                                "standard deviation added to every element of a query"),
                        0,
                        5,
                        Start.always(0.5)),
                new Parameter.Whole(
                        new Knob("steps", "Updates", "", "at most, until a state is stable"),
                        1,
                        100_000,
                        Start.always(10_000L)),
                new Parameter.Choice(
                        new Knob(
                                "energy",
                                "Energy",
                                "",
                                "whose capacity is measured: all, or one kind of energy"),
                        Capacity.ENERGIES,
                        Start.always("all")),
                new Parameter.Whole(
                        new Knob("degree", "Degree", "", "of the polynomial energy"),
                        3,
                        10,
                        Start.always(3L)),
                new Parameter.Whole(
                        new Knob(
                                "largest-dimension",
                                "Largest dimension",
                                "",
                                "up to which the capacity is measured, from 4 in steps of 2"),
                        8,
                        28,
                        new Start<>(14L, 22L, 24L)),
                new Parameter.Whole(
                        new Knob("heads", "Heads", "", "of the Hopfield layers"),
                        1,
                        64,
                        Start.always(8L)),
                new Parameter.Whole(
                        new Knob(
                                "layer-updates",
                                "Updates of a layer",
                                "",
                                "1 is attention; for the pooling of bags"),
                        1,
                        50,
                        Start.always(4L)),
                new Parameter.Real(
                        new Knob("layer-beta", "Inverse temperature of a layer", "", "for bags"),
                        0.01,
                        100,
                        Start.always(0.25)),
                new Parameter.Real(
                        new Knob(
                                "dropout",
                                "Dropout",
                                "",
                                "share of a layer's associations dropped in training"),
                        0,
                        0.95,
                        Start.always(0.1)),
                new Parameter.Whole(
                        new Knob("epochs", "Epochs", "", "of learning from bags"),
                        1,
                        2_000,
                        new Start<>(25L, 40L, 250L)),
                new Parameter.Whole(
                        new Knob(
                                "seeds",
                                "Repetitions",
                                "",
                                "with patterns, noise and weights drawn anew"),
                        1,
                        30,
                        new Start<>(3L, 6L, 10L)),
                new Parameter.Whole(
                        new Knob(
                                "bag-repetitions",
                                "Repetitions of the learning",
                                "",
                                "with bags and weights drawn anew"),
                        1,
                        30,
                        new Start<>(1L, 5L, 10L)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "energy-falls",
                        "An update never raises the energy, and repeated updates converge.",
                        new Stated.Words("the authors’ article about the paper"),
                        List.of(
                                new Check(
                                        Descent.RISE,
                                        "largest rise of the energy in one update, in units of"
                                                + " 2M²",
                                        "",
                                        Rule.atMost(1e-13),
                                        "the energy lies between 0 and 2M², and rounding moves a"
                                                + " sum of that size by some 1e-15"),
                                new Check(
                                        Descent.CONVERGED,
                                        "share of retrievals whose last update moved the state by"
                                                + " 1e-4 or less",
                                        "",
                                        Rule.atLeast(1),
                                        "the theorem knows no exception"))),
                new Claim(
                        "exponential-capacity",
                        "The number of patterns that can be stored grows exponentially with the"
                                + " dimension.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Capacity.DETERMINATION,
                                        "R² of a line through ln N over d",
                                        "",
                                        Rule.atLeast(0.98),
                                        "each capacity is known to about a tenth in ln N, over a"
                                                + " range of several units: 0.98 leaves room for"
                                                + " that and for no bend"),
                                new Check(
                                        Capacity.OVER_POWER_LAW,
                                        "by how much that R² is over that of a power law, ln N over"
                                                + " ln d",
                                        "",
                                        Rule.atLeast(0),
                                        "the control: a power of d would be the straighter one"),
                                new Check(
                                        Capacity.SLOPE,
                                        "slope of the line, in ln N for each dimension",
                                        "",
                                        Rule.atLeast(0.079),
                                        "ln(c) / 4 of the proven base c = 1.3718 for beta = 1 and"
                                                + " K = 1, the case that is run"))),
                new Claim(
                        "one-step-retrieval",
                        "One update retrieves a pattern, with an error that is exponentially small"
                                + " in its separation from the others.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        OneStep.ERROR,
                                        "distance of one update from the pattern, mean",
                                        "",
                                        Rule.atMost(0.05),
                                        "under 1 % of the norm of a pattern, 7.9, for queries that"
                                                + " are 4 away; holds for the parameters at their"
                                                + " start"),
                                new Check(
                                        OneStep.OVER_BOUND,
                                        "share of queries whose error is over the theorem's bound",
                                        "",
                                        Rule.atMost(0),
                                        "a theorem knows no exception"),
                                new Check(
                                        OneStep.EXPONENT,
                                        "fall of ln(error) with the separation, in units of beta",
                                        "",
                                        Rule.atLeast(1),
                                        "the bound falls as exp(-beta times the separation), so the"
                                                + " error must fall as fast or faster"))),
                new Claim(
                        "three-kinds-of-fixed-points",
                        "There are three kinds of fixed points: an average of all patterns,"
                                + " metastable averages of some, and single patterns.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Regimes.GLOBAL,
                                        "largest share of global averages over the values of beta",
                                        "",
                                        Rule.atLeast(0.95),
                                        "at the smallest beta all states must melt together"),
                                new Check(
                                        Regimes.METASTABLE,
                                        "the same for metastable states, with clustered patterns",
                                        "",
                                        Rule.atLeast(0.95),
                                        "between the two scales of the clusters nearly every state"
                                                + " must be the mean of one"),
                                new Check(
                                        Regimes.SINGLE,
                                        "the same for single patterns",
                                        "",
                                        Rule.atLeast(0.95),
                                        "at the largest beta every pattern must be on its own"),
                                new Check(
                                        Regimes.CONTROL,
                                        "the same for metastable states, without clusters",
                                        "",
                                        Rule.atMost(0.5),
                                        "the control: patterns without clusters have no scale in"
                                                + " between")),
                        "Patterns are clustered for this claim; without clusters beta leads from"
                                + " averages to single patterns at once."),
                new Claim(
                        "equals-attention",
                        "The update is the attention of transformers, with beta = 1/√d.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        Equality.DIFFERENCE,
                                        "largest difference of the layer from attention written in"
                                                + " plain loops",
                                        "",
                                        Rule.atMost(1e-12),
                                        "sums of numbers near 1 in another order"),
                                new Check(
                                        Equality.CONTROL,
                                        "the same with twice that beta",
                                        "",
                                        Rule.atLeast(1e-3),
                                        "the control: at another temperature it is not the usual"
                                                + " attention"))),
                new Claim(
                        "pooling-of-bags",
                        "Hopfield layers improve multiple-instance learning.",
                        IN_THE_ABSTRACT,
                        List.of(
                                new Check(
                                        BagLearning.LEAD,
                                        "accuracy over that of the best baseline of the same seed",
                                        "",
                                        Rule.atLeast(0),
                                        "to improve is to be no worse than the mean, the maximum"
                                                + " and attention pooling"),
                                new Check(
                                        BagLearning.ACCURACY,
                                        "accuracy on unseen bags",
                                        "",
                                        Rule.atLeast(0.6),
                                        "chance is 0.5, and 512 bags give a standard error of"
                                                + " 0.022: 0.6 is over four of them away"),
                                new Check(
                                        BagLearning.LATCH,
                                        "accuracy on latch sequences of 20 steps",
                                        "",
                                        Rule.atLeast(0.99),
                                        "the class stands in one symbol, without noise")),
                        "On made data: the paper's figures are for benchmarks that are not run"
                                + " here, so none is printed."),
                new Claim(
                        "benchmarks",
                        "Hopfield layers set marks on immune repertoires, small UCI tasks and drug"
                                + " design.",
                        new Stated.Nowhere(),
                        List.of(),
                        "Not run: the data cannot be shipped, and the paper's tables were not"
                                + " available to us."),
                new Claim(
                        "heads-of-transformers",
                        "Transformer heads average globally in the first layers and over subsets in"
                                + " higher ones.",
                        IN_THE_ABSTRACT,
                        List.of(),
                        "Not run: it needs a trained transformer, which does not come along."));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        List<Part> parts =
                List.of(
                        new Capacity(),
                        new OneStep(),
                        new Regimes(),
                        new Images(),
                        new BagLearning(),
                        new Descent(),
                        new Landscape(),
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
