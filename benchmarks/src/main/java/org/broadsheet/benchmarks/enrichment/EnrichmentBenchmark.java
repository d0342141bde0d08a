package org.broadsheet.benchmarks.enrichment;

import static org.broadsheet.benchmarks.enrichment.Judgement.lead;
import static org.broadsheet.benchmarks.enrichment.Judgement.mean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.enrichment.Enricher;
import org.broadsheet.enrichment.Keywords;
import org.broadsheet.enrichment.Lexicon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Keywords beside tf-idf and the extract beside the first sentence, against what the hosted page's
/// model wrote on later days; and how many papers a second are enriched.
@Command(
        name = "enrichment",
        description = "Keywords and extracts against those of the real days.",
        mixinStandardHelpOptions = true)
public final class EnrichmentBenchmark implements Callable<Integer> {
    private static final int TIMED = 5_000;

    @Mixin private Checkout checkout = new Checkout();

    @Option(
            names = "--learn",
            paramLabel = "DIR",
            description =
                    "Learn from the earlier days instead: writes the two tables of words there and"
                            + " prints the weights.")
    private @org.jspecify.annotations.Nullable Path learn;

    @Override
    public Integer call() throws IOException {
        List<RealDay> days = RealDay.all(checkout.data("daily"));
        List<RealRecord> records = RealRecord.all(checkout.records());
        if (learn != null) {
            learn(Judgement.earlier(days), records, learn);
        } else {
            judge(days, records);
        }
        return 0;
    }

    private static void judge(List<RealDay> days, List<RealRecord> records) {
        Report report = new Report("benchmarks/run enrichment");
        List<RealDay.Entry> papers = Judgement.later(days);
        Judgement judgement = new Judgement(papers);
        Table keywords =
                new Table("keywords", "count", "precision", "recall", "F1", "F1 of ours more by");
        SequencedMap<String, TfIdf> baselines = new LinkedHashMap<>();
        for (int longest = TfIdf.LONGEST; longest > 0; longest--) {
            report.progress("tf-idf of up to %d words", longest);
            String words = longest == 1 ? "single words" : "up to %d words".formatted(longest);
            baselines.put("tf-idf, " + words, judgement.tfIdf(records, longest));
            baselines.put(
                    "tf-idf, " + words + ", rarity on the earlier days",
                    judgement.tfIdf(Judgement.texts(Judgement.earlier(days)), longest));
        }
        for (int count : new int[] {5, Keywords.COUNT, 10}) {
            report.progress("%d keywords", count);
            List<KeywordScore> ours = judgement.ours(count);
            row(keywords, "ours", count, ours, "");
            baselines.forEach((name, baseline) -> {
                List<KeywordScore> theirs = judgement.of(baseline, count);
                row(keywords, name, count, theirs, lead(ours, theirs, KeywordScore::f1).toString());
            });
        }
        report.result(
                keywords,
                "%d papers of the days from %s on; 95 %% bootstrap intervals over papers."
                        .formatted(papers.size(), Judgement.LATER));
        report.result(sentences(judgement));
        report.result(speed(records));
    }

    private static void row(
            Table table, String name, int count, List<KeywordScore> scores, String lead) {
        table.row(
                name,
                count,
                mean(scores, KeywordScore::precision),
                mean(scores, KeywordScore::recall),
                mean(scores, KeywordScore::f1),
                lead);
    }

    private static Table sentences(Judgement judgement) {
        Table table = new Table("sentence", "ROUGE-1", "ROUGE-2", "ROUGE-L");
        List<Rouge> ours = judgement.extracts();
        List<Rouge> first = judgement.firstSentences();
        row(table, "ours", ours);
        row(table, "first sentence", first);
        row(table, "the title, for comparison", judgement.titles());
        row(table, "best sentence there is", judgement.bestSentences());
        table.row(
                "ours more than the first by",
                lead(ours, first, Rouge::one),
                lead(ours, first, Rouge::two),
                lead(ours, first, Rouge::l));
        return table;
    }

    private static void row(Table table, String name, List<Rouge> scores) {
        table.row(name, mean(scores, Rouge::one), mean(scores, Rouge::two), mean(scores, Rouge::l));
    }

    private static Table speed(List<RealRecord> records) {
        Enricher enricher = new Enricher();
        enrich(enricher, records.subList(0, TIMED));
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        enrich(enricher, records.subList(TIMED, 2 * TIMED));
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        return new Table("enriching, processor time of one thread", "papers/s", "60,000 papers")
                .row(
                        "%,d real abstracts".formatted(TIMED),
                        Report.format("%,.0f", TIMED / seconds),
                        Report.format("%.1f min", 60_000 / 60.0 * seconds / TIMED));
    }

    private static void enrich(Enricher enricher, List<RealRecord> records) {
        records.forEach(record -> enricher.of(record.title(), record.summary()));
    }

    private static void learn(List<RealDay.Entry> papers, List<RealRecord> records, Path folder)
            throws IOException {
        Learning learning = new Learning(papers);
        Map<String, Integer> commonness = Learning.commonness(records);
        Map<String, Lexicon.Habit> habits = learning.habits();
        Files.createDirectories(folder);
        Files.write(folder.resolve("common-words.txt"), lines(records.size(), commonness));
        Files.write(
                folder.resolve("keyword-words.txt"),
                habits.entrySet().stream().map(one -> line(one.getKey(), one.getValue())).toList());
        Lexicon lexicon = new Lexicon(records.size(), commonness, habits);
        double[] phrases = learning.keywordWeights(lexicon);
        print("OF_PHRASES", phrases);
        print("OF_SENTENCES", learning.sentenceWeights(lexicon, new Keywords(lexicon, phrases)));
    }

    /// The number of records, then for each count the stems that have about it: counts are kept to
    /// two digits, which no score feels.
    private static List<String> lines(int records, Map<String, Integer> commonness) {
        Map<Integer, java.util.TreeSet<String>> stems = new TreeMap<>();
        commonness.forEach((stem, count) ->
                stems.computeIfAbsent(twoDigits(count), _ -> new java.util.TreeSet<>()).add(stem));
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(records));
        stems.forEach((count, all) -> lines.add(count + " " + String.join(" ", all)));
        return lines;
    }

    private static int twoDigits(int count) {
        int unit = (int) Math.pow(10, Math.max(0, String.valueOf(count).length() - 2));
        return count / unit * unit;
    }

    private static String line(String stem, Lexicon.Habit habit) {
        return String.format(
                Locale.ROOT,
                "%s %d %d %d %d %d",
                stem,
                tenths(habit.inside()),
                tenths(habit.first()),
                tenths(habit.last()),
                tenths(habit.before()),
                tenths(habit.after()));
    }

    private static long tenths(double value) {
        return Math.round(10 * value);
    }

    private static void print(String name, double[] weights) {
        System.out.println(
                Arrays.stream(weights)
                        .mapToObj(weight -> Report.format("%.3f", weight))
                        .collect(Collectors.joining(", ", name + " = {", "}")));
    }
}
