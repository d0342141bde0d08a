package org.broadsheet.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoteRingsTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final int DAYS = 30;
    private static final int A_DAY = 20;

    private static PaperId paper(int day, int place) {
        return PaperId.of("2511.%05d".formatted(day * A_DAY + place));
    }

    private static Vote vote(String reader, PaperId paper, int day, double minute) {
        return new Vote(new ReaderId(reader), paper, at(day, minute), null);
    }

    private static Instant at(int day, double minute) {
        return NOW.plusSeconds(day * 86_400L + Math.round(minute * 60));
    }

    /// Readers with tastes of their own: they come once a day, most of them in the hour after the
    /// edition opens, and like what is popular and what is of their field.
    private static List<Vote> honest(int readers, Random random) {
        List<Vote> votes = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            int field = random.nextInt(4);
            for (int day = 0; day < DAYS; day++) {
                if (random.nextDouble() < 0.3) {
                    continue;
                }
                double comes =
                        random.nextDouble() < 0.7
                                ? random.nextDouble() * 60
                                : random.nextDouble() * 900;
                for (int place = 0; place < A_DAY; place++) {
                    double liked = 0.35 / (1 + place) + (place % 4 == field ? 0.1 : 0.01);
                    if (random.nextDouble() < liked) {
                        votes.add(vote("honest" + reader, paper(day, place), day, comes));
                    }
                }
            }
        }
        return votes;
    }

    /// Accounts of one hand: they push one paper most days, within minutes, and a few of their own.
    private static List<Vote> ring(int members, Random random) {
        List<Vote> votes = new ArrayList<>();
        for (int day = 0; day < DAYS; day += 2) {
            PaperId pushed = paper(day, 7 + random.nextInt(A_DAY - 7));
            for (int member = 0; member < members; member++) {
                votes.add(vote("ring" + member, pushed, day, 200 + random.nextDouble() * 20));
                if (random.nextDouble() < 0.2) {
                    votes.add(vote("ring" + member, paper(day, random.nextInt(A_DAY)), day, 300));
                }
            }
        }
        return votes;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void aMadeRingIsFoundAmongHonestReadersAndNoneOfThemIsNamed(int members) {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<Vote> votes = honest(200, random);
            votes.addAll(ring(members, random));
            List<VoteRings.Ring> found = VoteRings.in(votes);
            assertThat(found).as("seed %d", seed).hasSize(1);
            assertThat(found.getFirst().readers())
                    .hasSize(members)
                    .allMatch(reader -> reader.value().startsWith("ring"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300})
    void amongHonestReadersAloneNobodyIsNamed(int readers) {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(VoteRings.in(honest(readers, new Random(seed))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void whoVotesForTheSameAtOtherTimesIsNotNamed() {
        Random random = new Random(1);
        List<Vote> votes = honest(100, random);
        Set<PaperId> seen = new HashSet<>();
        for (int day = 0; day < DAYS; day += 2) {
            PaperId paper = paper(day, 9);
            seen.add(paper);
            votes.add(vote("early", paper, day, 0));
            votes.add(vote("late", paper, day, 600));
        }
        assertThat(seen).hasSize(15);
        assertThat(VoteRings.in(votes)).isEmpty();
    }

    @Test
    void votesThatWereTakenBackDoNotCount() {
        List<Vote> votes = new ArrayList<>(honest(100, new Random(1)));
        for (Vote vote : ring(3, new Random(2))) {
            votes.add(
                    new Vote(
                            vote.reader(),
                            vote.paper(),
                            vote.castAt(),
                            vote.castAt().plusSeconds(9)));
        }
        assertThat(VoteRings.in(votes)).isEmpty();
    }

    @Test
    void withoutVotesThereIsNoRing() {
        assertThat(VoteRings.in(List.of())).isEmpty();
    }
}
