package org.broadsheet.benchmarks.enrichment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.broadsheet.benchmarks.Bootstrap;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.enrichment.Enricher;

/// What keywords and extracts of later days are worth beside their baselines. The weights were
/// learned from the days before [#LATER].
final class Judgement {
    static final LocalDate LATER = LocalDate.of(2026, 7, 1);

    private final List<RealDay.Entry> papers;
    private final Enricher enricher = new Enricher();

    /// @param papers the papers to judge by, each with keywords and a sentence
    Judgement(List<RealDay.Entry> papers) {
        this.papers = papers;
    }

    static List<RealDay.Entry> earlier(List<RealDay> days) {
        return judged(days.stream().filter(day -> day.day().isBefore(LATER)).toList());
    }

    static List<RealDay.Entry> later(List<RealDay> days) {
        return judged(days.stream().filter(day -> !day.day().isBefore(LATER)).toList());
    }

    private static List<RealDay.Entry> judged(List<RealDay> days) {
        return days.stream()
                .flatMap(day -> day.entries().stream())
                .filter(entry -> !entry.keywords().isEmpty())
                .filter(entry -> !entry.summary().isEmpty() && !entry.text().isBlank())
                .toList();
    }

    List<KeywordScore> ours(int count) {
        return keywords(entry -> enricher.keywords(entry.title(), entry.text(), count));
    }

    /// The papers' texts as a background for what is rare.
    static List<RealRecord> texts(List<RealDay.Entry> papers) {
        return papers.stream()
                .map(entry -> new RealRecord(entry.title(), "", entry.text()))
                .toList();
    }

    /// The baseline over phrases of up to so many words; made once for all counts, since it looks
    /// through all of the background.
    TfIdf tfIdf(List<RealRecord> background, int longest) {
        Set<String> asked = new HashSet<>();
        papers.forEach(entry -> asked.addAll(TfIdf.phrases(whole(entry), longest)));
        return new TfIdf(background, asked, longest);
    }

    List<KeywordScore> of(TfIdf tfIdf, int count) {
        return keywords(entry -> tfIdf.of(whole(entry), count));
    }

    private List<KeywordScore> keywords(Function<RealDay.Entry, List<String>> picking) {
        return papers.stream()
                .map(entry -> KeywordScore.of(picking.apply(entry), entry.keywords()))
                .toList();
    }

    private static String whole(RealDay.Entry entry) {
        return entry.title() + ". " + entry.text();
    }

    List<Rouge> extracts() {
        return rouge(entry -> enricher.of(entry.title(), entry.text()).extract().orElse(""));
    }

    List<Rouge> firstSentences() {
        return rouge(entry -> enricher.sentences(entry.title(), entry.text()).getFirst());
    }

    List<Rouge> titles() {
        return rouge(RealDay.Entry::title);
    }

    /// The sentence that a judge would have picked who knows the page's.
    List<Rouge> bestSentences() {
        return papers.stream()
                .map(entry ->
                        enricher.sentences(entry.title(), entry.text()).stream()
                                .map(sentence -> Rouge.of(sentence, entry.summary()))
                                .max(java.util.Comparator.comparingDouble(Rouge::mean))
                                .orElseThrow())
                .toList();
    }

    private List<Rouge> rouge(Function<RealDay.Entry, String> sentence) {
        return papers.stream()
                .map(entry -> Rouge.of(sentence.apply(entry), entry.summary()))
                .toList();
    }

    static <T> Bootstrap mean(List<T> scores, ToDoubleFunction<T> part) {
        return Bootstrap.of(scores.stream().mapToDouble(part).toArray());
    }

    static <T> Bootstrap lead(List<T> ours, List<T> theirs, ToDoubleFunction<T> part) {
        return Bootstrap.ofDifference(
                ours.stream().mapToDouble(part).toArray(),
                theirs.stream().mapToDouble(part).toArray());
    }
}
