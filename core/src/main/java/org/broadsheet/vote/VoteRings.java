package org.broadsheet.vote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;

/// This is the rule that names readers whose votes coincide far more than chance: a hint for
/// somebody to look, never a verdict. `docs/moderation.md` says it in words.
///
/// Two readers are a pair if they share at least [#LEAST_SHARED] papers, those are at least half of
/// all that either voted for (Jaccard), most shared votes were cast within [#NEAR] of each other,
/// and so much overlap is unlikely: were each paper drawn by how many *others* voted for it, the
/// shared number would have the mean m and, by Chernoff's bound, be reached with a probability of
/// at most exp(s - m) (m/s)^s, which times the number of pairs must be below [#MOST_LIKELY]. Pairs
/// that touch are one ring.
public final class VoteRings {
    public static final int LEAST_SHARED = 5;
    public static final double LEAST_JACCARD = 0.5;
    public static final Duration NEAR = Duration.ofHours(1);
    public static final double LEAST_NEAR = 0.5;
    public static final double MOST_LIKELY = 1e-3;

    /// Papers with more voters bring no pair to attention: many coincide there.
    public static final int MOST_VOTERS = 200;

    private VoteRings() {}

    /// Two readers and how their votes coincide.
    ///
    /// @param shared papers that both voted for
    /// @param all papers that either voted for
    /// @param near shared papers that both voted for at nearly the same time
    /// @param chance a bound on how likely so many shared papers are, for any pair of the house
    public record Pair(
            ReaderId one, ReaderId other, int shared, int all, int near, double chance) {}

    /// Readers who are joined by pairs.
    ///
    /// @param readers by id
    /// @param pairs the least likely first
    public record Ring(List<ReaderId> readers, List<Pair> pairs) {
        public Ring {
            readers = List.copyOf(readers);
            pairs = List.copyOf(pairs);
        }
    }

    /// @param votes all of the time looked at; those withdrawn are passed over
    /// @return the largest first
    public static List<Ring> in(Collection<Vote> votes) {
        Map<ReaderId, Map<PaperId, Vote>> byReader =
                new TreeMap<>(Comparator.comparing(ReaderId::value));
        Map<PaperId, List<ReaderId>> byPaper = new HashMap<>();
        for (Vote vote : votes) {
            if (vote.withdrawnAt() == null
                    && byReader.computeIfAbsent(vote.reader(), _ -> new HashMap<>())
                                    .putIfAbsent(vote.paper(), vote)
                            == null) {
                byPaper.computeIfAbsent(vote.paper(), _ -> new ArrayList<>()).add(vote.reader());
            }
        }
        return rings(pairs(byReader, byPaper));
    }

    private static List<Pair> pairs(
            Map<ReaderId, Map<PaperId, Vote>> byReader, Map<PaperId, List<ReaderId>> byPaper) {
        long all = byReader.values().stream().mapToLong(Map::size).sum();
        double pairs = byReader.size() * (byReader.size() - 1.0) / 2;
        List<Pair> found = new ArrayList<>();
        byReader.forEach((one, mine) -> {
            if (mine.size() < LEAST_SHARED) {
                return;
            }
            Map<ReaderId, Integer> met = new HashMap<>();
            for (PaperId paper : mine.keySet()) {
                List<ReaderId> voters = byPaper.getOrDefault(paper, List.of());
                if (voters.size() <= MOST_VOTERS) {
                    voters.forEach(voter -> met.merge(voter, 1, Integer::sum));
                }
            }
            met.forEach((other, times) -> {
                if (times >= LEAST_SHARED && one.value().compareTo(other.value()) < 0) {
                    Map<PaperId, Vote> theirs = byReader.getOrDefault(other, Map.of());
                    Pair pair = pair(mine, theirs, byPaper, all, pairs, one, other);
                    if (isSuspect(pair)) {
                        found.add(pair);
                    }
                }
            });
        });
        return found;
    }

    private static boolean isSuspect(Pair pair) {
        return pair.shared >= LEAST_SHARED
                && pair.shared >= LEAST_JACCARD * pair.all
                && pair.near >= LEAST_NEAR * pair.shared
                && pair.chance < MOST_LIKELY;
    }

    private static Pair pair(
            Map<PaperId, Vote> mine,
            Map<PaperId, Vote> theirs,
            Map<PaperId, List<ReaderId>> byPaper,
            long allVotes,
            double pairs,
            ReaderId one,
            ReaderId other) {
        Set<PaperId> shared = new HashSet<>(mine.keySet());
        shared.retainAll(theirs.keySet());
        int near = 0;
        for (PaperId paper : shared) {
            Vote first = mine.get(paper);
            Vote second = theirs.get(paper);
            if (first != null
                    && second != null
                    && Duration.between(first.castAt(), second.castAt()).abs().compareTo(NEAR)
                            <= 0) {
                near++;
            }
        }
        // Of the votes that are neither's, each draws a paper for the other reader.
        double rest = Math.max(1, allVotes - mine.size() - theirs.size());
        double mean = 0;
        for (PaperId paper : mine.keySet()) {
            int voters = byPaper.getOrDefault(paper, List.of()).size();
            int others = voters - 1 - (theirs.containsKey(paper) ? 1 : 0);
            // Half a voter where there is none: nothing is known to be impossible.
            mean += Math.min(1, theirs.size() * Math.max(0.5, others) / rest);
        }
        int all = mine.size() + theirs.size() - shared.size();
        return new Pair(
                one,
                other,
                shared.size(),
                all,
                near,
                Math.min(1, pairs * tail(shared.size(), mean)));
    }

    /// Chernoff's bound on a sum of independent draws with that mean reaching `count`.
    private static double tail(int count, double mean) {
        return count <= mean ? 1 : Math.exp(count - mean + count * Math.log(mean / count));
    }

    private static List<Ring> rings(List<Pair> pairs) {
        Map<ReaderId, Set<ReaderId>> ringOf = new HashMap<>();
        for (Pair pair : pairs) {
            Set<ReaderId> joined = new TreeSet<>(Comparator.comparing(ReaderId::value));
            joined.addAll(ringOf.getOrDefault(pair.one, Set.of(pair.one)));
            joined.addAll(ringOf.getOrDefault(pair.other, Set.of(pair.other)));
            joined.forEach(reader -> ringOf.put(reader, joined));
        }
        return new HashSet<>(ringOf.values())
                .stream()
                        .map(readers ->
                                new Ring(
                                        List.copyOf(readers),
                                        pairs.stream()
                                                .filter(pair -> readers.contains(pair.one))
                                                .sorted(Comparator.comparingDouble(Pair::chance))
                                                .toList()))
                        .sorted(
                                Comparator.comparingInt((Ring ring) -> -ring.readers.size())
                                        .thenComparing(ring -> ring.readers.getFirst().value()))
                        .toList();
    }
}
