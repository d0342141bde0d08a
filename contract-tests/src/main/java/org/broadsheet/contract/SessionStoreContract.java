package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import java.time.Duration;
import java.util.List;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.account.SessionStore;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.junit.jupiter.api.Test;

/// Keeping who is signed in.
public interface SessionStoreContract extends OverStorage {
    private SessionStore sessions() {
        for (ReaderId id : List.of(ADA, EMMY)) {
            storage().readers().add(Reader.joining(id, id.value(), "A", Role.ADMIN, NOW));
        }
        return storage().sessions();
    }

    private static Session session(String secret, ReaderId reader, int minute) {
        var at = NOW.plus(Duration.ofMinutes(minute));
        return new Session(new Secret(secret).hash(), reader, at, at, WILD, "192.0.2.1");
    }

    @Test
    default void aSessionIsFoundByItsHashUntilItsLifeIsOver() {
        SessionStore sessions = sessions();
        Session session = session("one", ADA, 0);
        sessions.open(session);
        assertThat(sessions.find(session.hash(), NOW)).contains(session);
        assertThat(sessions.find(new Secret("two").hash(), NOW)).isEmpty();
        var end = NOW.plus(Session.LIFE);
        assertThat(sessions.find(session.hash(), end.minusMillis(1))).isPresent();
        assertThat(sessions.find(session.hash(), end)).isEmpty();
        assertThat(sessions.of(ADA, end)).isEmpty();
    }

    @Test
    default void itsUseIsWrittenDownAtMostOnceAMinute() {
        SessionStore sessions = sessions();
        Session session = session("one", ADA, 0);
        sessions.open(session);
        sessions.see(session.hash(), NOW.plusSeconds(59), "192.0.2.2");
        assertThat(sessions.find(session.hash(), NOW)).contains(session);
        sessions.see(session.hash(), NOW.plusSeconds(60), "192.0.2.2");
        assertThat(sessions.find(session.hash(), NOW))
                .contains(session.usedAt(NOW.plusSeconds(60), "192.0.2.2"));
        sessions.see(new Secret("none").hash(), NOW, "192.0.2.2");
    }

    @Test
    default void aReadersSessionsStandByTheirUse() {
        SessionStore sessions = sessions();
        Session first = session("one", ADA, 0);
        Session second = session("two", ADA, 1);
        sessions.open(first);
        sessions.open(second);
        sessions.open(session("three", EMMY, 2));
        assertThat(sessions.of(ADA, NOW)).containsExactly(second, first);
    }

    @Test
    default void aSessionIsEndedByItsOwnReaderAlone() {
        SessionStore sessions = sessions();
        Session session = session("one", ADA, 0);
        sessions.open(session);
        assertThat(sessions.end(EMMY, session.hash())).isFalse();
        assertThat(sessions.find(session.hash(), NOW)).isPresent();
        assertThat(sessions.end(ADA, session.hash())).isTrue();
        assertThat(sessions.end(ADA, session.hash())).isFalse();
        assertThat(sessions.find(session.hash(), NOW)).isEmpty();
    }

    @Test
    default void allOthersOfAReaderAreEnded() {
        SessionStore sessions = sessions();
        List.of("one", "two", "three").forEach(it -> sessions.open(session(it, ADA, 0)));
        sessions.open(session("emmy", EMMY, 0));
        assertThat(sessions.endAllBut(ADA, new Secret("two").hash())).isEqualTo(2);
        assertThat(sessions.of(ADA, NOW)).hasSize(1);
        assertThat(sessions.endAllBut(ADA, "")).isEqualTo(1);
        assertThat(sessions.of(EMMY, NOW)).hasSize(1);
    }

    @Test
    default void whatIsOverIsForgotten() {
        SessionStore sessions = sessions();
        sessions.open(session("old", ADA, 0));
        sessions.open(session("new", ADA, 1));
        assertThat(sessions.forget(NOW.plus(Session.LIFE))).isEqualTo(1);
        assertThat(sessions.of(ADA, NOW)).hasSize(1);
    }

    @Test
    default void nobodyIsSignedInWithoutAnAccountOrWithAHashThatIsTaken() {
        SessionStore sessions = sessions();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.open(session("x", new ReaderId("r-none"), 0)))
                .withMessageContaining("r-none");
        sessions.open(session("one", ADA, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions.open(session("one", EMMY, 0)));
        assertThat(sessions.of(EMMY, NOW)).isEmpty();
    }

    @Test
    default void sessionsGoWithTheirReader() {
        SessionStore sessions = sessions();
        Session session = session("one", ADA, 0);
        sessions.open(session);
        storage().readers().remove(ADA);
        assertThat(sessions.find(session.hash(), NOW)).isEmpty();
    }
}
