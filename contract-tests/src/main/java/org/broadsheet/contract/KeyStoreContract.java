package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.reader.key.OutsideIdentityStore;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.reader.key.PasskeyStore;
import org.junit.jupiter.api.Test;

/// Keeping what readers sign in with beside a password.
public interface KeyStoreContract extends OverStorage {
    ReaderId KEY_OWNER = new ReaderId("rone");
    ReaderId OTHER_OWNER = new ReaderId("rtwo");
    Instant KEY_TIME = Instant.parse("2025-11-07T12:00:00Z");

    private PasskeyStore passkeys() {
        return storage().passkeys();
    }

    private OutsideIdentityStore identities() {
        return storage().identities();
    }

    private static Passkey passkey(String id, ReaderId reader, long uses) {
        return new Passkey(id, reader, "the phone", "AAEC_-", uses, KEY_TIME, null);
    }

    @Test
    default void aPasskeyComesBackAsItWasAdded() {
        Passkey passkey = passkey("k1", KEY_OWNER, 3);
        assertThat(passkeys().add(passkey)).isTrue();
        assertThat(passkeys().get("k1")).contains(passkey);
        assertThat(passkeys().of(KEY_OWNER)).containsExactly(passkey);
        assertThat(passkeys().of(OTHER_OWNER)).isEmpty();
        assertThat(passkeys().get("k2")).isEmpty();
    }

    @Test
    default void aPasskeyIsNobodyElsesAfterwards() {
        Passkey passkey = passkey("k1", KEY_OWNER, 0);
        passkeys().add(passkey);
        assertThat(passkeys().add(passkey("k1", OTHER_OWNER, 0))).isFalse();
        assertThat(passkeys().get("k1")).contains(passkey);
        assertThat(passkeys().remove(OTHER_OWNER, "k1")).isFalse();
        assertThat(passkeys().remove(KEY_OWNER, "k1")).isTrue();
        assertThat(passkeys().remove(KEY_OWNER, "k1")).isFalse();
    }

    @Test
    default void aUseIsNotedAndItsCounterOnlyGrows() {
        passkeys().add(passkey("k1", KEY_OWNER, 3));
        Instant at = KEY_TIME.plusSeconds(60);
        assertThat(passkeys().use("k1", 4, at)).isTrue();
        assertThat(passkeys().get("k1").orElseThrow().uses()).isEqualTo(4);
        assertThat(passkeys().get("k1").orElseThrow().used()).isEqualTo(at);
        assertThat(passkeys().use("k1", 4, at)).isFalse();
        assertThat(passkeys().use("k1", 0, at)).isFalse();
        assertThat(passkeys().use("k2", 1, at)).isFalse();
    }

    @Test
    default void aDeviceThatDoesNotCountIsBelieved() {
        passkeys().add(passkey("k1", KEY_OWNER, 0));
        assertThat(passkeys().use("k1", 0, KEY_TIME)).isTrue();
        assertThat(passkeys().use("k1", 0, KEY_TIME)).isTrue();
    }

    @Test
    default void oneUseOfACounterCountsHoweverManySayItAtOnce() {
        passkeys().add(passkey("k1", KEY_OWNER, 1));
        assertThat(Together.run(8, _ -> () -> passkeys().use("k1", 2, KEY_TIME)))
                .containsOnlyOnce(true);
    }

    @Test
    default void anIdentityIsLinkedToOneReader() {
        OutsideIdentity identity =
                new OutsideIdentity("https://id.example", "a|1 é", KEY_OWNER, KEY_TIME);
        assertThat(identities().link(identity)).isTrue();
        assertThat(
                        identities()
                                .link(
                                        new OutsideIdentity(
                                                "https://id.example",
                                                "a|1 é",
                                                OTHER_OWNER,
                                                KEY_TIME)))
                .isFalse();
        assertThat(identities().get("https://id.example", "a|1 é")).contains(identity);
        assertThat(identities().get("https://id.example/", "a|1 é")).isEmpty();
        assertThat(identities().of(KEY_OWNER)).containsExactly(identity);
        assertThat(identities().unlink(OTHER_OWNER, "https://id.example", "a|1 é")).isFalse();
        assertThat(identities().unlink(KEY_OWNER, "https://id.example", "a|1 é")).isTrue();
        assertThat(identities().of(KEY_OWNER)).isEmpty();
    }

    @Test
    default void allKeysOfAReaderGoTogether() {
        passkeys().add(passkey("k1", KEY_OWNER, 0));
        passkeys().add(passkey("k2", KEY_OWNER, 0));
        passkeys().add(passkey("k3", OTHER_OWNER, 0));
        identities().link(new OutsideIdentity("https://id.example", "1", KEY_OWNER, KEY_TIME));
        identities().link(new OutsideIdentity("https://id.example", "2", OTHER_OWNER, KEY_TIME));
        passkeys().removeAll(KEY_OWNER);
        identities().unlinkAll(KEY_OWNER);
        assertThat(passkeys().of(KEY_OWNER)).isEmpty();
        assertThat(identities().of(KEY_OWNER)).isEmpty();
        assertThat(passkeys().of(OTHER_OWNER)).hasSize(1);
        assertThat(identities().of(OTHER_OWNER)).hasSize(1);
    }
}
