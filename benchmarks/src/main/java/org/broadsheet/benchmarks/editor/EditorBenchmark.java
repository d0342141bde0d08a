package org.broadsheet.benchmarks.editor;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.broadsheet.benchmarks.Bootstrap;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.editor.Editing;
import org.broadsheet.editor.Editor;
import org.broadsheet.editor.Interests;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.enrichment.Once;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The editor's order of later days, learned from the votes of earlier days alone, beside recency
/// and chance; and how long picking from a wire of 2,000 papers takes.
@Command(
        name = "editor",
        description = "The editor's order against real votes, and its speed.",
        mixinStandardHelpOptions = true)
public final class EditorBenchmark implements Callable<Integer> {
    private static final int WIRE = 2_000;
    private static final int ROUNDS = 15;

    @Mixin private Checkout checkout = new Checkout();

    @Override
    public Integer call() {
        Report report = new Report("benchmarks/run editor");
        List<RealDay> days = RealDay.all(checkout.data("daily"));
        Map<PaperId, float[]> vectors = Vectors.of(days, checkout.kept("editor"), report);
        Editor editor = new Editor(new Once<>(Lexicon::shipped));
        Days byBoth = new Days(days, vectors);
        List<RealDay> later = byBoth.later();
        report.progress("%d later days", later.size());
        List<Ranked> both = later.stream().map(day -> byBoth.edited(day, editor)).toList();
        Days byWords = new Days(days, Map.of());
        List<Ranked> words = later.stream().map(day -> byWords.edited(day, editor)).toList();
        List<Ranked> recency = later.stream().map(Days::byRecency).toList();
        List<Ranked> age = later.stream().map(Days::byAge).toList();
        List<Ranked> chance = later.stream().map(Days::atRandom).toList();
        Table table = new Table("order", "nDCG@10", "Spearman", "Kendall");
        row(table, "the editor, words and meaning", both);
        row(table, "the editor, words alone", words);
        row(table, "newest first", recency);
        row(table, "oldest first", age);
        row(table, "at random", chance);
        lead(table, "words and meaning over newest first", both, recency);
        lead(table, "words and meaning over random", both, chance);
        lead(table, "words alone over newest first", words, recency);
        lead(table, "words alone over random", words, chance);
        lead(table, "words and meaning over words alone", both, words);
        report.result(
                table,
                ("%d days from %s on with %d papers or more, %d papers; 95 %% bootstrap intervals"
                                + " over days.")
                        .formatted(
                                later.size(),
                                Days.LATER,
                                Days.LEAST_PAPERS,
                                later.stream().mapToInt(day -> day.entries().size()).sum()));
        report.result(speed(editor, RealRecord.first(2 * WIRE, checkout.records()), vectors));
        return 0;
    }

    private static void row(Table table, String name, List<Ranked> ranked) {
        table.row(
                name,
                Bootstrap.of(values(ranked, Ranked::ndcg)),
                Bootstrap.of(values(ranked, Ranked::spearman)),
                Bootstrap.of(values(ranked, Ranked::kendall)));
    }

    private static void lead(Table table, String name, List<Ranked> ours, List<Ranked> theirs) {
        table.row(
                name,
                difference(ours, theirs, Ranked::ndcg),
                difference(ours, theirs, Ranked::spearman),
                difference(ours, theirs, Ranked::kendall));
    }

    private static Bootstrap difference(
            List<Ranked> ours, List<Ranked> theirs, ToDoubleFunction<Ranked> part) {
        return Bootstrap.ofDifference(values(ours, part), values(theirs, part));
    }

    private static double[] values(List<Ranked> ranked, ToDoubleFunction<Ranked> part) {
        return ranked.stream().mapToDouble(part).toArray();
    }

    /// Real texts, half as wire, half as papers that were voted for; vectors are those of real
    /// papers, dealt out anew, which takes as long.
    private static Table speed(
            Editor editor, List<RealRecord> records, Map<PaperId, float[]> real) {
        LocalDate day = LocalDate.of(2026, 6, 1);
        List<float[]> dealt = List.copyOf(real.values());
        List<Paper> wire = new ArrayList<>();
        List<Editor.LikedPaper> liked = new ArrayList<>();
        Map<PaperId, float[]> vectors = new HashMap<>();
        Random random = new Random(7);
        for (int n = 0; n < 2 * WIRE; n++) {
            PaperId id = PaperId.of("2606.%05d".formatted(n));
            Paper paper =
                    Paper.of(id, records.get(n).title(), new Origin(SourceName.ARXIV_OAI, day))
                            .abstractText(records.get(n).summary())
                            .published(day.minusDays(n % 14))
                            .build();
            vectors.put(id, dealt.get(n % dealt.size()));
            if (n < WIRE) {
                wire.add(paper);
            } else {
                liked.add(new Editor.LikedPaper(paper, random.nextGaussian()));
            }
        }
        Interests interests = new Interests(List.of("cs.CL"), List.of("neural network"));
        Editor.Question question =
                new Editor.Question(day, wire, liked, vectors, interests, Set.of());
        var threads = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            editor.pick(question, Editing.COUNT);
            seconds[round] = (System.nanoTime() - start) / 1e9;
            processor[round] = (threads.getCurrentThreadCpuTime() - busy) / 1e9;
        }
        Samples samples = Samples.of(seconds);
        return new Table(
                        "picking %d of %,d".formatted(Editing.COUNT, WIRE),
                        "first",
                        "median",
                        "most",
                        "processor, median")
                .row(
                        "%,d voted papers to learn from".formatted(WIRE),
                        Report.format("%.2f s", seconds[0]),
                        Report.format("%.2f s", samples.median()),
                        Report.format("%.2f s", samples.most()),
                        Report.format("%.2f s", Samples.of(processor).median()));
    }
}
