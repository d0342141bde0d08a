package org.broadsheet.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.mail.Message;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts.Joining;
import org.broadsheet.server.account.Accounts.Tried;
import org.broadsheet.storage.InMemoryStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

/// What a password must be, and that trying one costs the same whoever's it is.
class PasswordsTest {
    private static final String GOOD = "four green lamps";
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");

    private final Counting counting = new Counting();
    private final InMemoryStorage storage = new InMemoryStorage();
    private final List<Message> mails = new ArrayList<>();
    private final Accounts accounts = accounts(NOW);

    private Accounts accounts(Instant now) {
        return new Accounts(
                storage,
                new Passwords(counting),
                mails::add,
                Clock.fixed(now, ZoneOffset.UTC),
                List.of(new TheirVotes(storage.votes())));
    }

    /// Counts what would have been slow.
    private static final class Counting implements PasswordEncoder {
        private int compared;

        @Override
        public @Nullable String encode(@Nullable CharSequence raw) {
            return "hash of " + raw;
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String hash) {
            compared++;
            return ("hash of " + raw).equals(hash);
        }
    }

    private int workOf(String name, String password) {
        int before = counting.compared;
        Tried tried = accounts.signIn(name, password, "192.0.2.1");
        assertThat(tried).isInstanceOf(Tried.Wrong.class);
        return counting.compared - before;
    }

    private void addAda() {
        accounts.join(new Joining("ada", "", GOOD, ""), Role.ADMIN, "http://localhost");
    }

    @Test
    void theSameWorkIsDoneForKnownAndUnknownNamesAndForReadersWithoutAPassword() {
        addAda();
        accounts.joinWithoutPassword("emmy", "Emmy", Role.READER);
        assertThat(workOf("ada", "wrong password")).isEqualTo(1);
        assertThat(workOf("nobody", "wrong password")).isEqualTo(1);
        assertThat(workOf("nobody@example.org", "wrong password")).isEqualTo(1);
        assertThat(workOf("emmy", "")).isEqualTo(1);
        assertThat(workOf("not a name!", "wrong password")).isEqualTo(1);
        assertThat(workOf("nobody", "no reader's")).isEqualTo(1);
    }

    @Test
    void aNameIsTriedTenTimesInAQuarterOfAnHourAndTheRightPasswordForgives() {
        addAda();
        for (int i = 0; i < 9; i++) {
            workOf("ada", "wrong " + i);
        }
        assertThat(accounts.signIn("ADA", GOOD, "192.0.2.1")).isInstanceOf(Tried.Right.class);
        for (int i = 0; i < 10; i++) {
            workOf("ada", "wrong " + i);
        }
        int before = counting.compared;
        assertThat(accounts.signIn("ada", GOOD, "192.0.2.9")).isInstanceOf(Tried.TooOften.class);
        assertThat(counting.compared).isEqualTo(before);
        assertThat(accounts(NOW.plus(Duration.ofMinutes(15))).signIn("ada", GOOD, "192.0.2.9"))
                .isInstanceOf(Tried.Right.class);
    }

    @Test
    void unknownNamesAreLimitedLikeKnownOnes() {
        for (int i = 0; i < 10; i++) {
            workOf("nobody", "wrong " + i);
        }
        assertThat(accounts.signIn("nobody", GOOD, "192.0.2.9")).isInstanceOf(Tried.TooOften.class);
    }

    @Test
    void oneAddressTriesFiftyTimesForWhateverNames() {
        for (int i = 0; i < 50; i++) {
            workOf("name" + i, "wrong");
        }
        assertThat(accounts.signIn("another", GOOD, "192.0.2.1"))
                .isInstanceOf(Tried.TooOften.class);
        assertThat(accounts.signIn("another", GOOD, "192.0.2.2")).isInstanceOf(Tried.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "password123", "PASSWORD1", "12345678", "iloveyou1"})
    void shortAndCommonPasswordsAreRefused(String password) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Passwords.argon2().require(password, "ada"));
    }

    @Test
    void aPasswordIsNotTheNameNorLongerThanIsAccepted() {
        Passwords passwords = Passwords.argon2();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passwords.require("Ada-Lovelace", "ada-lovelace"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passwords.require("x".repeat(201), "ada"))
                .withMessageContaining("got 201");
        passwords.require(GOOD, "ada");
        passwords.require("🧪".repeat(200), "ada");
    }

    @Test
    void hashesAreArgon2idOfTheStrengthThatIsSaid() {
        Passwords passwords = Passwords.argon2();
        String hash = passwords.hash(GOOD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(GOOD, hash)).isTrue();
        assertThat(passwords.matches(GOOD + " ", hash)).isFalse();
        assertThat(passwords.matches(GOOD, "")).isFalse();
        assertThat(
                        passwords.matches(
                                "caf\u00e9 on the hill", passwords.hash("cafe\u0301 on the hill")))
                .isTrue();
    }

    @Test
    void anAddressOfAnotherReaderIsToldThatReaderAlone() {
        addAda();
        var ada = storage.readers().named("ada").orElseThrow();
        storage.credentials().await(ada.id(), "ada@example.org");
        storage.credentials().confirm(ada.id(), "ada@example.org");
        accounts.join(
                new Joining("emmy", "", GOOD, "Ada@example.org"), "192.0.2.1", "http://localhost");
        accounts.join(
                new Joining("grace", "", GOOD, "grace@example.org"),
                "192.0.2.1",
                "http://localhost");
        assertThat(mails)
                .extracting(Message::subject)
                .containsExactly("You have an account already", "Confirm your address");
        assertThat(mails.getFirst().body()).contains("@ada").doesNotContain("token=");
    }

    @Test
    void whoLeavesLeavesAHashOfTheirAddressAndNothingElse() {
        addAda();
        accounts.join(new Joining("emmy", "", GOOD, ""), Role.READER, "");
        var emmy = storage.readers().named("emmy").orElseThrow();
        storage.credentials().await(emmy.id(), "emmy@example.org");
        storage.credentials().confirm(emmy.id(), "emmy@example.org");
        accounts.resetting(emmy);
        accounts.leave(emmy);
        assertThat(storage.readers().get(emmy.id())).isEmpty();
        assertThat(storage.credentials().at("emmy@example.org")).isEmpty();
        assertThat(storage.credentials().isSuppressed(new MailAddress("emmy@example.org")))
                .isTrue();
        assertThat(accounts.resettable(new Secret("x"))).isEmpty();
    }

    @Test
    void theFirstCodeWorksForOneAccountAndTheOneBeforeItNoMore() {
        Secret before = accounts.firstCode().orElseThrow();
        Secret code = accounts.firstCode().orElseThrow();
        assertThat(accounts.isFirstCode(before.value(), "192.0.2.1")).isFalse();
        assertThat(accounts.isFirstCode(" " + code.value().toLowerCase(Locale.ROOT), "192.0.2.1"))
                .isTrue();
        accounts.joinFirst(new Joining("ada", "", GOOD, ""), "");
        assertThat(accounts.isFirstCode(code.value(), "192.0.2.1")).isFalse();
        assertThat(accounts.firstCode()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.joinFirst(new Joining("emmy", "", GOOD, ""), ""))
                .withMessageContaining("has accounts already");
    }
}
