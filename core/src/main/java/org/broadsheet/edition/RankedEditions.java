package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.vote.VoteStore;

/// Editions whose orders are worked out from the rows each time. `docs/ranking.md` publishes the
/// rules.
public final class RankedEditions implements Editions {
    /// So many of the latest days with papers are looked at for trending; older papers only when
    /// somebody voted since the first of those days.
    private static final int TRENDING_DAYS = 30;

    private static final Comparator<Candidate> BY_VOTES =
            Comparator.comparingLong((Candidate paper) -> paper.standing().votes())
                    .thenComparingLong(paper -> paper.standing().comments())
                    .reversed()
                    .thenComparing(paper -> paper.standing().submittedAt())
                    .thenComparing(paper -> paper.submission().paper());

    private static final Comparator<Candidate> BY_HEAT =
            Comparator.comparing(Candidate::heat)
                    .thenComparingLong(paper -> paper.standing().comments())
                    .thenComparing(paper -> paper.standing().submittedAt())
                    .reversed()
                    .thenComparing(paper -> paper.submission().paper());

    private final PaperStore papers;
    private final EditionStore editions;
    private final Standings standings;
    private final PickStore picks;
    private final VoteStore votes;
    private final EditionClock clock;

    public RankedEditions(EditionFacts facts, EditionClock clock) {
        this.papers = facts.papers();
        this.editions = facts.editions();
        this.picks = facts.picks();
        this.votes = facts.votes();
        this.clock = clock;
        this.standings = new Standings(facts, clock);
    }

    @Override
    public Edition of(Period period, Instant asOf) {
        Function<LocalDate, Period> same = day -> around(period, day);
        return new Edition(
                period,
                places(period, asOf),
                editions.before(period.first()).map(same),
                editions.after(period.last())
                        .filter(day -> !day.isAfter(clock.day(asOf)))
                        .map(same));
    }

    @Override
    public LocalDate latestDay(Instant now) {
        LocalDate open = clock.day(now);
        return editions.before(open.plusDays(1)).orElse(open);
    }

    @Override
    public List<Place> trending(Instant asOf, int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("limit must be 1 to 1000, got " + limit);
        }
        List<Candidate> order = new ArrayList<>(standings.of(recent(asOf), asOf));
        order.sort(BY_HEAT);
        double now = clock.workingSeconds(asOf);
        return numbered(
                order.subList(0, Math.min(limit, order.size())),
                candidate -> candidate.heat().at(now),
                RankReason::trending);
    }

    private List<Place> places(Period period, Instant asOf) {
        List<Submission> made =
                editions.between(period.first(), period.last()).stream()
                        .filter(submission -> !submission.at().isAfter(asOf))
                        .toList();
        List<Candidate> order = new ArrayList<>(standings.of(earliest(made), asOf));
        order.sort(BY_VOTES);
        return numbered(order, candidate -> candidate.standing().votes(), RankReason::votes);
    }

    private List<Place> numbered(
            List<Candidate> order, Function<Candidate, Number> score, RankReason.Wording wording) {
        Map<PaperId, Paper> known =
                papers.get(
                        order.stream().map(candidate -> candidate.submission().paper()).toList());
        List<Place> places = new ArrayList<>(order.size());
        Map<Submission, String> picked = picked(order);
        for (Candidate candidate : order) {
            Paper paper = known.get(candidate.submission().paper());
            if (paper != null) {
                double points = score.apply(candidate).doubleValue();
                String why = picked.getOrDefault(candidate.submission(), "");
                String rank = wording.of(places.size() + 1, candidate, points);
                String reason = why.isEmpty() ? rank : why + " " + rank;
                places.add(
                        new Place(
                                places.size() + 1,
                                paper,
                                candidate.submission(),
                                candidate.standing(),
                                points,
                                reason));
            }
        }
        return List.copyOf(places);
    }

    /// Why those were picked that no reader submitted.
    private Map<Submission, String> picked(List<Candidate> order) {
        Map<LocalDate, Map<PaperId, Submission>> made = new TreeMap<>();
        for (Candidate candidate : order) {
            Submission one = candidate.submission();
            if (one.origin().equals(Pick.By.EDITOR.origin())
                    || one.origin().equals(Pick.By.CURATOR.origin())) {
                made.computeIfAbsent(one.day(), _ -> new HashMap<>()).put(one.paper(), one);
            }
        }
        Map<Submission, String> reasons = new HashMap<>();
        made.forEach((day, submissions) ->
                picks.between(day, day)
                        .forEach(dated -> {
                            Submission one = submissions.get(dated.pick().paper());
                            if (one != null) {
                                reasons.put(one, dated.pick().reason());
                            }
                        }));
        return reasons;
    }

    private Collection<Submission> recent(Instant asOf) {
        LocalDate last = latestDay(asOf);
        LocalDate first = last;
        for (int i = 1; i < TRENDING_DAYS; i++) {
            Optional<LocalDate> earlier = editions.before(first);
            if (earlier.isEmpty()) {
                break;
            }
            first = earlier.get();
        }
        List<Submission> made = new ArrayList<>(editions.between(first, last));
        Set<PaperId> voted = new TreeSet<>(votes.votedSince(clock.close(first.minusDays(1))));
        made.forEach(submission -> voted.remove(submission.paper()));
        voted.forEach(paper -> made.addAll(editions.of(paper)));
        made.removeIf(submission -> submission.at().isAfter(asOf));
        return earliest(made);
    }

    private static Collection<Submission> earliest(List<Submission> made) {
        Map<PaperId, Submission> first = new LinkedHashMap<>();
        made.stream()
                .sorted(Comparator.comparing(Submission::at).thenComparing(Submission::day))
                .forEach(submission -> first.putIfAbsent(submission.paper(), submission));
        return first.values();
    }

    private static Period around(Period like, LocalDate day) {
        return switch (like) {
            case Period.Day _ -> new Period.Day(day);
            case Period.Week _ -> new Period.Week(day);
            case Period.Month _ -> new Period.Month(java.time.YearMonth.from(day));
        };
    }
}
