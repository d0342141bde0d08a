package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.broadsheet.account.MailAddress;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows from mail that came back.
class BouncingTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final MailAddress ADA = new MailAddress("ada@example.org");
    private static final StatusCode FULL = new StatusCode(5, 2, 2);

    private final Storage storage = new InMemoryStorage();

    private Bouncing bouncing(Instant now) {
        return new Bouncing(
                storage.ledger(), storage.suppressions(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /// A delivery that was sent, by its name.
    private String sent(int n) {
        Mailing mailing = Mailing.digest("2025-11-%02d".formatted(n), "UTC", NOW);
        storage.mailings().open(mailing);
        Addressed part = new Addressed(new SubscriberId("ada"), ADA, NOW, List.of(), null);
        storage.mailings().queue(mailing.id(), List.of(part), NOW);
        Claiming claiming = new Claiming("node", 1, Set.of(), Duration.ofMinutes(1));
        for (Claimed one : storage.deliveries().claim(claiming, NOW)) {
            storage.deliveries().doubt(one, "hash", NOW);
            storage.deliveries().end(one, new Outcome.Sent("250"), NOW);
        }
        return new DeliveryId(mailing.id(), new SubscriberId("ada")).name();
    }

    private boolean isSuppressed() {
        return storage.suppressions().of(ADA).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1,true",
        "5.1.2,true",
        "5.1.10,true",
        "5.2.1,true",
        "5.1.8,false",
        "5.2.2,false",
        "5.7.1,false",
        "4.1.1,false",
        "5.4.4,false",
        "2.1.5,false"
    })
    void onlyAnAddressThatWillNeverWorkIsHard(String status, boolean isHard) {
        assertThat(StatusCode.in("550 " + status + " words").orElseThrow().isHard())
                .isEqualTo(isHard);
    }

    @ParameterizedTest
    @CsvSource({"550 no code", "6.1.1", "5.1", "192.5.1.1", "5.1.1.7", "15.1.1"})
    void whatIsNoStatusIsNone(String text) {
        assertThat(StatusCode.in(text)).isEmpty();
    }

    @Test
    void anAddressThatWillNeverWorkIsNotWrittenToAgain() {
        String name = sent(1);
        assertThat(bouncing(NOW).cameBack(name, new StatusCode(5, 1, 1), "nobody")).isTrue();
        assertThat(storage.ledger().find(name).orElseThrow().state())
                .isEqualTo(Delivery.State.FAILED);
        assertThat(isSuppressed()).isTrue();
        assertThat(bouncing(NOW).cameBack(name, new StatusCode(5, 1, 1), "again")).isFalse();
        assertThat(bouncing(NOW).cameBack("nobody", FULL, "")).isFalse();
    }

    @Test
    void aFullMailboxIsForgivenUntilItIsFullTooOften() {
        for (int n = 1; n <= Bouncing.MOST_SOFT; n++) {
            assertThat(isSuppressed()).isFalse();
            assertThat(bouncing(NOW.plus(Duration.ofDays(n))).cameBack(sent(n), FULL, "full"))
                    .isTrue();
        }
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void fullMailboxesLongAgoDoNotCount() {
        for (int n = 1; n <= 2 * Bouncing.MOST_SOFT; n++) {
            bouncing(NOW.plus(Duration.ofDays(31L * n))).cameBack(sent(n), FULL, "full");
        }
        assertThat(isSuppressed()).isFalse();
    }

    @Test
    void oneReportCountsOnce() {
        String name = sent(1);
        for (int n = 0; n < 2 * Bouncing.MOST_SOFT; n++) {
            bouncing(NOW).cameBack(name, FULL, "full");
        }
        assertThat(isSuppressed()).isFalse();
    }

    @Test
    void whatAServerRefusesAtOnceCountsLikeWhatCameBack() {
        bouncing(NOW).refused(ADA, "550 your address is not welcome");
        assertThat(isSuppressed()).isFalse();
        bouncing(NOW).refused(ADA, "550 5.1.1 nobody here");
        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void whoeverComplainsIsNotWrittenToAgain() {
        assertThat(bouncing(NOW).complained("nobody")).isFalse();
        assertThat(bouncing(NOW).complained(sent(1))).isTrue();
        assertThat(storage.suppressions().of(ADA).orElseThrow().reason())
                .isEqualTo(Suppression.Reason.COMPLAINED);
        assertThat(storage.ledger().count()).containsKey(Delivery.State.SENT);
    }
}
