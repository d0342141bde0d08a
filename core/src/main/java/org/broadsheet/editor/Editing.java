package org.broadsheet.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.EditionFacts;
import org.broadsheet.edition.Overrule;
import org.broadsheet.edition.Pick;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.vote.Vote;

/// The job that edits: gives the open day its picks from its turn-over on, lets late papers in
/// until it closes, and makes up for days that passed while nobody edited. A day that was edited
/// and has closed is never edited again, and each day is edited in its turn, whatever the clock
/// does: when it jumps ahead, the days between are made up for (the latest [#MOST_DAYS] of them);
/// when it jumps back, nothing happens until it comes to the open day again.
///
/// Readers come first: of the edition's count the editor fills only what readers and sources left.
public final class Editing implements BackgroundWork.Task {
    public static final String JOB = "editing";

    /// Papers of an edition, readers' submissions included.
    public static final int COUNT = 20;

    /// Longer absences are not made up for in full: old papers are no news.
    static final int MOST_DAYS = 7;

    /// The newest papers of the wire that are looked at.
    static final int WIRE = 2_000;

    /// The papers of earlier editions that are learned from.
    static final int MOST_LIKED = 2_000;

    private static final int AT_ONCE = 500;
    private static final int WIRE_DAYS = 14;
    private static final int LIKED_DAYS = 120;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    private final Parts parts;
    private final Editor editor;
    private final EditionClock editionClock;
    private final Clock clock;
    private final Runnable edited;

    /// What is worked with.
    ///
    /// @param vectors those of these papers that there are; none where vectors are switched off
    /// @param policy as of now
    public record Parts(EditionFacts facts, Vectors vectors, Supplier<Policy> policy) {}

    /// Looks vectors up.
    public interface Vectors {
        Map<PaperId, float[]> of(Collection<PaperId> papers);
    }

    /// How this house is edited.
    ///
    /// @param count papers of an edition, 0 for a house without an editor
    public record Policy(Interests interests, int count) {
        public static final Policy STANDARD = new Policy(Interests.NONE, COUNT);

        public Policy {
            if (count < 0 || count > 200) {
                throw new IllegalArgumentException(
                        "an edition's count must be 0 to 200, got " + count);
            }
        }
    }

    /// @param edited called when an edition became different, on the worker's thread
    public Editing(
            Parts parts, Editor editor, EditionClock editionClock, Clock clock, Runnable edited) {
        this.parts = parts;
        this.editor = editor;
        this.editionClock = editionClock;
        this.clock = clock;
        this.edited = edited;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public String subject() {
        return "editions";
    }

    @Override
    public synchronized BackgroundWork.Part next() {
        List<LocalDate> days = due(clock.instant());
        if (!days.isEmpty() && edit(days.getFirst())) {
            edited.run();
        }
        return new BackgroundWork.Part(
                new Job.Progress(1, Math.max(1, days.size())), days.size() <= 1);
    }

    /// Edits all that is due, on the caller's thread.
    public void now() {
        boolean isLast = false;
        while (!isLast) {
            isLast = next().isLast();
        }
    }

    /// Until the day turns over, or a little while.
    @Override
    public Duration pause() {
        Instant now = clock.instant();
        Duration left = Duration.between(now, editionClock.close(editionClock.day(now)));
        Duration wait = left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
        return wait.isPositive() ? wait.plusMillis(1) : LOOK_EVERY;
    }

    /// The days to be edited at that moment, earliest first; the last of them is open.
    List<LocalDate> due(Instant now) {
        LocalDate open = editionClock.day(now);
        Optional<LocalDate> latest = parts.facts().picks().latestDay();
        if (latest.isPresent() && latest.get().isAfter(open)) {
            return List.of();
        }
        LocalDate first =
                latest.filter(day -> day.isBefore(open)).map(day -> day.plusDays(1)).orElse(open);
        LocalDate earliest = open.minusDays(MOST_DAYS - 1L);
        return (first.isBefore(earliest) ? earliest : first).datesUntil(open.plusDays(1)).toList();
    }

    /// @return whether the edition became different
    private boolean edit(LocalDate day) {
        Policy policy = parts.policy().get();
        List<Pick> picks = policy.count() == 0 ? curated(day, decisions(day)) : picks(day, policy);
        return parts.facts().picks().publish(day, picks, clock.instant());
    }

    private List<Pick> picks(LocalDate day, Policy policy) {
        List<Overrule> decisions = decisions(day);
        Map<PaperId, Pick> picks = new LinkedHashMap<>();
        curated(day, decisions).forEach(pick -> picks.put(pick.paper(), pick));
        List<Submission> before =
                parts.facts().editions().between(day.minusDays(LIKED_DAYS), day.minusDays(1));
        List<Submission> made = parts.facts().editions().between(day, day);
        Set<PaperId> others = new HashSet<>();
        Set<PaperId> standing = new LinkedHashSet<>();
        for (Submission one : made) {
            boolean isOurs = one.origin().equals(Pick.By.EDITOR.origin());
            boolean isCurated = one.origin().equals(Pick.By.CURATOR.origin());
            if (isOurs) {
                standing.add(one.paper());
            } else if (!isCurated) {
                others.add(one.paper());
            }
        }
        Set<PaperId> out = out(decisions);
        stay(day, standing, out).forEach(pick -> picks.putIfAbsent(pick.paper(), pick));
        int left = policy.count() - others.size() - picks.size();
        if (left > 0) {
            Set<PaperId> taken = new HashSet<>(others);
            before.forEach(one -> taken.add(one.paper()));
            taken.addAll(picks.keySet());
            taken.addAll(out);
            List<Paper> wire = wire(day, taken);
            editor.pick(question(day, wire, before, policy, standing), left)
                    .forEach(pick -> picks.put(pick.paper(), pick));
        }
        return List.copyOf(picks.values());
    }

    private List<Overrule> decisions(LocalDate day) {
        return parts.facts().picks().overrules(day.minusDays(LIKED_DAYS), day);
    }

    private static List<Pick> curated(LocalDate day, List<Overrule> decisions) {
        return decisions.stream()
                .filter(one -> one.kind() == Overrule.Kind.IN && one.day().equals(day))
                .map(one -> new Pick(one.paper(), Pick.By.CURATOR, "Put in by " + one.by() + "."))
                .toList();
    }

    private static Set<PaperId> out(List<Overrule> decisions) {
        return decisions.stream()
                .filter(one -> one.kind() == Overrule.Kind.OUT)
                .map(Overrule::paper)
                .collect(Collectors.toSet());
    }

    /// Picks that readers voted for stay, whatever comes.
    private List<Pick> stay(LocalDate day, Set<PaperId> standing, Set<PaperId> out) {
        Instant now = clock.instant();
        Set<PaperId> voted =
                parts.facts().votes().of(standing).stream()
                        .filter(vote -> vote.countedAt(now))
                        .map(Vote::paper)
                        .collect(Collectors.toSet());
        return parts.facts().picks().between(day, day).stream()
                .map(dated -> dated.pick())
                .filter(pick -> pick.by() == Pick.By.EDITOR)
                .filter(pick -> voted.contains(pick.paper()) && !out.contains(pick.paper()))
                .toList();
    }

    /// The newest papers that could be news on that day and were in no edition yet.
    private List<Paper> wire(LocalDate day, Set<PaperId> taken) {
        LocalDate earliest = day.minusDays(WIRE_DAYS);
        List<Paper> wire = new ArrayList<>();
        WirePlace place = WirePlace.TOP.from(day);
        while (true) {
            List<Paper> part = parts.facts().papers().wire(place, AT_ONCE);
            for (Paper paper : part) {
                LocalDate published = paper.published();
                boolean isOld = published == null || published.isBefore(earliest);
                if (isOld || wire.size() == WIRE) {
                    return wire;
                }
                if (!taken.contains(paper.id())) {
                    wire.add(paper);
                }
            }
            if (part.size() < AT_ONCE) {
                return wire;
            }
            place = place.after(part.getLast());
        }
    }

    private Editor.Question question(
            LocalDate day,
            List<Paper> wire,
            List<Submission> before,
            Policy policy,
            Set<PaperId> standing) {
        List<Editor.LikedPaper> liked = liked(before);
        Set<PaperId> ids = new HashSet<>();
        wire.forEach(paper -> ids.add(paper.id()));
        liked.forEach(one -> ids.add(one.paper().id()));
        return new Editor.Question(
                day, wire, liked, parts.vectors().of(ids), policy.interests(), standing);
    }

    /// The papers of earlier days whose votes tell one from another, the latest days first.
    private List<Editor.LikedPaper> liked(List<Submission> before) {
        Map<LocalDate, List<PaperId>> byDay = new LinkedHashMap<>();
        for (Submission one : before.reversed()) {
            byDay.computeIfAbsent(one.day(), _ -> new ArrayList<>()).add(one.paper());
        }
        Map<PaperId, Long> votes = votes(before.stream().map(Submission::paper).toList());
        Map<PaperId, Double> gains = new LinkedHashMap<>();
        for (List<PaperId> papers : byDay.values()) {
            if (gains.size() < MOST_LIKED) {
                Map<PaperId, Long> ofDay = new LinkedHashMap<>();
                papers.forEach(paper -> ofDay.put(paper, votes.getOrDefault(paper, 0L)));
                Gains.ofDay(ofDay).forEach(gains::putIfAbsent);
            }
        }
        Map<PaperId, Paper> known = parts.facts().papers().get(gains.keySet());
        List<Editor.LikedPaper> liked = new ArrayList<>();
        gains.forEach((id, gain) ->
                Optional.ofNullable(known.get(id))
                        .ifPresent(paper -> liked.add(new Editor.LikedPaper(paper, gain))));
        return liked;
    }

    private Map<PaperId, Long> votes(Collection<PaperId> papers) {
        Instant now = clock.instant();
        Map<PaperId, Long> votes = new HashMap<>();
        parts.facts().votes().of(papers).stream()
                .filter(vote -> vote.countedAt(now))
                .forEach(vote -> votes.merge(vote.paper(), 1L, Long::sum));
        parts.facts().tallies().of(papers, now).stream()
                .filter(tally -> tally.kind() == Tally.Kind.VOTES)
                .forEach(tally -> votes.merge(tally.paper(), tally.count(), Long::sum));
        return votes;
    }
}
