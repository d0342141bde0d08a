package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.limit.Limit;
import org.broadsheet.limit.RateLimiter;
import org.junit.jupiter.api.Test;

/// Counting what somebody does against a limit.
public interface RateLimiterContract extends OverStorage {
    Limit THREE_A_MINUTE = new Limit(3, Duration.ofMinutes(1));

    private RateLimiter limits() {
        return storage().limits();
    }

    private boolean take(String key, long seconds) {
        return limits().take("vote", key, THREE_A_MINUTE, second(seconds));
    }

    private static Instant second(long n) {
        return NOW.plusSeconds(n);
    }

    @Test
    default void aKeyTakesAllOfItsLimitAtOnceAndNoMore() {
        assertThat(take("ada", 0)).isTrue();
        assertThat(take("ada", 0)).isTrue();
        assertThat(take("ada", 0)).isTrue();
        assertThat(take("ada", 0)).isFalse();
        assertThat(take("ada", 19)).isFalse();
    }

    @Test
    default void whatWasTakenComesBackOneByOne() {
        for (int i = 0; i < 3; i++) {
            take("ada", 0);
        }
        assertThat(take("ada", 20)).isTrue();
        assertThat(take("ada", 20)).isFalse();
        assertThat(take("ada", 60)).isTrue();
        assertThat(take("ada", 60)).isTrue();
        assertThat(take("ada", 60)).isFalse();
    }

    @Test
    default void whoIsRefusedLosesNothingByAskingAgain() {
        for (int i = 0; i < 3; i++) {
            take("ada", 0);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(take("ada", 10)).isFalse();
        }
        assertThat(take("ada", 20)).isTrue();
    }

    @Test
    default void longQuietDoesNotSaveUpMoreThanTheLimit() {
        take("ada", 0);
        for (int i = 0; i < 3; i++) {
            assertThat(take("ada", 86_400)).isTrue();
        }
        assertThat(take("ada", 86_400)).isFalse();
    }

    @Test
    default void aLimitOfOneIsFreeAgainWhenItsSpanIsOver() {
        Limit once = new Limit(1, Duration.ofHours(1));
        assertThat(limits().take("mail", "ada", once, NOW)).isTrue();
        assertThat(limits().take("mail", "ada", once, second(3_599))).isFalse();
        assertThat(limits().take("mail", "ada", once, second(3_600))).isTrue();
    }

    @Test
    default void whoIsRefusedLearnsHowLongUntilTheNextIsTaken() {
        assertThat(waiting(0)).isZero();
        take("ada", 0);
        take("ada", 0);
        assertThat(waiting(0)).isZero();
        take("ada", 0);
        assertThat(waiting(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(waiting(0)).as("asked again").isEqualTo(Duration.ofSeconds(20));
        assertThat(waiting(19)).isEqualTo(Duration.ofSeconds(1));
        assertThat(take("ada", 19)).isFalse();
        assertThat(waiting(20)).isZero();
        assertThat(take("ada", 20)).isTrue();
        assertThat(limits().untilNext("vote", "emmy", THREE_A_MINUTE, NOW)).isZero();
        assertThat(limits().count()).isEqualTo(1);
    }

    private Duration waiting(long seconds) {
        return limits().untilNext("vote", "ada", THREE_A_MINUTE, second(seconds));
    }

    @Test
    default void kindsAndKeysAreCountedApart() {
        for (int i = 0; i < 3; i++) {
            take("ada", 0);
        }
        assertThat(take("emmy", 0)).isTrue();
        assertThat(take(WILD, 0)).isTrue();
        assertThat(limits().take("comment", "ada", THREE_A_MINUTE, NOW)).isTrue();
        assertThat(limits().count()).isEqualTo(4);
    }

    @Test
    default void whoIsForgivenHasAllOfTheLimitAgain() {
        for (int i = 0; i < 3; i++) {
            take("ada", 0);
        }
        limits().forgive("vote", "ada");
        limits().forgive("vote", "nobody");
        assertThat(take("ada", 0)).isTrue();
    }

    @Test
    default void onlyKeysThatHaveAllOfTheirLimitAgainAreForgotten() {
        take("ada", 0);
        for (int i = 0; i < 3; i++) {
            take("emmy", 0);
        }
        assertThat(limits().forget(second(19))).isZero();
        assertThat(limits().forget(second(20))).isEqualTo(1);
        assertThat(limits().count()).isEqualTo(1);
        assertThat(take("emmy", 20)).isTrue();
        assertThat(take("emmy", 20)).isFalse();
    }

    @Test
    default void ofManyAtOnceNoMoreGetOneThanTheLimitAllows() {
        Limit five = new Limit(5, Duration.ofMinutes(1));
        assertThat(Together.run(8, _ -> () -> limits().take("vote", "ada", five, NOW)))
                .filteredOn(taken -> taken)
                .hasSize(5);
    }
}
