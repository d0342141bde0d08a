package org.broadsheet.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.Ticket.Purpose;
import org.broadsheet.limit.Limit;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Act;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TidyingTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final ReaderId ADA = new ReaderId("ada");
    private static final Limit ONCE_AN_HOUR = new Limit(1, Duration.ofHours(1));

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MovableClock clock = new MovableClock(NOW);
    private final Tidying tidying = new Tidying(storage, clock);
    private final SecureRandom random = new SecureRandom();

    @AfterEach
    void end() {
        tidying.close();
    }

    private void at(Instant moment) {
        clock.moveTo(moment);
        tidying.once();
    }

    @Test
    void limitsThatAreWholeAgainAreForgottenAndOthersStay() {
        storage.limits().take("comment", "ada", ONCE_AN_HOUR, NOW);
        storage.limits().take("comment", "emmy", ONCE_AN_HOUR, NOW.plusSeconds(60));
        at(NOW.plus(Duration.ofHours(1)));
        assertThat(storage.limits().count()).isEqualTo(1);
        assertThat(storage.limits().take("comment", "emmy", ONCE_AN_HOUR, clock.instant()))
                .isFalse();
        at(NOW.plus(Duration.ofHours(2)));
        assertThat(storage.limits().count()).isZero();
    }

    @Test
    void sessionsAndTicketsGoWhenTheyAreOver() {
        storage.readers().add(Reader.joining(ADA, "ada", "Ada", Role.READER, NOW));
        Secret secret = Secret.random(random);
        storage.sessions().open(new Session(secret.hash(), ADA, NOW, NOW, "", "192.0.2.1"));
        Secret invitation = Secret.random(random);
        storage.tickets().issue(Ticket.of(invitation, Purpose.INVITATION, null, "READER", NOW));
        at(NOW.plus(Session.LIFE).minusSeconds(1));
        assertThat(storage.sessions().of(ADA, NOW)).hasSize(1);
        assertThat(storage.tickets().look(invitation.hash(), Purpose.INVITATION, NOW)).isEmpty();
        at(NOW.plus(Session.LIFE));
        assertThat(storage.sessions().of(ADA, NOW)).isEmpty();
    }

    @Test
    void addressesInTheLogGoAfterThirtyDaysAndTheLogStays() {
        Act act =
                new Act(
                        NOW,
                        Kind.SIGN_IN,
                        ADA,
                        "192.0.2.1",
                        "signed in by password",
                        new Subject("reader", "ada"),
                        "");
        storage.audit().append(act);
        at(NOW.plus(Duration.ofDays(30)));
        assertThat(only()).isEqualTo(act);
        at(NOW.plus(Duration.ofDays(30)).plusMillis(1));
        assertThat(only().from()).isEmpty();
        assertThat(only().action()).isEqualTo("signed in by password");
    }

    private Act only() {
        var entries = storage.audit().before(AuditLog.END, EnumSet.allOf(Kind.class), 9);
        assertThat(entries).hasSize(1);
        return entries.getFirst().act();
    }
}
