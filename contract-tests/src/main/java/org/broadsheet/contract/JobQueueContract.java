package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;
import org.junit.jupiter.api.Test;

/// Offering and claiming jobs.
public interface JobQueueContract extends OverStorage {
    Duration LEASE = Duration.ofMinutes(5);

    private JobQueue jobs() {
        return storage().jobs();
    }

    private static Instant minute(int n) {
        return NOW.plusSeconds(60L * n);
    }

    private Optional<Lease> claim(String kind, String worker, Instant now) {
        return jobs().claim(Set.of(kind), worker, LEASE, now);
    }

    private Job only(String kind) {
        List<Job> all = jobs().list(kind);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    default void anEmptyQueueHasNothingToClaim() {
        assertThat(jobs().list("k")).isEmpty();
        assertThat(claim("k", "w", NOW)).isEmpty();
        assertThat(jobs().claim(Set.of(), "w", LEASE, NOW)).isEmpty();
        jobs().release("w", NOW);
    }

    @Test
    default void anOfferedJobWaitsAndIsDueAtOnce() {
        jobs().offer("k", "s", NOW);
        assertThat(only("k"))
                .isEqualTo(new Job("k", "s", Job.State.WAITING, 0, NOW, Job.Progress.NONE, ""));
        assertThat(claim("k", "w", minute(-1))).isEmpty();
        assertThat(claim("k", "w", NOW)).isPresent();
    }

    @Test
    default void aClaimedJobIsHeldUntilTheLeaseEnds() {
        jobs().offer("k", "s", NOW);
        Lease lease = claim("k", "w", NOW).orElseThrow();
        assertThat(lease).isEqualTo(new Lease("k", "s", "w", 1, NOW.plus(LEASE)));
        assertThat(only("k").state()).isEqualTo(Job.State.CLAIMED);
        assertThat(only("k").attempts()).isEqualTo(1);
        assertThat(claim("k", "other", minute(4))).isEmpty();
    }

    @Test
    default void offeringAWaitingJobAgainLeavesItAsItIs() {
        jobs().offer("k", "s", NOW);
        jobs().offer("k", "s", minute(9));
        assertThat(only("k").due()).isEqualTo(NOW);
    }

    @Test
    default void kindAndSubjectTogetherNameAJob() {
        jobs().offer("k", "s", NOW);
        jobs().offer("k", "t", NOW);
        jobs().offer("l", "s", NOW);
        assertThat(jobs().list("k")).extracting(Job::subject).containsExactly("s", "t");
        assertThat(jobs().list("l")).hasSize(1);
    }

    @Test
    default void theLongestDueJobOfTheKindsIsClaimedFirst() {
        jobs().offer("k", "late", minute(3));
        jobs().offer("l", "early", minute(1));
        jobs().offer("k", "middle", minute(2));
        jobs().offer("other", "earliest", NOW);
        Set<String> kinds = Set.of("k", "l");
        assertThat(
                        IntStream.range(0, 4)
                                .mapToObj(_ -> jobs().claim(kinds, "w", LEASE, minute(3)))
                                .flatMap(Optional::stream)
                                .map(Lease::subject))
                .containsExactly("early", "middle", "late");
    }

    @Test
    default void jobsDueAtTheSameMomentAreClaimedByKindAndSubject() {
        jobs().offer("k", "b", NOW);
        jobs().offer("k", "a", NOW);
        assertThat(claim("k", "w", NOW).orElseThrow().subject()).isEqualTo("a");
    }

    @Test
    default void theListEndsAtAThousandInTheOrderOfTheSubjects() {
        Together.run(17, start -> () -> offerEvery(17, start, 1_003));
        List<Job> list = jobs().list("k");
        assertThat(list).hasSize(1_000);
        assertThat(list.getFirst().subject()).isEqualTo("0000");
        assertThat(list.getLast().subject()).isEqualTo("0999");
    }

    private int offerEvery(int step, int start, int end) {
        for (int i = start; i < end; i += step) {
            jobs().offer("k", "%04d".formatted(i), NOW);
        }
        return end;
    }

    @Test
    default void aJobWhoseLeaseRanOutGoesToTheNextWorker() {
        jobs().offer("k", "s", NOW);
        Lease first = claim("k", "dead", NOW).orElseThrow();
        Lease second = claim("k", "alive", minute(5)).orElseThrow();
        assertThat(second.attempt()).isGreaterThan(first.attempt());
        assertThat(only("k").attempts()).isEqualTo(2);
        jobs().finish(first, minute(6));
        assertThat(only("k").state()).isEqualTo(Job.State.CLAIMED);
        jobs().finish(second, minute(6));
        assertThat(only("k").state()).isEqualTo(Job.State.DONE);
    }

    @Test
    default void workersAtTheSameMomentNeverHoldOneJobTogether() {
        for (int i = 0; i < 60; i++) {
            jobs().offer("k", "s" + i, NOW);
        }
        List<List<Lease>> held =
                Together.run(
                        6,
                        w ->
                                () ->
                                        IntStream.range(0, 20)
                                                .mapToObj(_ -> claim("k", "w" + w, NOW))
                                                .flatMap(Optional::stream)
                                                .toList());
        assertThat(held.stream().flatMap(Collection::stream).map(Lease::subject))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    default void twoWorkersAfterOneJobLeaveOneEmptyHanded() {
        for (int round = 0; round < 20; round++) {
            String kind = "k" + round;
            jobs().offer(kind, "s", NOW);
            List<Optional<Lease>> held = Together.run(2, w -> () -> claim(kind, "w" + w, NOW));
            assertThat(held.stream().flatMap(Optional::stream)).hasSize(1);
        }
    }
}
