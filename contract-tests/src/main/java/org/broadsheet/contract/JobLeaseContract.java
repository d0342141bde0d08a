package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;
import org.junit.jupiter.api.Test;

/// What the holder of a lease can do, and what it cannot once the lease is lost.
public interface JobLeaseContract extends OverStorage {
    Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private JobQueue jobs() {
        return storage().jobs();
    }

    private static Instant minute(int n) {
        return NOW.plusSeconds(60L * n);
    }

    private Optional<Lease> claim(String worker, int minute) {
        return jobs().claim(Set.of("k"), worker, FIVE_MINUTES, minute(minute));
    }

    private Lease offerAndClaim() {
        jobs().offer("k", "s", NOW);
        return claim("w", 0).orElseThrow();
    }

    private Job job() {
        return jobs().list("k").getFirst();
    }

    @Test
    default void aRenewedLeaseHoldsLongerAndNotesTheProgress() {
        Lease lease = offerAndClaim();
        Lease renewed =
                jobs().renew(lease, new Job.Progress(3, 9), FIVE_MINUTES, minute(4)).orElseThrow();
        assertThat(renewed.until()).isEqualTo(minute(9));
        assertThat(job().progress()).isEqualTo(new Job.Progress(3, 9));
        assertThat(claim("other", 8)).isEmpty();
        assertThat(claim("other", 9)).isPresent();
    }

    @Test
    default void aRenewingWorkerMayStillFinishWithItsFirstLease() {
        Lease lease = offerAndClaim();
        jobs().renew(lease, Job.Progress.NONE, FIVE_MINUTES, minute(1));
        jobs().finish(lease, minute(2));
        assertThat(job().state()).isEqualTo(Job.State.DONE);
    }

    @Test
    default void aLeaseThatRanOutStillHoldsWhileNobodyElseTookTheJob() {
        Lease lease = offerAndClaim();
        assertThat(jobs().renew(lease, Job.Progress.NONE, FIVE_MINUTES, minute(30))).isPresent();
        assertThat(claim("other", 31)).isEmpty();
    }

    @Test
    default void aLostLeaseCanNeitherRenewNorFinishNorFail() {
        Lease lost = offerAndClaim();
        Lease held = claim("other", 6).orElseThrow();
        assertThat(jobs().renew(lost, Job.Progress.NONE, FIVE_MINUTES, minute(7))).isEmpty();
        jobs().finish(lost, minute(7));
        jobs().fail(lost, "too late", minute(8), minute(7));
        assertThat(job().state()).isEqualTo(Job.State.CLAIMED);
        assertThat(job().error()).isEmpty();
        assertThat(jobs().renew(held, Job.Progress.NONE, FIVE_MINUTES, minute(7))).isPresent();
    }

    @Test
    default void aLeaseOfAnUnknownJobIsLost() {
        Lease unknown = new Lease("k", "never offered", "w", 1, minute(5));
        assertThat(jobs().renew(unknown, Job.Progress.NONE, FIVE_MINUTES, NOW)).isEmpty();
        jobs().finish(unknown, NOW);
        jobs().fail(unknown, "x", NOW, NOW);
        assertThat(jobs().list("k")).isEmpty();
    }

    @Test
    default void aFinishedJobIsDoneUntilItIsOfferedAfresh() {
        Lease lease = offerAndClaim();
        jobs().renew(lease, new Job.Progress(9, 9), FIVE_MINUTES, minute(1));
        jobs().finish(lease, minute(2));
        assertThat(job().state()).isEqualTo(Job.State.DONE);
        assertThat(claim("w", 60)).isEmpty();
        jobs().offer("k", "s", minute(61));
        assertThat(job())
                .isEqualTo(
                        new Job("k", "s", Job.State.WAITING, 0, minute(61), Job.Progress.NONE, ""));
    }

    @Test
    default void anEarlierRunsLeaseDoesNotHoldTheFreshOne() {
        Lease earlier = offerAndClaim();
        jobs().finish(earlier, minute(1));
        jobs().offer("k", "s", minute(2));
        Lease fresh = claim("w", 2).orElseThrow();
        assertThat(fresh.attempt()).isNotEqualTo(earlier.attempt());
        jobs().finish(earlier, minute(3));
        assertThat(job().state()).isEqualTo(Job.State.CLAIMED);
        assertThat(job().attempts()).isEqualTo(1);
    }

    @Test
    default void aJobThatIsOfferedWhileClaimedIsClaimableAfterItFinishes() {
        Lease lease = offerAndClaim();
        jobs().offer("k", "s", minute(1));
        assertThat(job().state()).isEqualTo(Job.State.CLAIMED);
        assertThat(claim("other", 2)).isEmpty();
        jobs().finish(lease, minute(3));
        assertThat(job().state()).isEqualTo(Job.State.WAITING);
        Lease second = claim("other", 3).orElseThrow();
        jobs().finish(second, minute(4));
        assertThat(job().state()).isEqualTo(Job.State.DONE);
    }

    @Test
    default void aFailedAttemptWaitsForItsRetry() {
        Lease lease = offerAndClaim();
        jobs().fail(lease, WILD, minute(10), minute(1));
        assertThat(job())
                .isEqualTo(
                        new Job(
                                "k",
                                "s",
                                Job.State.WAITING,
                                1,
                                minute(10),
                                Job.Progress.NONE,
                                WILD));
        assertThat(claim("w", 9)).isEmpty();
        Lease second = claim("w", 10).orElseThrow();
        jobs().finish(second, minute(11));
        assertThat(job().error()).isEmpty();
        assertThat(job().attempts()).isEqualTo(2);
    }

    @Test
    default void aJobFailsForGoodAfterItsLastAttempt() {
        failOften();
        assertThat(job().state()).isEqualTo(Job.State.FAILED);
        assertThat(job().attempts()).isEqualTo(JobQueue.MOST_ATTEMPTS);
        assertThat(job().error()).isEqualTo("again");
        assertThat(claim("w", 600)).isEmpty();
    }

    private void failOften() {
        jobs().offer("k", "s", NOW);
        for (int i = 1; i <= JobQueue.MOST_ATTEMPTS; i++) {
            Lease lease = claim("w", i).orElseThrow();
            jobs().fail(lease, "again", minute(i + 1), minute(i));
        }
    }

    @Test
    default void aJobThatFailedForGoodStartsAfreshWhenOffered() {
        failOften();
        jobs().offer("k", "s", minute(60));
        assertThat(job().attempts()).isZero();
        assertThat(job().error()).isEmpty();
        assertThat(claim("w", 60)).isPresent();
    }

    @Test
    default void aJobOfferedDuringItsLastAttemptGetsFreshOnes() {
        jobs().offer("k", "s", NOW);
        for (int i = 1; i < JobQueue.MOST_ATTEMPTS; i++) {
            jobs().fail(claim("w", i).orElseThrow(), "again", minute(i + 1), minute(i));
        }
        Lease last = claim("w", 10).orElseThrow();
        jobs().offer("k", "s", minute(11));
        jobs().fail(last, "again", minute(12), minute(11));
        assertThat(job().state()).isEqualTo(Job.State.WAITING);
        assertThat(job().attempts()).isZero();
    }

    @Test
    default void aDeadWorkersJobsAreGivenBack() {
        jobs().offer("k", "a", NOW);
        jobs().offer("k", "b", NOW);
        jobs().offer("k", "c", NOW);
        claim("dead", 0);
        Lease alive = claim("alive", 0).orElseThrow();
        Lease lost = claim("dead", 0).orElseThrow();
        jobs().release("dead", minute(1));
        assertThat(claim("next", 1).orElseThrow().subject()).isEqualTo("a");
        assertThat(claim("next", 1).orElseThrow().subject()).isEqualTo("c");
        assertThat(claim("next", 1)).isEmpty();
        jobs().finish(lost, minute(2));
        assertThat(jobs().list("k").get(2).state()).isEqualTo(Job.State.CLAIMED);
        assertThat(jobs().renew(alive, Job.Progress.NONE, FIVE_MINUTES, minute(2))).isPresent();
    }

    @Test
    default void aReleasedJobsLeaseIsLostEvenBeforeSomebodyElseClaims() {
        Lease lease = offerAndClaim();
        jobs().release("w", minute(1));
        assertThat(job().state()).isEqualTo(Job.State.WAITING);
        jobs().finish(lease, minute(2));
        assertThat(job().state()).isEqualTo(Job.State.WAITING);
    }
}
