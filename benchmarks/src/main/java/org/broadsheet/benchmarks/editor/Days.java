package org.broadsheet.benchmarks.editor;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.editor.Editor;
import org.broadsheet.editor.Gains;
import org.broadsheet.editor.Interests;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;

/// The real days as the editor would have met them: on each it knows the votes of the days before
/// and none of its own.
final class Days {
    /// The editor's weights were chosen on the days before.
    static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    /// On a day of fewer papers there is little to order.
    static final int LEAST_PAPERS = 5;

    private static final int SHUFFLES = 200;

    private final List<RealDay> days;
    private final Map<PaperId, float[]> vectors;

    /// @param vectors may be empty: then papers are known by their words alone
    Days(List<RealDay> days, Map<PaperId, float[]> vectors) {
        this.days = days;
        this.vectors = vectors;
    }

    List<RealDay> later() {
        return days.stream()
                .filter(day -> !day.day().isBefore(LATER))
                .filter(day -> day.entries().size() >= LEAST_PAPERS)
                .toList();
    }

    Ranked edited(RealDay day, Editor editor) {
        List<PaperId> order = editor.order(question(day));
        Map<PaperId, Long> votes = votes(day);
        return Ranked.of(order.stream().map(id -> votes.getOrDefault(id, 0L)).toList());
    }

    /// The latest to come in first.
    static Ranked byRecency(RealDay day) {
        return sorted(day, Comparator.comparing(Days::came).reversed());
    }

    /// The first to come in first: what gathers votes longest.
    static Ranked byAge(RealDay day) {
        return sorted(day, Comparator.comparing(Days::came));
    }

    private static String came(RealDay.Entry entry) {
        return entry.came() + " " + entry.id();
    }

    private static Ranked sorted(RealDay day, Comparator<RealDay.Entry> order) {
        return Ranked.of(day.entries().stream().sorted(order).map(RealDay.Entry::votes).toList());
    }

    /// The mean over many shuffles, seed fixed.
    static Ranked atRandom(RealDay day) {
        Random random = new Random(day.day().toEpochDay());
        List<Ranked> all = new ArrayList<>();
        List<Long> votes =
                new ArrayList<>(day.entries().stream().map(RealDay.Entry::votes).toList());
        for (int i = 0; i < SHUFFLES; i++) {
            Collections.shuffle(votes, random);
            all.add(Ranked.of(votes));
        }
        return new Ranked(
                mean(all, Ranked::ndcg), mean(all, Ranked::spearman), mean(all, Ranked::kendall));
    }

    private static double mean(List<Ranked> all, Function<Ranked, Double> part) {
        return all.stream().mapToDouble(part::apply).average().orElseThrow();
    }

    Editor.Question question(RealDay day) {
        List<Editor.LikedPaper> liked = new ArrayList<>();
        for (RealDay earlier : days) {
            if (earlier.day().isBefore(day.day())) {
                Map<PaperId, Double> gains = Gains.ofDay(votes(earlier));
                for (RealDay.Entry entry : earlier.entries()) {
                    Double gain = gains.get(PaperId.of(entry.id()));
                    if (gain != null) {
                        liked.add(new Editor.LikedPaper(paper(entry), gain));
                    }
                }
            }
        }
        return new Editor.Question(
                day.day(),
                day.entries().stream().map(Days::paper).toList(),
                liked,
                vectors,
                Interests.NONE,
                Set.of());
    }

    private static Map<PaperId, Long> votes(RealDay day) {
        Map<PaperId, Long> votes = new LinkedHashMap<>();
        day.entries().forEach(entry -> votes.put(PaperId.of(entry.id()), entry.votes()));
        return votes;
    }

    private static final Map<String, Paper> PAPERS = new HashMap<>();

    static Paper paper(RealDay.Entry entry) {
        return PAPERS.computeIfAbsent(entry.id(), _ -> made(entry));
    }

    private static Paper made(RealDay.Entry entry) {
        PaperBuilder paper =
                Paper.of(
                                PaperId.of(entry.id()),
                                entry.title(),
                                new Origin(SourceName.ARXIV_OAI, LocalDate.EPOCH))
                        .abstractText(entry.text())
                        .authors(entry.authors());
        if (entry.text().contains("github.com/")) {
            paper.link(new Link(Link.Kind.CODE, "https://github.com/a/b"));
        }
        if (entry.published() != null) {
            paper.published(LocalDate.ofInstant(entry.published(), ZoneOffset.UTC));
        }
        return paper.build();
    }
}
