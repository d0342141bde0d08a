package org.broadsheet.benchmarks.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.FactoredWeights;
import org.broadsheet.methods.attentionsvm.FrobeniusSvm;
import org.broadsheet.methods.attentionsvm.JointWeights;
import org.broadsheet.methods.attentionsvm.LinearHead;
import org.broadsheet.methods.attentionsvm.Loss;
import org.broadsheet.methods.attentionsvm.Margins;
import org.broadsheet.methods.attentionsvm.NuclearSvm;
import org.broadsheet.methods.attentionsvm.Prompts;
import org.broadsheet.methods.attentionsvm.Weights;
import org.broadsheet.methods.incontext.InContextAttention;
import org.broadsheet.methods.incontext.Regression;
import org.broadsheet.methods.incontext.Training;
import picocli.CommandLine.Command;

/// Steps of the lab's two attention layers, and the solvers of the attention SVM.
@Command(
        name = "attention",
        description =
                "Training steps of the lab's attention layers, beside PyTorch with PYTORCH=1, and"
                        + " the solvers of the attention SVM.",
        mixinStandardHelpOptions = true)
public final class AttentionBenchmark implements Callable<Integer> {
    private final Table table = new Table("", "by", "median", "fastest round", "a second, fastest");

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run attention");
        List<Peer> peers =
                ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get).toList();
        report.progress("Each measurement takes 6 s ...");
        compare("in-context step", inContextStep(), peers, "floats", Peer::inContextStep);
        compare(
                "step in W",
                step(JointWeights.random(10, random(2))),
                peers,
                "doubles",
                Peer::jointStep);
        measure(
                "step in K, Q",
                "this, doubles",
                step(FactoredWeights.random(10, 10, FactoredWeights.MACHINE_RIDGE, random(3))));
        Margins small = margins(6, 8, 10);
        measure("Frobenius machine, n 6, T 8, d 10", "this", () -> FrobeniusSvm.solve(small));
        measure(
                "nuclear machine, n 6, T 8, d 10",
                "this",
                () -> NuclearSvm.solve(small, NuclearSvm.Accuracy.FINE));
        Margins large = margins(15, 5, 20);
        measure("Frobenius machine, n 15, T 5, d 20", "this", () -> FrobeniusSvm.solve(large));
        measure(
                "nuclear machine, n 15, T 5, d 20",
                "this",
                () -> NuclearSvm.solve(large, NuclearSvm.Accuracy.FINE));
        report.result(
                table,
                "One thread. Rounds of 0.3 s."
                        + (peers.isEmpty() ? " PYTORCH=1 adds PyTorch, from 115 MB of jars." : ""));
        return 0;
    }

    private void compare(
            String what,
            Runnable ours,
            List<Peer> peers,
            String numbers,
            Function<Peer, Runnable> theirs) {
        List<Runnable> works = new ArrayList<>(List.of(ours));
        peers.forEach(peer -> works.add(theirs.apply(peer)));
        List<Stopwatch> times = Stopwatch.of(works);
        row(what, "this, doubles", times.getFirst());
        for (int i = 0; i < peers.size(); i++) {
            row(what, peers.get(i).name() + ", " + numbers, times.get(i + 1));
        }
    }

    private void measure(String what, String by, Runnable work) {
        row(what, by, Stopwatch.of(List.of(work)).getFirst());
    }

    private void row(String what, String by, Stopwatch time) {
        table.row(
                what,
                by,
                Report.format("%.3g ms", time.medianNanos() / 1e6),
                Report.format("%.3g ms", time.fastestNanos() / 1e6),
                Report.format("%,.0f", 1e9 / time.fastestNanos()));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Runnable inContextStep() {
        Regression regression = Regression.plain(5, 40, 0.1);
        var shape = InContextAttention.Shape.of(2, InContextAttention.Kind.SOFTMAX, regression);
        var training =
                new Training(
                        List.of(new InContextAttention(shape, random(1))),
                        regression,
                        IntStream.range(0, 8).mapToObj(AttentionBenchmark::random).toList());
        return () -> training.step(0.001);
    }

    /// The weights stay where they are after a step forth and one back, so that all steps are
    /// alike.
    private static Runnable step(Weights weights) {
        Prompts prompts = prompts(6, 8, 10);
        var layer =
                new AttentionLayer(
                        prompts, new LinearHead(Prompts.unit(10, random(5))), Loss.LOGISTIC);
        double[] length = {0.1};
        return () -> {
            weights.descend(layer.gradient(weights), length[0]);
            length[0] = -length[0];
        };
    }

    private static Prompts prompts(int count, int length, int dimension) {
        return Prompts.onSphere(
                new Prompts.Shape(count, length, dimension), Prompts.Attention.CROSS, random(4));
    }

    private static Margins margins(int count, int length, int dimension) {
        return Margins.of(prompts(count, length, dimension), new int[count]);
    }
}
